import { cents, type Cents } from '../money.ts';
import {
  channelsInForce,
  NOTICE_SLOTS,
  type Channels,
  type Notice,
  type NoticeGrid,
  type NoticeSlot,
} from './notice.ts';

/** What telling payers costs, from the account's own fee table; null: it does not say. */
export interface NoticeFees {
  /** E-mail and SMS together, once for each charge. */
  readonly messaging: Cents | null;
  /** Each message. */
  readonly whatsapp: Cents | null;
  /** Each call. */
  readonly call: Cents | null;
}

/** What telling one payer about one charge costs; null: a price that is needed is unknown. */
export interface ChargeCost {
  /** Paid on time. */
  readonly onTime: Cents | null;
  /** Told that it is overdue, and once more. */
  readonly late: Cents | null;
}

/** What a charge that is paid on time is told of. Changes of a charge are the exception, and not counted. */
const ON_TIME: readonly NoticeSlot[] = [
  'created',
  'due-soon',
  'due-today',
  'slip-line',
  'received',
];
/** What a charge that is paid late is told of as well. */
export const LATE: readonly NoticeSlot[] = [...ON_TIME, 'overdue', 'overdue-again'];

/**
 * An estimate of what one charge's notices cost. E-mail and SMS are billed once a charge, as statements show
 * (`PAYMENT_MESSAGING_NOTIFICATION_FEE`); WhatsApp and calls by the piece.
 */
export function chargeCost(grid: NoticeGrid, fees: NoticeFees): ChargeCost {
  return { onTime: costOf(ON_TIME, grid, fees), late: costOf(LATE, grid, fees) };
}

function costOf(slots: readonly NoticeSlot[], grid: NoticeGrid, fees: NoticeFees): Cents | null {
  const told = slots.map((slot) => grid[slot]);
  const isMailed = told.some(({ email, sms }) => email || sms);
  const parts = [
    times(isMailed ? 1 : 0, fees.messaging),
    times(told.filter(({ whatsapp }) => whatsapp).length, fees.whatsapp),
    times(told.filter(({ call }) => call).length, fees.call),
  ];
  return parts.reduce<Cents | null>(
    (sum, part) => (sum === null || part === null ? null : cents(sum + part)),
    cents(0),
  );
}

/** Nothing costs nothing, whatever its price is; something of an unknown price has none. */
export function times(count: number, fee: Cents | null): Cents | null {
  if (count === 0) return cents(0);
  return fee === null ? null : cents(count * fee);
}

/** The grid that a payer's notices amount to. Of two notices of one slot, what either tells is told. */
export function gridOf(notices: readonly Notice[]): NoticeGrid {
  const told = (slot: NoticeSlot): Channels => {
    const own = notices.filter((notice) => notice.slot === slot).map(channelsInForce);
    const any = (channel: keyof Channels) => own.some((channels) => channels[channel]);
    return { email: any('email'), sms: any('sms'), whatsapp: any('whatsapp'), call: any('call') };
  };
  return Object.fromEntries(NOTICE_SLOTS.map((slot) => [slot, told(slot)])) as NoticeGrid;
}
