import type { ChargeRecord } from '../charges/charge-record.ts';
import { toReais } from '../reais.ts';
import type { World } from '../world.ts';
import type { Account } from './account.ts';

/** One movement of money, as GET /financialTransactions shows it. */
export interface StatementEntry {
  readonly object: 'financialTransaction';
  readonly id: string;
  readonly value: number;
  readonly balance: number;
  readonly type: string;
  readonly date: string;
  readonly description: string;
  readonly paymentId: string;
  readonly splitId: null;
  readonly transferId: null;
  readonly anticipationId: null;
  readonly billId: null;
  readonly invoiceId: null;
  readonly paymentDunningId: null;
  readonly creditBureauReportId: null;
}

/** Moves `amount` cents (negative: out) and writes the line that says why. */
export function book(
  world: World,
  account: Account,
  charge: ChargeRecord,
  entry: { type: string; amount: number; date: string; what: string },
): void {
  account.balance += entry.amount;
  const payer = account.customers.get(charge.customer)?.name.toUpperCase() ?? '';
  account.statement.push({
    object: 'financialTransaction',
    id: world.ids.numbered('ftn'),
    value: toReais(entry.amount),
    balance: toReais(account.balance),
    type: entry.type,
    date: entry.date,
    description: `${entry.what} - fatura nr. ${charge.invoiceNumber} ${payer}`.trimEnd(),
    paymentId: charge.id,
    splitId: null,
    transferId: null,
    anticipationId: null,
    billId: null,
    invoiceId: null,
    paymentDunningId: null,
    creditBureauReportId: null,
  });
}
