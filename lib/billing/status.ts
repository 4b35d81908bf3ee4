import { businessDayFrom, nextBusinessDay } from './business-days.ts';
import { addDays, type CivilDate } from './calendar.ts';
import { type Liveness, meaningOf } from './charge-status.ts';
import type { Charge } from './charge.ts';

/** How a row, a badge or a count groups an invoice's charge (docs/estados.md lists the words shown). */
export const STATUS_GROUPS = [
  'unsent',
  'queued',
  'open',
  'overdue',
  'clearing',
  'confirmed',
  'paid',
  'paid-manual',
  'reversing',
  'refunded',
  'contested',
  'deleted',
  'failed',
  'unknown',
] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];
export type { Liveness } from './charge-status.ts';

type StandingFacts = Pick<Charge, 'status' | 'deleted' | 'paymentDate'>;
type ClassifiedFacts = StandingFacts & Pick<Charge, 'dueDate' | 'billingType'>;

/** Removed without a trace of a payment. A deleted charge that was paid must stay in sight. */
function isCleanlyDeleted(charge: StandingFacts): boolean {
  return charge.paymentDate === null && meaningOf(charge.status)?.unpaid === true;
}

/** `UNDEFINED` lets the payer choose, and has a boleto too. */
export function hasBoleto({ billingType }: Pick<Charge, 'billingType'>): boolean {
  return billingType === 'BOLETO' || billingType === 'UNDEFINED';
}

/**
 * The first day on which what is still unpaid is overdue: the one after the due date, moved to a day on
 * which banks open. A boleto that was paid at the end of that day shows up a business day later, so it is
 * overdue (`withBoleto`) only when it did not.
 */
export function overdueFrom(dueDate: CivilDate, withBoleto: boolean): CivilDate {
  const lastDayToPay = businessDayFrom(dueDate);
  return addDays(withBoleto ? nextBusinessDay(lastDayToPay) : lastDayToPay, 1);
}

/**
 * A boleto paid at a bank on its due day shows up only on the next business day, and one due on a weekend
 * or a bank holiday may be paid on the next business day. Until then neither "open" nor "overdue" is known
 * to be true.
 */
export function mayBeClearing(charge: ClassifiedFacts, today: CivilDate): boolean {
  return hasBoleto(charge) && charge.dueDate <= today && today < overdueFrom(charge.dueDate, true);
}

/**
 * The group a charge is shown in. `today` is the civil date in São Paulo on Asaas's clock. A status that
 * is not known is `unknown`, never paid; a deleted charge with a payment is `unknown` too, never hidden.
 */
export function classifyCharge(charge: ClassifiedFacts, today: CivilDate): StatusGroup {
  if (charge.deleted) return isCleanlyDeleted(charge) ? 'deleted' : 'unknown';
  const meaning = meaningOf(charge.status);
  if (meaning === null) return 'unknown';
  if (!meaning.editable || today < charge.dueDate) return meaning.group;
  const isInTime = today < overdueFrom(charge.dueDate, false);
  // What may be paid by Pix too is mostly paid so, and is open as long as that is in time.
  const isOpen = isInTime && charge.billingType !== 'BOLETO';
  if (mayBeClearing(charge, today) && !isOpen) return 'clearing';
  return isInTime ? 'open' : 'overdue';
}

/** What a charge means for charging its invoice again. */
export function livenessOf(charge: StandingFacts): Liveness {
  if (charge.deleted) return isCleanlyDeleted(charge) ? 'deleted' : 'unknown';
  return meaningOf(charge.status)?.liveness ?? 'unknown';
}

/** Whether Asaas lets a charge be changed or removed. */
export function isEditable(charge: Pick<Charge, 'status' | 'deleted'>): boolean {
  return !charge.deleted && meaningOf(charge.status)?.editable === true;
}
