import { reaisOf } from '../billing/money.ts';
import type { ChargeChange, NewCharge } from './client.types.ts';

/**
 * The body of a new charge. Fine, interest and discount are left out, so that the account's own apply;
 * null or an empty object would override them. They are sent as zero only for a value that contains what
 * had accrued already.
 */
export function newChargeBody(charge: NewCharge) {
  return {
    customer: charge.payerId,
    billingType: charge.billingType,
    value: reaisOf(charge.value),
    dueDate: charge.dueDate,
    description: charge.description,
    externalReference: charge.reference,
    ...(charge.withoutFineAndInterest ? { fine: { value: 0 }, interest: { value: 0 } } : {}),
  };
}

/** The body of a change. Type, value and date are all required by Asaas, changed or not. */
export function chargeChangeBody(change: ChargeChange) {
  return {
    billingType: change.billingType,
    value: reaisOf(change.value),
    dueDate: change.dueDate,
    description: change.description,
    externalReference: change.reference,
  };
}
