import type { Account } from '../account/account.ts';
import type { ChargeRecord } from './charge-record.ts';

/** Cents that reach the account; known before the payment already. */
export function netValue(account: Account, charge: ChargeRecord): number {
  if (charge.status === 'RECEIVED_IN_CASH') return charge.value;
  return charge.value - feeOf(account, charge);
}

/** Cents that Asaas keeps of the payment. */
export function feeOf({ fees }: Account, { billingType, value }: ChargeRecord): number {
  switch (billingType) {
    case 'PIX':
      return fees.pix;
    case 'BOLETO':
    case 'UNDEFINED':
      return fees.boleto;
    case 'CREDIT_CARD':
      return fees.cardFixed + Math.round((value * fees.cardPercent) / 100);
  }
}
