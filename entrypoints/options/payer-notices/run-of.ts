import { itemCounts, silencedToChange, type ItemCounts } from '../../../lib/ledger/notice-items.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { NoticeItemRow, NoticesRunJobRow } from '../../../lib/ledger/notice-rows.ts';

/** The account's last standardisation, as the ledger has it. */
export interface RunShown {
  readonly job: NoticesRunJobRow;
  readonly counts: ItemCounts;
  /** Of those that would change, how many Asaas tells nothing now. */
  readonly silenced: number;
  /** Those that Asaas refused, or that it did not take; the first of them. */
  readonly failed: readonly NoticeItemRow[];
}

/** So many are named; the others are counted. */
const MOST_NAMED = 20;

export async function readRun(ledger: LedgerDatabase, accountId: string): Promise<RunShown | null> {
  const jobs = await ledger.jobs.where({ accountId }).toArray();
  const runs = jobs.filter(
    (job): job is NoticesRunJobRow => job.kind === 'notices-run' && job.imported !== true,
  );
  const [job] = runs.toSorted((a, b) => b.createdAt - a.createdAt);
  if (!job) return null;
  const failed = await ledger.noticeItems
    .where('[jobId+state]')
    .equals([job.id, 'failed'])
    .limit(MOST_NAMED)
    .toArray();
  const counts = await itemCounts(ledger, job.id);
  return { job, counts, silenced: await silencedToChange(ledger, job.id), failed };
}
