import type { JobRow } from '../../ledger/rows.ts';
import { unanswered } from './quarantine.ts';

/** From these a job goes on to a request. */
const BEFORE_REQUEST: ReadonlySet<JobRow['state']> = new Set([
  'queued',
  'locating',
  'waiting',
  'intent',
]);

/**
 * Whether "Pausar tudo" keeps a job where it is. One whose request nobody knows the outcome of goes on
 * looking, and one whose request was answered goes on verifying; neither gets to another request (`intend`).
 */
export function isHeldByPause(job: JobRow): boolean {
  return BEFORE_REQUEST.has(job.state) && unanswered(job) === null;
}
