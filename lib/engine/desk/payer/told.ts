import type { PayerJobRow } from '../../../ledger/desk-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { PayerData } from '../../../messages/payer-data.ts';

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
 * Why the charge was sent with data typed for that sending alone; null: it was not, or not from here. A sending
 * that found what somebody else had charged meanwhile has that charge too, and charged no payer.
 */
export function sentWith(jobs: readonly JobRow[], chargeId: string): PayerData['sentWith'] {
  const made = jobs.find((job) => job.kind === 'create' && job.chargeId === chargeId);
  if (made?.kind !== 'create' || made.payerId === null) return null;
  if (made.choices.payerOverride === undefined) return null;
  return { reason: made.choices.payerOverride.reason, at: made.createdAt };
}

/**
 * The fields that were typed for a sending, as its update of the payer names them; undefined: whatever could be,
 * since the sending made the payer. Null: they are still to reach
 * the record, or never did.
 */
export function typedFields(
  jobs: readonly JobRow[],
  chargeId: string,
): readonly string[] | null | undefined {
  const made = jobs.find((job) => job.kind === 'create' && job.chargeId === chargeId);
  if (made === undefined) return null;
  const beside = jobs.find((job) => job.kind === 'payer' && job.beside === made.id);
  if (beside?.kind !== 'payer') return undefined;
  const { state, activeKey, attempts, fields } = beside;
  const isThere = state === 'done' || (activeKey === undefined && attempts.length > 0);
  return isThere ? fields : null;
}
