import { attemptCodeOf } from '../../billing/attempt-code.ts';
import { canonicalJson } from '../../billing/canonical.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Charge } from '../../billing/charge.ts';
import type { EarlierBalance } from '../../billing/counter-step.ts';
import type {
  CounterJobRow,
  CounterStep,
  CreateJobRow,
  InvoiceRow,
  JobRow,
} from '../../ledger/rows.ts';

/** The job of this ledger that made the charge, by the attempt code at its description's end. */
export function makerOf(charge: Charge, jobs: readonly JobRow[]): CreateJobRow | null {
  const code = attemptCodeOf(charge.description);
  if (code === null) return null;
  const made = (job: JobRow): job is CreateJobRow =>
    job.kind === 'create' && !job.imported && job.attempts.some((attempt) => attempt.code === code);
  return jobs.find(made) ?? null;
}

/**
 * What the ledger knows of the open balance before now: what was open when a job of this browser made the
 * charge, unless the value contained more than that, and what a reading of a later day found open.
 */
export function earlierBalance(
  charge: Charge,
  jobs: readonly JobRow[],
  before: InvoiceRow | undefined,
): EarlierBalance {
  const code = attemptCodeOf(charge.description);
  const maker = jobs.find(
    (job) =>
      job.kind === 'create' &&
      !job.imported &&
      job.attempts.some((attempt) => attempt.code === code),
  );
  const draft = maker?.kind === 'create' ? maker.draft : null;
  const isLater = before && todayInSaoPaulo(before.readAt) > charge.createdOn;
  return {
    whenCharged: draft === null || draft.containsAccrued ? null : draft.value,
    whenSeen: isLater ? before.open : null,
  };
}

export function isStep(outcome: { readonly kind: string }): outcome is CounterStep {
  return outcome.kind === 'close' || outcome.kind === 'lower' || outcome.kind === 'cancel';
}

/** The day of a receipt makes no other step of it. */
export function isSameStep(one: CounterStep, other: CounterStep): boolean {
  const essence = (of: CounterStep) => canonicalJson({ ...of, paidOn: null });
  return essence(one) === essence(other);
}

/** The last job that was to do the same to the charge. What a file says was done is not relied on. */
export function sameStep(
  jobs: readonly JobRow[],
  targetId: string,
  step: CounterStep,
): CounterJobRow | null {
  const same = jobs.filter(
    (job): job is CounterJobRow =>
      job.kind === 'counter' &&
      !job.imported &&
      job.targetId === targetId &&
      isSameStep(job.step, step),
  );
  return same.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}
