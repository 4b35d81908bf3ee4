import type { AddedTerms, Discount } from '../billing/added-terms.ts';
import { cents, reaisOf } from '../billing/money.ts';
import type {
  CashReceipt,
  ChangedTerms,
  ChargeChange,
  NewCharge,
  NewRefund,
} from './client.types.ts';

/**
 * Fine, interest, discount and days of registration that a charge has for itself. Whatever is null is left
 * out, so that the account's own applies: null or an empty object would override it with nothing.
 */
function addedTerms({ finePercent, interestPercentMonth, discount, registrationDays }: AddedTerms) {
  return {
    ...(finePercent === null ? {} : { fine: { value: finePercent, type: 'PERCENTAGE' } }),
    ...(interestPercentMonth === null ? {} : { interest: { value: interestPercentMonth } }),
    ...(discount === null ? {} : { discount: discountBody(discount) }),
    ...(registrationDays === null
      ? {}
      : { daysAfterDueDateToRegistrationCancellation: registrationDays }),
  };
}

function discountBody({ kind, amount, daysBefore }: Discount) {
  const isFixed = kind === 'fixed';
  return {
    value: isFixed ? reaisOf(cents(amount)) : amount,
    dueDateLimitDays: daysBefore,
    type: isFixed ? 'FIXED' : 'PERCENTAGE',
  };
}

/** The body of a new charge. */
export function newChargeBody(charge: NewCharge) {
  return {
    customer: charge.payerId,
    billingType: charge.billingType,
    value: reaisOf(charge.value),
    dueDate: charge.dueDate,
    description: charge.description,
    externalReference: charge.reference,
    ...addedTerms(charge.terms),
  };
}

/** The body of a change. Type, value and date are all required by Asaas, changed or not. */
export function chargeChangeBody(change: ChargeChange) {
  return {
    billingType: change.billingType,
    value: reaisOf(change.value),
    dueDate: change.dueDate,
    ...(change.description === undefined ? {} : { description: change.description }),
    externalReference: change.reference,
    ...changedTerms(change.changed ?? {}),
  };
}

/** No discount any more is one of nothing: left out, the one that is there would stay. */
function changedTerms({ finePercent, interestPercentMonth, discount }: ChangedTerms) {
  const none: Discount = { kind: 'fixed', amount: 0, daysBefore: 0 };
  return {
    ...(finePercent === undefined ? {} : { fine: { value: finePercent, type: 'PERCENTAGE' } }),
    ...(interestPercentMonth === undefined ? {} : { interest: { value: interestPercentMonth } }),
    ...(discount === undefined ? {} : { discount: discountBody(discount ?? none) }),
  };
}

/** The body of a receipt in cash. Without `notifyCustomer` Asaas's own default would tell the payer. */
export function cashReceiptBody({ value, paidOn, notify }: CashReceipt) {
  return { paymentDate: paidOn, value: reaisOf(value), notifyCustomer: notify };
}

/** The body of a refund. The value is always told: without one Asaas would give back all that is left. */
export function refundBody({ value, description }: NewRefund) {
  return { value: reaisOf(value), description };
}
