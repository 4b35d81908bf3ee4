import type { JobRow } from '../../ledger/rows.ts';
import { withoutAnswer } from '../outbox/outcome.ts';
import { mayHaveChanged } from '../outbox/store.ts';
import { whereToLook } from '../outbox/where-to-look.ts';

/** States in which a job that holds no reference may be. */
const OVER: ReadonlySet<JobRow['state']> = new Set(['done', 'blocked', 'cancelled']);

/**
 * A job of another installation as history: it is marked as such for good, holds no reference, is due at
 * no time and nobody's to carry on. One that was still under way says that its invoice has to be looked up
 * at Asaas, or, when nothing had been asked for, that it was not carried on here. Its attempts keep the
 * installation that made them, so that none counts as this one's. `now` in ms: one of the future was made
 * by a clock that ran ahead, and must not pass for newer than whatever follows.
 */
export function importedJob(job: JobRow, now: number): JobRow {
  const { activeKey, ...rest } = job;
  const createdAt = Math.min(job.createdAt, now);
  const over = { ...rest, createdAt, lease: null, nextAt: null, imported: true } as const;
  if (activeKey === undefined && OVER.has(job.state)) return over;
  const attempts = withoutAnswer(job.attempts);
  return attempts.some(mayHaveChanged)
    ? { ...over, attempts, state: 'blocked', failure: { code: whereToLook(job) } }
    : { ...over, attempts, state: 'cancelled', failure: { code: 'profile-restored' } };
}
