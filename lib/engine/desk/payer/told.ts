import { OVERRIDABLE } from '../../../billing/payer/override.ts';
import type { PayerField } from '../../../billing/payer/payer-field.ts';
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
 * The fields of the payer's record in which something that was typed for a sending may be still; null: none. Of
 * a payer that the sending made, by this job or by one that stopped before it, that is whatever could be typed.
 */
export function typedFields(
  jobs: readonly JobRow[],
  chargeId: string,
): readonly PayerField[] | null {
  const made = sendingOf(jobs, chargeId);
  if (made === undefined) return null;
  const updates = jobs.filter((job): job is PayerJobRow => job.kind === 'payer');
  const beside = updates.filter((job) => job.beside === made.id);
  const isNew = jobs.some((job) => madePayer(job, made));
  // One that stopped may have been tried again, which is another job.
  const there = isNew ? made : beside.find(isThere);
  if (there === undefined) return null;
  const back = updates.filter((job) => isBack(job, made) && lastOf(job) > lastOf(there));
  const fields = there.kind === 'payer' ? there.fields : OVERRIDABLE;
  return fields.filter((field) => !back.some((job) => job.fields.includes(field)));
}

/** A person took IXC's own value. */
function isBack({ override, state, payerId }: PayerJobRow, made: CreateJobRow): boolean {
  return override === null && state === 'done' && payerId === made.payerId;
}

/** A sending is looked at long after it made its payer. */
function lastOf(job: PayerJobRow | CreateJobRow): number {
  return job.kind === 'payer' ? (job.writtenAt ?? job.createdAt) : job.createdAt;
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
