import type { NoticePayer, NoticeWish } from '../../../billing/notices/notice.ts';
import type { NoticeItemRow, NoticeItemState } from '../../../ledger/notice-rows.ts';

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
