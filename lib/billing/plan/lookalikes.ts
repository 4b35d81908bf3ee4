import { type CivilDate, daysBetween } from '../calendar.ts';
import type { Charge } from '../charge.ts';
import type { Cents } from '../money.ts';
import { isOfKeys } from '../own-keys.ts';
import type { SendFacts } from '../send-plan.types.ts';
import { livenessOf } from '../status.ts';
import type { Terms } from './terms.ts';

/** A monthly customer's neighbouring invoices are about 30 days apart, so this stays well under half. */
const DAYS_APART = 10;

/** Up to 5 % apart: fine, interest or a discount typed by hand in Asaas. */
function isLikeValue(a: Cents, b: Cents): boolean {
  return Math.abs(a - b) * 20 <= b;
}

function isLikeDate(charge: Charge, dates: readonly CivilDate[]): boolean {
  return dates.some((date) => Math.abs(daysBetween(charge.dueDate, date)) <= DAYS_APART);
}

/**
 * Charges of the payer that may be this very invoice, made by hand, by another system or under a
 * provider key that nobody named: like value, like date, and not known to be gone.
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
    const isLike = values.some((value) => isLikeValue(charge.value, value));
    return isLike && isLikeDate(charge, [invoiceDue, terms.dueDate]);
  });
}
