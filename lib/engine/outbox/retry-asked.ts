import { fail, ok, type Result } from '../../billing/result.ts';
import { planSend } from '../../billing/send-plan.ts';
import type { BlockReason, SendFacts, SendPlan } from '../../billing/send-plan.types.ts';
import type { AskedJobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { confirmationOf } from '../send/confirmation.ts';
import { gatherAgain } from '../send/gather-again.ts';
import { type Confirmed, enqueueChange, enqueueCreate } from './enqueue.ts';
import { fillBlanks } from './payer/fill-blanks.ts';
import { isAsConfirmed, readReplaced, withReadings } from './replacing.ts';

const CHANGED: FailureView = { code: 'changed-since-confirmation' };

/**
 * Another job for what an operator confirmed, where everything read now still leads to the same plan. The
 * reasons that still hold take the place of the old ones (`still-blocked`).
 */
export async function retryAsked(
  ports: EnginePorts,
  job: AskedJobRow,
): Promise<Result<null, FailureView>> {
  const { panels } = await ports.readSettings();
  const panel = panels.find(({ origin }) => origin === job.origin);
  if (panel?.providerKey !== job.providerKey) return fail(CHANGED);
  const gathered = await gatherAgain(ports, panel, job);
  if (!gathered.ok) return fail(readingFailure(job, gathered.error));
  const { account, client } = gathered.value;
  if (account?.id !== job.accountId || !client) return fail(CHANGED);
  const replaced =
    job.kind === 'create' ? await readReplaced(ports, client, job) : ok<readonly never[]>([]);
  if (!replaced.ok) return replaced;
  const facts = withReadings(gathered.value.facts, replaced.value);
  const plan = planSend(facts);
  if (plan.kind === 'blocked') return stillBlocked(ports, job, plan.reasons);
  if (!stands(job, plan, facts)) return fail(CHANGED);
  const { origin, providerKey, invoiceId, confirmation, choices, source } = job;
  const confirmed: Confirmed = {
    ...{ account, origin, providerKey, invoiceId, confirmation, choices },
    ...(source === undefined ? {} : { source }),
    retries: job.id,
  };
  if (job.kind === 'change') await enqueueChange(ports, confirmed, job.targetId);
  else {
    const replaces = (job.replaces ?? []).map(({ jobId: _job, ...charge }) => charge);
    const creation = await enqueueCreate(ports, { ...confirmed, replaces });
    await fillBlanks(ports, confirmed, creation, facts, plan);
  }
  return ok(null);
}

function stands(job: AskedJobRow, plan: SendPlan, facts: SendFacts): boolean {
  if (job.kind === 'create') return isAsConfirmed(job, plan, facts);
  // Somebody did it meanwhile: the new job finds that, and ends.
  if (plan.kind === 'reuse') return plan.charge.id === job.targetId;
  return confirmationOf(plan, facts.invoice, facts.customer) === job.confirmation;
}

function readingFailure({ source }: AskedJobRow, failure: FailureView): FailureView {
  const isOver = source === 'hand' && failure.code === 'ixc-by-hand';
  return isOver ? { code: 'typed-expired' } : failure;
}

async function stillBlocked(
  ports: EnginePorts,
  job: AskedJobRow,
  reasons: readonly BlockReason[],
): Promise<Result<null, FailureView>> {
  const { ledger } = ports;
  await ledger.transaction('rw', ledger.jobs, async () => {
    const now = await ledger.jobs.get(job.id);
    if (now?.revision !== job.revision) return;
    await ledger.jobs.put({ ...now, reasons, failure: null, revision: now.revision + 1 });
  });
  ports.events.changed(job);
  return fail({ code: 'still-blocked' });
}
