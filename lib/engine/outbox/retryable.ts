import type { JobRow } from '../../ledger/rows.ts';
import type { JobState } from '../../messages/job-view.ts';
import { unanswered } from './quarantine.ts';

const BY_ITSELF: ReadonlySet<JobState> = new Set(['queued', 'waiting', 'unknown', 'verified']);

/** Confirmed in a window, a form or a list of their own. */
const ASKED_ANEW: ReadonlySet<JobRow['kind']> = new Set([
  'act',
  'edit',
  'message',
  'adopt',
  'notices-run',
]);

/**
 * Whether a person may have a job tried: at once where it goes on by itself, and anew where it stopped. One
 * that stopped while nobody knows what became of its request is for Asaas's own page; so is one that came
 * in a file, and what it was to do is confirmed anew here or not at all.
 */
export function isRetryable(job: JobRow): boolean {
  if (job.imported === true || isWithPerson(job)) return false;
  if (job.activeKey !== undefined) return BY_ITSELF.has(job.state) || job.state === 'blocked';
  // What was refused, or changed since, is confirmed anew in its window or form.
  if (ASKED_ANEW.has(job.kind)) return false;
  return job.state === 'blocked' && unanswered(job) === null;
}

/** A standardisation that a person has to confirm, or has paused: its own page carries it on. */
export function isWithPerson(job: JobRow): boolean {
  if (job.kind !== 'notices-run' || job.activeKey === undefined) return false;
  return job.held || job.phase === 'ready';
}
