import type { JobRow } from '../../ledger/rows.ts';
import type { JobView } from '../../messages/job-view.ts';
import { isCancellable } from './store.ts';

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
  };
}
