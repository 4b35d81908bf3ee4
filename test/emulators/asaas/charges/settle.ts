import type { Account } from '../account/account.ts';
import { book } from '../account/statement.ts';
import { today, type World } from '../world.ts';
import type { ChargeRecord } from './charge-record.ts';
import { feeOf } from './fee.ts';

/** Applies what the passing of days does: due dates that went by, credits that arrived. */
export function settle(world: World): void {
  const day = today(world);
  if (day === world.settledOn) return;
  world.settledOn = day;
  for (const account of world.accounts.values()) {
    for (const charge of account.charges.values()) {
      if (charge.status === 'PENDING' && !charge.deleted && charge.dueDate < day)
        charge.status = 'OVERDUE';
      if (charge.status === 'CONFIRMED' && charge.creditDate !== null && charge.creditDate <= day)
        credit(world, account, charge, charge.creditDate);
    }
  }
}

/** The money of a paid charge reaches the account's balance: it becomes RECEIVED. */
export function credit(world: World, account: Account, charge: ChargeRecord, date: string): void {
  charge.status = 'RECEIVED';
  charge.paymentDate = date;
  charge.creditDate = date;
  const line = (type: string, amount: number, what: string) =>
    book(world, account, charge, { type, amount, date, what });
  line('PAYMENT_RECEIVED', charge.value, 'Cobrança recebida');
  line('PAYMENT_FEE', -feeOf(account, charge), FEE_NAMES[charge.billingType]);
  const payer = account.customers.get(charge.customer);
  const reachable = payer !== undefined && (payer.email ?? payer.mobilePhone) !== null;
  if (reachable && !payer.notificationDisabled)
    line('PAYMENT_MESSAGING_NOTIFICATION_FEE', -account.fees.messaging, 'Taxa de mensageria');
}

const FEE_NAMES: Readonly<Record<ChargeRecord['billingType'], string>> = {
  PIX: 'Taxa do Pix',
  BOLETO: 'Taxa de boleto',
  UNDEFINED: 'Taxa de boleto',
  CREDIT_CARD: 'Taxa de cartão de crédito',
};
