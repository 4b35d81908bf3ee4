import { attemptCodeOf } from '../../billing/attempt-code.ts';
import { ok } from '../../billing/result.ts';
import { liveReason } from '../../billing/plan/predecessors.ts';
import { planSend } from '../../billing/send-plan.ts';
import type { Charge } from '../../billing/charge.ts';
import type { CreateJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { gatherAgain } from '../send/gather-again.ts';
import type { Care } from '../send/recent-readings.ts';
import { openQuestion } from './quarantine.ts';
import { postpone } from './outcome.ts';
import { readingFailed } from './reading-failed.ts';
import { areReplacedGone, isAsConfirmed, readReplaced, withReadings } from './replacing.ts';
import { requestCharge } from './request-charge.ts';
import { block, blockWith } from './stopping.ts';
import { advance, finish } from './store.ts';

/** The charge that one of the job's own attempts made, if it is among these. */
export function ownCharge(job: JobRow, charges: readonly Charge[]): Charge | null {
  const codes = new Set(job.attempts.map(({ code }) => code));
  return charges.find(({ description }) => codes.has(attemptCodeOf(description) ?? '')) ?? null;
}

/** Reads everything again, plans anew, and goes on only with what the operator confirmed. */
export async function locateAndSend(ports: EnginePorts, job: CreateJobRow): Promise<JobRow | null> {
  if (!(await areReplacedGone(ports, job))) return null;
  const settings = await ports.readSettings();
  const panel = settings.panels.find(({ origin }) => origin === job.origin);
  if (panel?.providerKey !== job.providerKey) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  const gathered = await gatherAgain(ports, panel, job, careOf(job));
  if (!gathered.ok) return readingFailed(ports, job, gathered.error);
  const { client, account } = gathered.value;
  const replaced = client ? await readReplaced(ports, client, job) : ok([]);
  if (!replaced.ok) return postpone(ports, job, replaced.error);
  const facts = withReadings(gathered.value.facts, replaced.value);

  const own = ownCharge(job, facts.referenced);
  if (own) {
    return advance(
      ports,
      job,
      { state: 'created', chargeId: own.id, failure: null },
      {
        action: 'charge.found',
        detail: { charge: own.id },
      },
    );
  }
  // Another account charges the invoice now than the one that the operator saw.
  if (account?.id !== job.accountId) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  const plan = planSend(facts);
  switch (plan.kind) {
    case 'blocked':
      return block(ports, job, plan.reasons);
    case 'reuse':
      // What was asked for and never answered may still turn up beside it: that is for verifying.
      if (openQuestion(job.attempts)) {
        return advance(ports, job, { state: 'created', chargeId: plan.charge.id, failure: null });
      }
      return finish(
        ports,
        job,
        { state: 'done', chargeId: plan.charge.id, failure: null },
        {
          action: 'charge.reused',
          detail: { charge: plan.charge.id },
        },
      );
    case 'update':
    case 'adopt':
    case 'duplicate':
      return blockWith(ports, job, { code: 'changed-since-confirmation' });
    case 'new':
      // Restored since it was deleted: two would stand for one debt.
      if (plan.replaces.length > 0) return block(ports, job, plan.replaces.map(liveReason));
      if (!client || !isAsConfirmed(job, plan, facts)) {
        return blockWith(ports, job, { code: 'changed-since-confirmation' });
      }
      return requestCharge(ports, job, {
        client,
        plan,
        invoice: facts.source === 'hand' ? null : facts.invoice,
        customer: facts.customer,
        predecessors: facts.predecessorInvoices.map(({ id }) => id),
      });
  }
}

/**
 * A job's first plan may spare what the drawer that was confirmed read a moment ago. One that has asked for
 * anything (a payer, a charge) or that stands in the place of other charges reads everything anew.
 */
function careOf({ attempts, replaces }: CreateJobRow): Care {
  return attempts.length === 0 && replaces === undefined ? 'sparing' : 'anew';
}
