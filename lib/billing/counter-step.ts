import type { CivilDate } from './calendar.ts';
import type { Charge } from './charge.ts';
import type { Invoice } from './invoice.ts';
import { cents, type Cents } from './money.ts';
import { MINIMUM_VALUE } from './plan/terms.ts';
import { isEditable } from './status.ts';

/** What must follow at Asaas once the counter did something to the invoice in IXC. */
export type CounterOutcome =
  /** Received: the charge becomes received in cash, of its own value. */
  | { readonly kind: 'close'; readonly value: Cents; readonly paidOn: CivilDate }
  /** Partly received: the charge asks for what is left. */
  | { readonly kind: 'lower'; readonly to: Cents }
  | { readonly kind: 'cancel'; readonly because: 'cancelled' | 'renegotiated' }
  /** What is left is less than Asaas takes: a person decides. */
  | { readonly kind: 'alert'; readonly why: 'below-minimum'; readonly open: Cents }
  /** Partly received, and nobody knows whether the charge asks for that part too: a person decides. */
  | { readonly kind: 'alert'; readonly why: 'partial'; readonly open: Cents }
  /** Received, and yet something is open or no money came: a person looks which of the two is so. */
  | { readonly kind: 'alert'; readonly why: 'contradiction'; readonly open: Cents }
  | { readonly kind: 'nothing' };

/** What is known of the open balance at earlier times, in cents. */
export interface EarlierBalance {
  /** What was open when the charge was made; null when nobody wrote it down. */
  readonly whenCharged: Cents | null;
  /** What was open at some reading while the charge was there already; null when there was none. */
  readonly whenSeen: Cents | null;
}

const NOTHING: CounterOutcome = { kind: 'nothing' };
const UNKNOWN_BALANCE: EarlierBalance = { whenCharged: null, whenSeen: null };

/**
 * What the counter's work in IXC asks of the invoice's charge. Only what Asaas still lets change is
 * touched, nothing is ever raised, and whatever is unknown or contradicts itself asks for nothing.
 *
 * A charge may ask for more than is open because it contains fine and interest. So it is lowered only where
 * the balance is known to have fallen since it was made, never because the two values differ. Where a part
 * was received and that is not known, a person is told: the payer might pay it twice.
 */
export function counterStep(
  invoice: Invoice,
  charge: Charge,
  today: CivilDate,
  earlier: EarlierBalance = UNKNOWN_BALANCE,
): CounterOutcome {
  if (!isEditable(charge)) return NOTHING;
  if (invoice.renegotiated) return renegotiated(invoice);
  switch (invoice.status) {
    case 'received':
      return wasReceived(invoice)
        ? { kind: 'close', value: charge.value, paidOn: receiptDay(invoice, today) }
        : { kind: 'alert', why: 'contradiction', open: invoice.open };
    case 'cancelled':
      return { kind: 'cancel', because: 'cancelled' };
    case 'partial':
      return partlyReceived(invoice, charge, earlier);
    case 'open':
    case 'unknown':
      return NOTHING;
  }
}

/** A discount may leave less than its value received, but nothing of what was received is open. */
function wasReceived({ open, received }: Invoice): boolean {
  return open === 0 && received > 0;
}

/** A renegotiation closes the invoice without money: one with a balance, or received, says two things. */
function renegotiated({ status, open }: Invoice): CounterOutcome {
  const isClosed =
    status === 'cancelled' || ((status === 'open' || status === 'partial') && open === 0);
  return isClosed ? { kind: 'cancel', because: 'renegotiated' } : NOTHING;
}

function partlyReceived(invoice: Invoice, charge: Charge, earlier: EarlierBalance): CounterOutcome {
  if (invoice.open >= charge.value) return NOTHING;
  const fallen = hasFallen(invoice, charge, earlier);
  if (fallen === false) return NOTHING;
  if (fallen === 'unknown') return { kind: 'alert', why: 'partial', open: invoice.open };
  if (invoice.open < MINIMUM_VALUE) {
    return { kind: 'alert', why: 'below-minimum', open: invoice.open };
  }
  return { kind: 'lower', to: invoice.open };
}

/** Whether money came in after the charge was made. */
function hasFallen(
  { open, received, paidOn }: Invoice,
  charge: Charge,
  { whenCharged, whenSeen }: EarlierBalance,
): boolean | 'unknown' {
  if (whenCharged !== null) return whenCharged > open;
  if (whenSeen !== null && whenSeen > open) return true;
  if (paidOn != null && paidOn > charge.createdOn) return true;
  // The charge asks for exactly what was open before the money came, so it contains nothing else.
  if (received > 0 && charge.value === cents(open + received)) return true;
  // The last receipt is older than the charge.
  return paidOn != null && paidOn < charge.createdOn ? false : 'unknown';
}

/** Asaas takes no receipt of a day that is yet to come. */
function receiptDay({ paidOn }: Invoice, today: CivilDate): CivilDate {
  return paidOn != null && paidOn < today ? paidOn : today;
}
