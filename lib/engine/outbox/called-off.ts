import type { JobRow } from '../../ledger/rows.ts';
import type { JobState } from '../../messages/job-view.ts';
import { didNothing } from './quarantine.ts';

/** From the first request until its charge was checked. */
const UNDER_WAY: ReadonlySet<JobState> = new Set([
  'intent',
  'unknown',
  'created',
  'locating',
  'waiting',
]);

/** Whether a creation that can no longer be cancelled at once may still be called off, its charge deleted. */
export function mayBeCalledOff(job: JobRow): boolean {
  const isOpen = job.activeKey !== undefined && job.cancelAskedAt === undefined;
  return job.kind === 'create' && isOpen && !job.imported && UNDER_WAY.has(job.state) && asked(job);
}

/** Something was asked of Asaas: before that a job is simply cancelled. */
function asked({ attempts }: JobRow): boolean {
  return attempts.some((each) => !didNothing(each));
}

/** Whether the job was called off since its holder read it. */
export function isNews(read: JobRow, current: JobRow): boolean {
  return read.cancelAskedAt === undefined && current.cancelAskedAt !== undefined;
}
