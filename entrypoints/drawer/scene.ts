import type { DrawerSnapshot } from '../../lib/messages/drawer.ts';
import type { JobState, JobView } from '../../lib/messages/job-view.ts';

export interface Scene {
  readonly loading: boolean;
  readonly job: boolean;
  readonly plan: boolean;
  readonly confirm: boolean;
}

const STOPPED: readonly JobState[] = ['done', 'cancelled', 'blocked'];

/** A job that may still change something on its own: nothing else is offered beside it. */
function isRunning(job: JobView | null): boolean {
  return job !== null && !STOPPED.includes(job.state);
}

/** What the drawer shows of a snapshot. */
export function scene(snapshot: DrawerSnapshot): Scene {
  const { plan, planId, job, charge, failure, busy } = snapshot;
  const running = isRunning(job);
  // A charge on screen already says everything that "reuse" would.
  const told = plan?.kind === 'reuse' && charge !== null;
  const showsPlan = plan !== null && !running && !told && failure?.code !== 'locked';
  const sendable = showsPlan && plan.kind !== 'blocked' && plan.kind !== 'duplicate';
  return {
    loading: busy && plan === null && charge === null && job === null && failure === null,
    job: job !== null && !(job.state === 'done' && charge !== null),
    plan: showsPlan,
    confirm: sendable && planId !== null,
  };
}
