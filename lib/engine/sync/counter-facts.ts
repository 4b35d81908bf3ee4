import { attemptCodeOf } from '../../billing/attempt-code.ts';
import { canonicalJson } from '../../billing/canonical.ts';
import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { Charge } from '../../billing/charge.ts';
import type { EarlierBalance } from '../../billing/counter-step.ts';
import type { Cents } from '../../billing/money.ts';
import type {
  AskedJobRow,
  ChangeJobRow,
  CounterJobRow,
  CounterStep,
  CreateJobRow,
  InvoiceEvidence,
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
 * The job of this ledger that last gave the charge its value: the one that made it, or a change of it that
 * was carried out.
 */
function valuedBy(charge: Charge, jobs: readonly JobRow[]): AskedJobRow | null {
  const maker = makerOf(charge, jobs);
  const isChange = (job: JobRow): job is ChangeJobRow =>
    job.kind === 'change' &&
    !job.imported &&
    job.state === 'done' &&
    job.targetId === charge.id &&
    job.attempts.length > 0;
  const changes: readonly AskedJobRow[] = jobs.filter(isChange);
  const all = maker === null ? changes : [maker, ...changes];
  return all.toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
}

/** What was open when the job asked for the value; a draft says so too, unless it contains more than that. */
function openBy(job: AskedJobRow | null): Cents | null {
  if (job?.asCharged) return job.asCharged.open;
  if (job?.kind !== 'create' || job.draft === null) return null;
  return job.draft.containsAccrued ? null : job.draft.value;
}

/**
 * What the ledger knows of the open balance before now: what was open when a job of this browser gave the
 * charge its value, and what a reading found open since.
 */
export function earlierBalance(
  charge: Charge,
  jobs: readonly JobRow[],
  before: InvoiceEvidence | undefined,
): EarlierBalance {
  const job = valuedBy(charge, jobs);
  const isSince = ({ readAt }: InvoiceEvidence) =>
    job === null ? todayInSaoPaulo(readAt) > charge.createdOn : readAt >= job.createdAt;
  return { whenCharged: openBy(job), whenSeen: before && isSince(before) ? before.open : null };
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
