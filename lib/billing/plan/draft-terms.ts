import type { AddedTerms, Discount } from '../added-terms.ts';
import { daysBetween, formatDayMonthYear } from '../calendar.ts';
import type { BillingType } from '../charge.ts';
import { formatBrl } from '../money.ts';
import type { SendFacts, Warning } from '../send-plan.types.ts';
import { MINIMUM_VALUE, type Terms } from './terms.ts';

/** What the charge carries besides value and date, and what the operator should know of it. */
export interface DraftTerms {
  readonly terms: AddedTerms;
  readonly warnings: readonly Warning[];
}

/**
 * IXC's discount for paying until a day, which the charge gives only when the operator says so: it is the
 * account's money. Never one that is over, that would leave less than Asaas takes, or on top of what
 * accrued. `mayGive` in the warning says whether it can be asked for.
 */
function promised({ invoice, today, choices }: SendFacts, asked: Terms) {
  const discount = invoice.conditionalDiscount;
  if (discount === null || discount.value <= 0) return null;
  const mayGive =
    !asked.containsAccrued &&
    discount.until >= today &&
    asked.value - discount.value >= MINIMUM_VALUE;
  // A charge gives no discount after its due date, whatever IXC promises.
  const until = discount.until < asked.dueDate ? discount.until : asked.dueDate;
  const value = formatBrl(discount.value);
  if (mayGive && choices.giveDiscount === true) {
    const given: Discount = {
      kind: 'fixed',
      amount: discount.value,
      daysBefore: daysBetween(until, asked.dueDate),
    };
    const params = { value, until: formatDayMonthYear(until) };
    return { given, warning: { code: 'conditional-discount-given' as const, params } };
  }
  const params = {
    value,
    until: formatDayMonthYear(discount.until),
    mayGive: mayGive ? 'yes' : 'no',
  };
  return { given: null, warning: { code: 'conditional-discount-left-out' as const, params } };
}

/**
 * The added terms of a new charge. A value that contains what accrued is never given fine and interest
 * again, and an overdue invoice never the discount of the settings, which is for paying early. That one is
 * left out, not sent as zero: nothing published says how Asaas takes a discount of nothing, so one that
 * the account itself may give stays possible. Days of registration are a boleto's alone.
 */
export function draftTerms(facts: SendFacts, asked: Terms, billingType: BillingType): DraftTerms {
  const { terms } = facts.rules;
  const promise = promised(facts, asked);
  const warnings = promise === null ? [] : [promise.warning];
  const registrationDays = billingType === 'PIX' ? null : terms.registrationDays;
  if (asked.containsAccrued) {
    const none = { finePercent: 0, interestPercentMonth: 0, discount: null };
    return { terms: { ...none, registrationDays }, warnings };
  }
  const isOverdue = asked.accrued !== null;
  const discount = promise?.given ?? (isOverdue ? null : terms.discount);
  return { terms: { ...terms, discount, registrationDays }, warnings };
}
