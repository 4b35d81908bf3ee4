import type { NoticeGrid, NoticeWish } from '../billing/notices/notice.ts';
import type { FailureView } from '../messages/failure.ts';
import type { JobBase } from './job-rows.ts';

/** What Asaas tells one payer, as a person or the account's scheme wants it. */
export interface NoticesJobRow extends JobBase {
  readonly kind: 'notices';
  /** The payer at Asaas. */
  readonly targetId: string;
  readonly wish: NoticeWish;
  /** `scheme`: the payer is new, and gets what the account's payers have. */
  readonly because: 'asked' | 'scheme';
}

/**
 * How far a standardisation is: the account's payers are listed, those that Asaas tells are read one by one,
 * a person sees what would change and confirms it, and then it is changed, payer by payer.
 */
export const NOTICE_PHASES = ['listing', 'reading', 'ready', 'changing'] as const;
export type NoticePhase = (typeof NOTICE_PHASES)[number];

/** The scheme of one account for all its payers of one panel. Its payers are in `noticeItems`. */
export interface NoticesRunJobRow extends JobBase {
  readonly kind: 'notices-run';
  readonly phase: NoticePhase;
  readonly notifier: 'ixc' | 'asaas' | 'none';
  readonly grid: NoticeGrid;
  /** Of the list of payers, while it is read. */
  readonly offset: number;
  /** A person paused it. */
  readonly held: boolean;
  /** When a person confirmed what it showed, ms since the epoch. */
  readonly confirmedAt?: number;
}

/**
 * Why a payer of ours is left out. `out-unmarked`: a charge of ours is of it, found by its CPF, and it bears no
 * reference; `out-other`: it bears another's; `out-differs`: it is under another key of the provider, and IXC's
 * customer of that number has another CPF, or none; `out-unread`: likewise, and IXC could not be asked.
 */
export const LEFT_OUT_STATES = ['out-unmarked', 'out-other', 'out-differs', 'out-unread'] as const;
export type LeftOutState = (typeof LEFT_OUT_STATES)[number];

/**
 * `unread` → `same` or `differs` → `intent` → `changed`; `left`: no longer ours, gone, or a person decided it since; `failed`: Asaas
 * refused it, or did not take it. Those of `LEFT_OUT_STATES` are counted, and nothing else.
 */
export const NOTICE_ITEM_STATES = [
  'unread',
  'same',
  'differs',
  'intent',
  'changed',
  'left',
  'failed',
  ...LEFT_OUT_STATES,
] as const;
export type NoticeItemState = (typeof NOTICE_ITEM_STATES)[number];

/** One payer of a standardisation. Ids and flags, never a name or an address. */
export interface NoticeItemRow {
  readonly jobId: string;
  readonly payerId: string;
  readonly state: NoticeItemState;
  /** The reference under another key of the provider that proved to be this customer's; none under its own. */
  readonly proven?: string;
  /** IXC's number of the customer, where the payer's reference says it: what is erased with the customer. */
  readonly customerId?: string;
  readonly silenced: boolean;
  readonly hasEmail: boolean;
  readonly hasPhone: boolean;
  /** How often Asaas was asked to change it. */
  readonly asked: number;
  readonly failure: FailureView | null;
}
