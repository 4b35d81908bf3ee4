import type { NoticePayer, NoticeWish } from '../../../billing/notices/notice.ts';
import type { LedgerDatabase } from '../../../ledger/database.ts';
import {
  NOTICE_ITEM_STATES,
  type NoticeItemRow,
  type NoticeItemState,
} from '../../../ledger/notice-rows.ts';

type Items = Pick<LedgerDatabase, 'noticeItems'>;

/** A payer as the list shows it: what the list alone decides is decided. */
export function listedItem(
  jobId: string,
  { id, silenced, hasEmail, hasPhone }: NoticePayer,
  wish: NoticeWish,
): NoticeItemRow {
  const state = listedState(silenced, wish.silenced);
  return {
    ...{ jobId, payerId: id, state, silenced, hasEmail, hasPhone },
    asked: 0,
    failure: null,
  };
}

function listedState(silenced: boolean, wanted: boolean | null): NoticeItemState {
  if (wanted !== null && wanted !== silenced) return 'differs';
  return wanted === true ? 'same' : 'unread';
}

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
