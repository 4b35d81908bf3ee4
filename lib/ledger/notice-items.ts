import type { LedgerDatabase } from './database.ts';
import {
  LEFT_OUT_STATES,
  NOTICE_ITEM_STATES,
  type NoticeItemRow,
  type NoticeItemState,
} from './notice-rows.ts';

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

/** All payers of a run. */
export function itemsOf({ noticeItems }: Items, jobId: string) {
  return noticeItems.where('[jobId+payerId]').between([jobId, ''], [jobId, '\uffff']);
}

/**
 * Writes where a payer is, unless it is no longer where it was read: one that was erased is not to come back,
 * and one that a person decided since is theirs. False: nothing was written.
 */
export async function moveItem(
  { noticeItems }: Items,
  from: NoticeItemState,
  item: NoticeItemRow,
): Promise<boolean> {
  const own = noticeItems.where('[jobId+payerId]').equals([item.jobId, item.payerId]);
  return (await own.and(({ state }) => state === from).modify({ ...item })) > 0;
}

export type ItemCounts = Readonly<Record<NoticeItemState, number>>;

/** The payers that a run is about: not those that are only counted because they are left out. */
export function payersCounted(counts: ItemCounts): number {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return all - leftOutCounted(counts);
}

export function leftOutCounted(counts: ItemCounts): number {
  return LEFT_OUT_STATES.reduce((sum, state) => sum + counts[state], 0);
}

/** Of those that would change, how many Asaas tells nothing now. */
export function silencedToChange({ noticeItems }: Items, jobId: string): Promise<number> {
  return noticeItems
    .where('[jobId+state]')
    .equals([jobId, 'differs'])
    .filter(({ silenced }) => silenced)
    .count();
}

/** How many payers of a run are where. */
export async function itemCounts({ noticeItems }: Items, jobId: string): Promise<ItemCounts> {
  const counts = NOTICE_ITEM_STATES.map(
    async (state) =>
      [state, await noticeItems.where('[jobId+state]').equals([jobId, state]).count()] as const,
  );
  return Object.fromEntries(await Promise.all(counts)) as ItemCounts;
}
