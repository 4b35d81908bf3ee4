import { MAX_LIMIT } from '../../../asaas/query.ts';
import { planNotices } from '../../../billing/notices/plan-notices.ts';
import type { NoticeItemRow, NoticesRunJobRow } from '../../../ledger/notice-rows.ts';
import type { JobRow } from '../../../ledger/rows.ts';
import type { FailureView } from '../../../messages/failure.ts';
import type { EnginePorts } from '../../ports.ts';
import { asaasFailureView } from '../../setup/failures.ts';
import { advance } from '../store.ts';
import type { Run } from './run.ts';
import { itemsIn, moveItem } from '../../../ledger/notice-items.ts';
import { listedItem } from './listed-item.ts';
import { waitOn } from './wait-on.ts';
import { whosePayers } from './whose-payers.ts';

/** A payer that is removed while the list is read moves the next ones up: pages overlap by so many. */
const OVERLAP = 5;
/** Payers read at the same time. */
const AT_ONCE = 5;

/** One page of the account's payers: ours are written down, also those that are left out, and nobody else. */
export async function listPage(ports: EnginePorts, run: Run): Promise<JobRow | null> {
  const { job, client, wish } = run;
  const page = await client.listNoticePayers(job.offset);
  if (!page.ok) return waitOn(ports, job, asaasFailureView(page.error));
  const { items } = page.value;
  const whose = await whosePayers(ports, run, items);
  const ours = items.flatMap((payer, at) => {
    const of = whose[at] ?? null;
    return of === null ? [] : [listedItem(job.id, payer, wish, of)];
  });
  // A payer of two pages, or of a page that was read before the worker died, is the same row.
  if (!(await putListed(ports, job, ours))) return null;
  const next: Partial<NoticesRunJobRow> = page.value.hasMore
    ? { offset: job.offset + MAX_LIMIT - OVERLAP }
    : { phase: 'reading' };
  return advance<NoticesRunJobRow>(ports, job, { ...next, tries: 0, failure: null });
}

/** False: the run was ended meanwhile, maybe with its account, and nothing of it is to come back. */
function putListed(
  { ledger }: EnginePorts,
  { id }: NoticesRunJobRow,
  items: readonly NoticeItemRow[],
): Promise<boolean> {
  const { jobs, noticeItems } = ledger;
  return ledger.transaction('rw', jobs, noticeItems, async () => {
    if ((await jobs.get(id))?.activeKey === undefined) return false;
    await noticeItems.bulkPut(items);
    return true;
  });
}

/** The notices of the next payers that Asaas tells; `present` once all are read. */
export async function readSome(
  ports: EnginePorts,
  run: Run,
  present: () => Promise<JobRow | null>,
): Promise<JobRow | null> {
  const { job } = run;
  const unread = await itemsIn(ports.ledger, job.id, 'unread', AT_ONCE);
  if (unread.length === 0) return present();
  const failures = await Promise.all(unread.map((item) => readItem(ports, run, item)));
  const failure = failures.find((one) => one !== null);
  if (failure) return waitOn(ports, job, failure);
  return advance<NoticesRunJobRow>(ports, job, { tries: 0, failure: null });
}

async function readItem(
  { ledger }: EnginePorts,
  { client, wish }: Run,
  item: NoticeItemRow,
): Promise<FailureView | null> {
  const notices = await client.notices(item.payerId);
  if (!notices.ok && notices.error.kind !== 'not-found') return asaasFailureView(notices.error);
  const change = notices.ok ? planNotices(item, notices.value, wish) : null;
  const state = !notices.ok ? 'left' : change === null ? 'same' : 'differs';
  await moveItem(ledger, item.state, { ...item, state });
  return null;
}
