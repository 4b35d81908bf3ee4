import type { JobRow } from '../../ledger/rows.ts';
import type { FailureView } from '../../messages/failure.ts';
import { unfinishedEnd } from '../outbox/give-up.ts';
import { activeJobs, isCancellable } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';
import { timeOfDay } from '../../billing/time-of-day.ts';

/**
 * The oldest job of these that may still send something, or whose request may still turn up; null when
 * there is none. One that only looks at its charge again keeps nobody from changing the setup.
 */
export async function unsettledJob(
  ports: Pick<EnginePorts, 'ledger'>,
  concerns: (job: JobRow) => boolean,
): Promise<JobRow | null> {
  const jobs = await activeJobs(ports);
  return jobs.find((job) => concerns(job) && unfinishedEnd(job) === null) ?? null;
}

/** Why the account of a job must stay. Params: `invoice`; `until`, the time of the next look at Asaas. */
export function accountBusy(job: JobRow): FailureView {
  const invoice = job.invoiceId;
  if (job.nextAt === null || isCancellable(job)) {
    return { code: 'account-busy', params: { invoice } };
  }
  return { code: 'account-waits', params: { invoice, until: timeOfDay(job.nextAt) } };
}

/** Why the panel of a job must stay. Params: `invoice`. */
export function panelBusy(job: JobRow): FailureView {
  return { code: 'panel-busy', params: { invoice: job.invoiceId } };
}
