import type { JobView } from '../../../lib/messages/job-view.ts';

export interface QueueParts {
  /** Nothing happens before a person does something. */
  readonly stopped: readonly JobView[];
  readonly underWay: readonly JobView[];
  readonly over: readonly JobView[];
}

/** The queue as pages show it, each job in one place. */
export function queueParts(jobs: readonly JobView[]): QueueParts {
  const isOver = ({ state }: JobView) => state === 'done' || state === 'cancelled';
  const isStopped = ({ state }: JobView) => state === 'blocked';
  return {
    stopped: jobs.filter(isStopped),
    underWay: jobs.filter((job) => !isStopped(job) && !isOver(job)),
    over: jobs.filter(isOver),
  };
}
