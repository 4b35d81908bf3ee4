import type { JobRow } from '../../ledger/rows.ts';
import type { JobState } from '../../messages/job-view.ts';
import { unanswered } from './quarantine.ts';

const BY_ITSELF: ReadonlySet<JobState> = new Set(['queued', 'waiting', 'unknown', 'verified']);

/**
 * Whether a person may have a job tried: at once where it goes on by itself, and anew where it stopped. One
 * that stopped while nobody knows what became of its request is for Asaas's own page; so is one that came
 * in a file, and what it was to do is confirmed anew here or not at all.
 */
export function isRetryable(job: JobRow): boolean {
  if (job.imported === true) return false;
  if (job.activeKey !== undefined) return BY_ITSELF.has(job.state) || job.state === 'blocked';
  // What was refused, or changed since, is confirmed anew in its window or form.
  if (job.kind === 'act' || job.kind === 'edit' || job.kind === 'message') return false;
  return job.state === 'blocked' && unanswered(job) === null;
}
