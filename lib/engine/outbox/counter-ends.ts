import type { Charge } from '../../billing/charge.ts';
import type { Invoice } from '../../billing/invoice.ts';
import { livenessOf } from '../../billing/status.ts';
import { raiseAlert } from '../../ledger/alerts.ts';
import { putCharge, settledMissing } from '../../ledger/charges.ts';
import type { ChargeRow, CounterJobRow, CounterStep } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AuditLine } from '../audit/append.ts';
import type { EnginePorts } from '../ports.ts';
import { giveUp, isHopeless } from './give-up.ts';
import { unanswered } from './quarantine.ts';
import { backoff, continuation, pauseAfter, WATCH_GAP } from './schedule.ts';
import { blockWith } from './stopping.ts';
import { finish, release } from './store.ts';

/** Whether the charge already is as the step wants it, whoever made it so. */
export function isReached(step: CounterStep, charge: Charge): boolean {
  switch (step.kind) {
    case 'close':
      return !charge.deleted && charge.status === 'RECEIVED_IN_CASH';
    case 'lower':
      return livenessOf(charge) === 'live' && charge.value === step.to;
    case 'cancel':
      return livenessOf(charge) === 'deleted';
  }
}

const END: Readonly<Record<CounterStep['kind'], AuditLine['action']>> = {
  close: 'charge.received-in-cash',
  lower: 'charge.changed',
  cancel: 'charge.deleted',
};

/** The charge is as it should be. */
export function counterDone(ports: EnginePorts, job: CounterJobRow): Promise<null> {
  const { targetId, step } = job;
  return finish(
    ports,
    job,
    { state: 'done', chargeId: targetId, failure: null },
    { action: END[step.kind], detail: { charge: targetId, counter: true } },
  );
}

/** Asaas knows the charge no longer, by this job's own doing. */
export async function goneAsAsked(
  ports: EnginePorts,
  job: CounterJobRow,
  row: ChargeRow | null,
): Promise<null> {
  if (row) await putCharge(ports.ledger, settledMissing(row, row.seenAt), ports.now());
  return counterDone(ports, job);
}

/** Nothing was asked for, and the next reading of IXC decides. One whose request is a question stops instead. */
export function overtaken(ports: EnginePorts, job: CounterJobRow): Promise<null> {
  const failure = { code: 'overtaken' } as const;
  if (unanswered(job)) return blockWith(ports, job, failure);
  const line = { action: 'job.overtaken', detail: { charge: job.targetId } } as const;
  return finish(ports, job, { state: 'cancelled', failure }, line);
}

/** What IXC says is of another invoice than the charge's, as far as anybody can tell: a person looks. */
export async function unprovenNow(
  ports: EnginePorts,
  job: CounterJobRow,
  charge: Charge,
  invoice: Invoice,
): Promise<null> {
  await tellDifference(ports, job, charge, invoice, 'unproven');
  return overtaken(ports, job);
}

/** Whether money of the payer's is at Asaas, or on its way there; a receipt in cash is the counter's own. */
export function isPaidByPayer(charge: Charge): boolean {
  if (charge.status === 'RECEIVED_IN_CASH') return false;
  return livenessOf(charge) === 'paid' || charge.status === 'CONFIRMED';
}

/** The payer was quicker: a person is told that there are two receipts, or money for a cancelled invoice. */
export async function paidMeanwhile(
  ports: EnginePorts,
  job: CounterJobRow,
  charge: Charge,
  invoice: Invoice | null,
): Promise<null> {
  const { accountId, providerKey, invoiceId, targetId, step } = job;
  const about = { accountId, providerKey, invoiceId, id: targetId, value: charge.value };
  const isTwice = step.kind !== 'cancel' && isReceivedBeside(charge, invoice);
  if (step.kind === 'cancel') await tellDifference(ports, job, charge, invoice);
  else if (isTwice) await tellPaidTwice(ports, about, invoice);
  return finish(
    ports,
    job,
    { state: 'cancelled', ...whyPaid(job, isTwice) },
    { action: 'charge.paid-meanwhile', detail: { charge: targetId, status: charge.status } },
  );
}

/** Whoever asked for it in a window is told in the words of an act, and not in those of a sending. */
function whyPaid({ asked }: CounterJobRow, isTwice: boolean) {
  if (asked === undefined) return { reasons: [{ code: 'already-paid' as const }], failure: null };
  const refusal = isTwice ? 'paid-on-both-sides' : 'paid';
  return { reasons: [], failure: { code: 'act-refused' as const, params: { refusal } } };
}

/** Tells a person that the payer paid at Asaas and at the counter. */
export async function tellPaidTwice(
  { ledger, now }: Pick<EnginePorts, 'ledger' | 'now'>,
  charge: Pick<ChargeRow, 'id' | 'accountId' | 'providerKey' | 'invoiceId' | 'value'>,
  invoice: Invoice | null,
): Promise<void> {
  const { id, accountId, providerKey, invoiceId, value } = charge;
  const about = { accountId, providerKey, invoiceId, chargeIds: [id], subject: id };
  const detail = { cents: value, received: invoice?.received ?? 0 };
  await raiseAlert(ledger, { kind: 'paid-on-both-sides', ...about, detail }, now());
}

/** What was registered on a later day than the payer paid is that very payment. */
export function isReceivedBeside({ clientPaymentDate }: Charge, invoice: Invoice | null): boolean {
  if (invoice === null) return true;
  const receivedOn = invoice.paidOn ?? null;
  const isLater =
    clientPaymentDate !== null && receivedOn !== null && receivedOn > clientPaymentDate;
  return invoice.received > 0 && !isLater;
}

/** IXC and the charge say different things, and nothing may mend that by itself. */
export async function tellDifference(
  { ledger, now }: EnginePorts,
  { accountId, providerKey, invoiceId, targetId, step, origin }: CounterJobRow,
  { value }: Charge,
  invoice: Invoice | null,
  why?: string,
): Promise<void> {
  // As the sweep of that panel names it: see counter-act.ts.
  const isUnproven = why === 'unproven';
  const subject = isUnproven ? `${targetId}@${origin}` : targetId;
  const about = { accountId, providerKey, invoiceId, chargeIds: [targetId], subject };
  const { status = 'unknown', open = 0 } = invoice ?? {};
  const what = why === undefined || isUnproven ? step.kind : 'alert';
  const told = { step: what, status, open, cents: value, origin };
  const detail = why === undefined ? told : { ...told, why };
  await raiseAlert(ledger, { kind: 'counter-differs', ...about, detail }, now());
}

/**
 * A reading failed. What the counter did stays to be followed, and no person waits for it: even what only a
 * person can mend is tried again by itself, an hour later.
 */
export function laterCounter(
  ports: EnginePorts,
  job: CounterJobRow,
  failure: FailureView,
): Promise<null> {
  if (isHopeless(ports, job)) return giveUp(ports, job);
  const how = continuation(failure);
  const least = how === 'person' ? WATCH_GAP : backoff(job.tries);
  const nextAt = how === 'at-unlock' ? null : ports.now() + pauseAfter(failure, least);
  const open = unanswered(job) ? 'unknown' : 'waiting';
  const state = job.chargeId === null ? open : job.state;
  return release(ports, job, { state, failure, nextAt, tries: job.tries + 1 });
}
