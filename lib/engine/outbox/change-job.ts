import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { chargeReference } from '../../billing/reference.ts';
import { planSend } from '../../billing/send-plan.ts';
import type { SendPlan } from '../../billing/send-plan.types.ts';
import { chargeRow, putCharge } from '../../ledger/charges.ts';
import { evidenceFrom } from '../../ledger/invoices.ts';
import type { ChangeJobRow, JobRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';
import { decided } from './decided.ts';
import { confirmationOf } from '../send/confirmation.ts';
import { gatherAgain } from '../send/gather-again.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { intentOf, postpone, repeatableFailed, settled, withoutAnswer } from './outcome.ts';
import { jobClient } from './job-client.ts';
import { jobKeys } from './job-keys.ts';
import { readingFailed } from './reading-failed.ts';
import { block, blockWith } from './stopping.ts';
import { advance, finish, intend } from './store.ts';

type ChangePlan = Extract<SendPlan, { kind: 'update' | 'adopt' }>;

/**
 * Changes the charge that an invoice has, or gives a charge its reference. A PUT repeats only after a
 * GET: every state but the end begins by reading and planning anew, and a charge that already is as it
 * should be needs no request.
 */
export async function stepChange(ports: EnginePorts, job: ChangeJobRow): Promise<JobRow | null> {
  switch (job.state) {
    case 'locating':
      return planAndChange(ports, job);
    case 'created':
      return confirmChange(ports, job);
    default:
      return advance(ports, job, { state: 'locating', attempts: withoutAnswer(job.attempts) });
  }
}

async function planAndChange(ports: EnginePorts, job: ChangeJobRow): Promise<JobRow | null> {
  const { panels } = await ports.readSettings();
  const panel = panels.find(({ origin }) => origin === job.origin);
  if (panel?.providerKey !== job.providerKey) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  const gathered = await gatherAgain(ports, panel, job);
  if (!gathered.ok) return readingFailed(ports, job, gathered.error);
  const { facts, client, account } = gathered.value;
  if (account?.id !== job.accountId) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  const plan = planSend(facts);
  if (plan.kind === 'blocked') return block(ports, job, plan.reasons);
  if (plan.kind === 'reuse' && plan.charge.id === job.targetId) return done(ports, job);
  // To be linked, and it is: of whatever value, which linking leaves as it was.
  const isLinked = plan.kind === 'update' && plan.charge.id === job.choices.adoptChargeId;
  if (isLinked && plan.charge.id === job.targetId) return done(ports, job);
  const isSame = confirmationOf(plan, facts.invoice, facts.customer) === job.confirmation;
  if (!client || !isSame || (plan.kind !== 'update' && plan.kind !== 'adopt')) {
    return blockWith(ports, job, { code: 'changed-since-confirmation' });
  }
  const invoice = facts.source === 'hand' ? null : facts.invoice;
  return request(ports, job, client, plan, invoice);
}

async function request(
  ports: EnginePorts,
  job: ChangeJobRow,
  client: AsaasClient,
  plan: ChangePlan,
  invoice: Invoice | null,
): Promise<JobRow | null> {
  const { charge } = plan;
  const ours = chargeReference(job.providerKey, job.invoiceId);
  const value = plan.kind === 'update' && plan.value ? plan.value.to : charge.value;
  const dueDate = plan.kind === 'update' && plan.dueDate ? plan.dueDate.to : charge.dueDate;
  const asCharged = invoice && { asCharged: evidenceFrom(invoice, ports.now()) };
  const intent = await intend(
    ports,
    job,
    { ...intentOf(ports, job, 'change'), ...asCharged },
    {
      action: 'charge.change-intent',
      detail: { charge: charge.id, cents: value, due: dueDate, ...decided(job.choices, plan) },
    },
  );
  if (!intent) return null;
  const answer = await client.updateCharge(charge.id, {
    billingType: charge.billingType,
    value,
    dueDate,
    description: charge.description,
    // An adopted charge gets our reference, whatever it had; an updated one keeps its own generation.
    reference: plan.kind === 'update' && charge.reference ? charge.reference : ours,
  });
  if (!answer.ok) return repeatableFailed(ports, intent, answer.error);
  return advance(ports, intent, {
    state: 'created',
    attempts: settled(intent.attempts, 'done'),
    chargeId: charge.id,
    failure: null,
  });
}

/** Asaas's own word after the change, not the answer to it, is what the ledger keeps. */
async function confirmChange(ports: EnginePorts, job: ChangeJobRow): Promise<JobRow | null> {
  const own = await jobClient(ports, job);
  if (!own.ok) return postpone(ports, job, own.error);
  const { settings, client } = own.value;
  const seenAt = ports.now();
  const charge = await client.getCharge(job.targetId);
  if (!charge.ok) return postpone(ports, job, asaasFailureView(charge.error));
  const row = chargeRow(charge.value, seenAt);
  if (row) await putCharge(ports.ledger, row, ports.now());
  // Another invoice may have been given the same charge meanwhile: what Asaas says now decides.
  const isOurs = row !== null && jobKeys(settings, job).includes(row.providerKey);
  if (!isOurs || row.invoiceId !== job.invoiceId) {
    return blockWith(ports, job, { code: 'charge-moved' });
  }
  return done(ports, job);
}

function done(ports: EnginePorts, job: ChangeJobRow): Promise<null> {
  return finish(
    ports,
    job,
    { state: 'done', chargeId: job.targetId, failure: null },
    { action: 'charge.changed', detail: { charge: job.targetId } },
  );
}
