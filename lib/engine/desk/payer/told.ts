import type { PayerJobRow } from '../../../ledger/desk-rows.ts';
import type { CreateJobRow, JobRow } from '../../../ledger/rows.ts';
import type { PayerData } from '../../../messages/payer-data.ts';
import { didNothing } from '../../outbox/quarantine.ts';

/** An update that is over is told in the drawer for this long. ms. */
const TOLD = 60 * 60_000;

/** What a person had changed on the payer last: whatever is not over, stopped, or was over just now. */
export function toldUpdate(
  jobs: readonly JobRow[],
  payerId: string,
  now: number,
): PayerJobRow | null {
  const own = jobs.filter(
    (job): job is PayerJobRow => job.kind === 'payer' && !job.imported && job.payerId === payerId,
  );
  const newest = own.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
  if (newest === null) return null;
  const isTold = newest.activeKey !== undefined || now - newest.createdAt < TOLD;
  return isTold || newest.state === 'blocked' ? newest : null;
}

/**
 * The sending that made a charge; undefined: none from here. One that found what was charged before has that
 * charge too, and charged no payer.
 */
function sendingOf(jobs: readonly JobRow[], chargeId: string): CreateJobRow | undefined {
  return jobs.find(
    (job): job is CreateJobRow =>
      job.kind === 'create' && job.chargeId === chargeId && job.payerId !== null,
  );
}

/** Why the charge was sent with data typed for that sending alone; null: it was not, or not from here. */
export function sentWith(jobs: readonly JobRow[], chargeId: string): PayerData['sentWith'] {
  const made = sendingOf(jobs, chargeId);
  if (made?.choices.payerOverride === undefined) return null;
  return { reason: made.choices.payerOverride.reason, at: made.createdAt };
}

/**
 * The fields that were typed for a sending, as its update of the payer names them; undefined: whatever could be,
 * since the sending made the payer, by this job or by one that stopped before it. Null: they are still to reach
 * the record, or never did.
 */
export function typedFields(
  jobs: readonly JobRow[],
  chargeId: string,
): readonly string[] | null | undefined {
  const made = sendingOf(jobs, chargeId);
  if (made === undefined) return null;
  const updates = jobs.filter(
    (job): job is PayerJobRow => job.kind === 'payer' && job.beside === made.id,
  );
  if (updates.length === 0) return jobs.some((job) => madePayer(job, made)) ? undefined : null;
  // One that stopped may have been tried again, which is another job.
  return updates.find(isThere)?.fields ?? null;
}

function isThere({ state, activeKey, attempts }: PayerJobRow): boolean {
  return state === 'done' || (activeKey === undefined && attempts.length > 0);
}

/** Whether a job with the same typed data asked for a payer. */
function madePayer(job: JobRow, { choices }: CreateJobRow): boolean {
  if (job.kind !== 'create' || job.choices.payerOverride?.id !== choices.payerOverride?.id) {
    return false;
  }
  return job.attempts.some((each) => each.request === 'payer' && !didNothing(each));
}
