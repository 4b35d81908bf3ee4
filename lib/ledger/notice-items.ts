import type { LedgerDatabase } from './database.ts';
import { NOTICE_ITEM_STATES, type NoticeItemRow, type NoticeItemState } from './notice-rows.ts';

type Items = Pick<LedgerDatabase, 'noticeItems'>;

/** The next items of a state, in the order of payers. */
export function itemsIn(
  { noticeItems }: Items,
  jobId: string,
  state: NoticeItemState,
  most: number,
): Promise<NoticeItemRow[]> {
  return noticeItems.where('[jobId+state]').equals([jobId, state]).limit(most).toArray();
}

export type ItemCounts = Readonly<Record<NoticeItemState, number>>;

/** How many payers of a run are where. */
export async function itemCounts({ noticeItems }: Items, jobId: string): Promise<ItemCounts> {
  const counts = NOTICE_ITEM_STATES.map(
    async (state) =>
      [state, await noticeItems.where('[jobId+state]').equals([jobId, state]).count()] as const,
  );
  return Object.fromEntries(await Promise.all(counts)) as ItemCounts;
}
