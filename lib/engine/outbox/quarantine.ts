import type { Attempt, JobRow } from '../../ledger/rows.ts';

/** A request may commit this long after its client gave up. ms, on Asaas's clock. */
export const QUARANTINE = 10 * 60_000;
/** Searches closer together than this count as one. ms. */
export const MIN_GAP = 60_000;
/** A second request needs at least this many searches that found nothing. */
export const MIN_ABSENT = 3;
/** The first request and one more, whatever became of it; after that a person looks. */
const MAX_REQUESTS = 2;
/** The requests that must not simply be made again: every POST. */
const ONCE_MORE = [
  'charge',
  'payer',
  'cash',
  'restore',
  'undo-cash',
  'refund',
  'slip-refund',
  'message',
] as const satisfies readonly Attempt['request'][];
/** How long a job that a person must look at is still searched for by itself. ms. */
export const WATCH = 48 * 60 * 60_000;

/**
 * The request whose outcome nobody knows, if there is one. A refusal of a later request says nothing
 * about an earlier one, and a payer's says nothing about a charge.
 */
export function openQuestion(attempts: readonly Attempt[]): Attempt | null {
  return lastAbout(attempts, 'charge') ?? lastAbout(attempts, 'payer');
}

function lastAbout(attempts: readonly Attempt[], about: Attempt['request']): Attempt | null {
  const last = attempts.findLast((each) => each.request === about && !didNothing(each));
  return last === undefined || last.outcome === 'done' ? null : last;
}

/** What a job of each kind asks for itself: a deletion also carries the attempts that made its charge. */
const OWN: Readonly<Record<JobRow['kind'], readonly Attempt['request'][]>> = {
  create: ['charge', 'payer'],
  change: ['change'],
  delete: ['delete'],
  counter: ['cash', 'change', 'delete'],
  act: ['delete', 'restore', 'undo-cash', 'refund', 'slip-refund'],
  edit: ['change'],
  adopt: ['change'],
  message: ['message'],
  notices: ['notices'],
  'notices-run': ['notices'],
  payer: ['payer-change'],
};

/** The request of this very job whose outcome nobody knows, if there is one. */
export function unanswered({ kind, attempts }: Pick<JobRow, 'kind' | 'attempts'>): Attempt | null {
  for (const about of OWN[kind]) {
    const open = lastAbout(attempts, about);
    if (open) return open;
  }
  return null;
}

/**
 * The request that a job is watched for once a person was asked to look: while it may still turn up, another
 * one like it must not be made. A deletion may, since it asks for no more than the first one did.
 */
export function watchedRequest(job: Pick<JobRow, 'kind' | 'attempts'>): Attempt | null {
  if (job.kind === 'create') return openQuestion(job.attempts);
  const asked = job.kind === 'act' ? unanswered(job) : null;
  return asked?.request === 'delete' ? null : asked;
}

/** The newest request whose outcome nobody knows, of any kind. */
export function lastUnanswered(attempts: readonly Attempt[]): Attempt | null {
  return attempts.findLast(({ outcome }) => outcome === 'open' || outcome === 'ambiguous') ?? null;
}

/** Asaas said that it did not do it. */
export function didNothing({ outcome }: Attempt): boolean {
  return outcome === 'refused' || outcome === 'put-off';
}

/** The attempts once what they may have made was found: no question is left. */
export function answered(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.map((each) =>
    each.outcome === 'open' || each.outcome === 'ambiguous' ? { ...each, outcome: 'done' } : each,
  );
}

/** Adds a search that found nothing, unless it came too soon after the one before to say anything new. */
export function withAbsent(absent: readonly number[], at: number): readonly number[] {
  const last = absent.at(-1);
  return last !== undefined && at - last < MIN_GAP ? absent : [...absent, at];
}

/**
 * What looks that found nothing done allow for the request of this `question`, by default the one that
 * made a charge. `repeat` only after the quarantine, with enough looks, the last of them after the
 * quarantine; once at most, be it refused. Times are ms on Asaas's clock.
 */
export function afterAbsent(
  attempts: readonly Attempt[],
  absent: readonly number[],
  question: Attempt | null = openQuestion(attempts),
): 'wait' | 'repeat' | 'ask-person' {
  const last = absent.at(-1);
  if (!question || last === undefined || absent.length < MIN_ABSENT) return 'wait';
  if (last < question.at + QUARANTINE) return 'wait';
  const isSpent = ONCE_MORE.some((about) => timesMade(attempts, about) >= MAX_REQUESTS);
  return isSpent ? 'ask-person' : 'repeat';
}

function timesMade(attempts: readonly Attempt[], about: Attempt['request']): number {
  return attempts.filter(
    ({ request, outcome }) => request === about && outcome !== 'put-off' && outcome !== 'done',
  ).length;
}
