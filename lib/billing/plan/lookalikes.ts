import { addDays, type CivilDate, daysBetween } from '../calendar.ts';
import type { Charge } from '../charge.ts';
import type { Cents } from '../money.ts';
import { isOfKeys } from '../own-keys.ts';
import type { SendFacts } from '../send-plan.types.ts';
import { livenessOf } from '../status.ts';
import { newDueDate, type Terms } from './terms.ts';

/** A monthly customer's neighbouring invoices are about 30 days apart, so this stays well under half. */
const DAYS_APART = 10;

/** Due dates, both ends included. */
export interface DueWindow {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** Where the charges are due that `lookalikes` compares, with a day to spare for the midnight between. */
export function dueWindows(
  facts: Pick<SendFacts, 'today' | 'choices'> & {
    readonly rules: Pick<SendFacts['rules'], 'overdue'>;
  },
  invoiceDue: CivilDate,
): readonly DueWindow[] {
  const dates = [invoiceDue, newDueDate(facts, invoiceDue)].toSorted();
  const [first = invoiceDue, last = invoiceDue] = dates;
  const around = (from: CivilDate, to: CivilDate): DueWindow => ({
    from: addDays(from, -DAYS_APART - 1),
    to: addDays(to, DAYS_APART + 1),
  });
  // Of an invoice that was due years ago, nothing in between is looked at.
  return daysBetween(first, last) <= 2 * DAYS_APART
    ? [around(first, last)]
    : [around(first, first), around(last, last)];
}

/** Up to 5 % apart: fine, interest or a discount typed by hand in Asaas. */
function isLikeValue(a: Cents, b: Cents): boolean {
  return Math.abs(a - b) * 20 <= b;
}

function isLikeDate(charge: Charge, dates: readonly CivilDate[]): boolean {
  return dates.some((date) => Math.abs(daysBetween(charge.dueDate, date)) <= DAYS_APART);
}

/**
 * Charges of the payer that may be this very invoice, made by hand, by another system or under a
 * provider key that nobody named: like value, like date, and not known to be gone. A paid one, or one
 * whose money is on its way, counts as much as an open one.
 */
export function lookalikes(
  facts: SendFacts,
  keys: readonly string[],
  terms: Terms,
  invoiceDue: CivilDate,
): readonly Charge[] {
  const values = [facts.invoice.open, facts.invoice.value, terms.value];
  return facts.unreferenced.filter((charge) => {
    if (isOfKeys(charge, keys)) return false;
    const liveness = livenessOf(charge);
    if (liveness === 'deleted' || liveness === 'refunded') return false;
    // What was paid late or early may have another value than was asked for.
    const asked = [charge.value, ...(charge.originalValue === null ? [] : [charge.originalValue])];
    const isLike = values.some((value) => asked.some((one) => isLikeValue(one, value)));
    return isLike && isLikeDate(charge, [invoiceDue, terms.dueDate]);
  });
}
