import { parseReference } from '../../../billing/reference.ts';
import type { NoticePayer, NoticeWish } from '../../../billing/notices/notice.ts';
import type { NoticeItemRow, NoticeItemState } from '../../../ledger/notice-rows.ts';
import type { Whose } from './whose-payers.ts';

/** A payer as the list shows it: what the list alone decides is decided. */
export function listedItem(
  jobId: string,
  { id, reference, silenced, hasEmail, hasPhone }: NoticePayer,
  wish: NoticeWish,
  whose: NonNullable<Whose>,
): NoticeItemRow {
  const named = reference === null ? null : parseReference(reference);
  const isChanged = whose.is === 'ours' || whose.is === 'proven';
  const state = isChanged ? listedState(silenced, wish.silenced) : whose.is;
  return {
    ...{ jobId, payerId: id, state, silenced, hasEmail, hasPhone },
    ...(whose.is === 'proven' ? { proven: whose.reference } : {}),
    ...(named?.kind === 'payer' && whose.is !== 'out-other'
      ? { customerId: named.customerId }
      : {}),
    asked: 0,
    failure: null,
  };
}

function listedState(silenced: boolean, wanted: boolean | null): NoticeItemState {
  if (wanted !== null && wanted !== silenced) return 'differs';
  return wanted === true ? 'same' : 'unread';
}
