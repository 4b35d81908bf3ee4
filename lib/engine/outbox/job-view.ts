import type { JobRow } from '../../ledger/rows.ts';
import type { JobView } from '../../messages/job-view.ts';
import { openQuestion, WATCH } from './quarantine.ts';
import { isCancellable, mayHaveChanged } from './store.ts';

/** A job as pages show it: no attempts, no lease, no choices. */
export function jobView(job: JobRow): JobView {
  return {
    id: job.id,
    invoiceId: job.invoiceId,
    state: job.state,
    createdAt: job.createdAt,
    nextAt: job.nextAt,
    reasons: job.reasons,
    failure: job.failure,
    cancellable: isCancellable(job),
    watchedUntil: watchedUntil(job),
    settled: job.state === 'cancelled' && job.attempts.some(mayHaveChanged),
  };
}

function watchedUntil({ state, activeKey, attempts, createdAt }: JobRow): number | null {
  const isWatched = state === 'blocked' && activeKey !== undefined;
  return isWatched ? (openQuestion(attempts)?.at ?? createdAt) + WATCH : null;
}
