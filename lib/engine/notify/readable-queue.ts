import type { LedgerDatabase } from '../../ledger/database.ts';
import type { JobRow } from '../../ledger/rows.ts';
import type { JobView } from '../../messages/job-view.ts';
import { jobView } from '../outbox/job-view.ts';
import { readQueue } from '../outbox/queue-view.ts';
import { activeJobs } from '../outbox/store.ts';

/** A job of which no more can be said, because its row is none of ours, or a newer release's. */
export type OddJob = Pick<JobRow, 'id' | 'invoiceId' | 'state' | 'origin'>;

export interface ReadableQueue {
  readonly jobs: readonly JobView[];
  /** Stopped or under way, and not to be shown. */
  readonly odd: readonly OddJob[];
}

/**
 * The queue, also where one of its rows cannot be understood: that one must not hide the others. Then what
 * ended is left out, and what was tried anew is in it with every try. Fails only where the ledger does.
 */
export async function readReadableQueue(ledger: LedgerDatabase): Promise<ReadableQueue> {
  return readQueue(ledger).then(
    (jobs) => ({ jobs, odd: [] }),
    () => rowByRow(ledger),
  );
}

async function rowByRow(ledger: LedgerDatabase): Promise<ReadableQueue> {
  const active = await activeJobs({ ledger });
  const blocked = await ledger.jobs.where('state').equals('blocked').toArray();
  const stopped = blocked.filter(({ activeKey }) => activeKey === undefined);
  const jobs: JobView[] = [];
  const odd: OddJob[] = [];
  for (const row of [...active, ...stopped]) {
    const view = await jobView({ ledger }, row).catch(() => null);
    if (view) jobs.push(view);
    else odd.push({ id: row.id, invoiceId: row.invoiceId, state: row.state, origin: row.origin });
  }
  return { jobs, odd };
}
