import { addDays } from '../../http/sao-paulo.ts';
import { CARTEIRA } from './carteiras.ts';
import { received } from './invoice-events.ts';
import { invoiceRecord } from './invoice-record.ts';
import { KNOWN_CUSTOMERS } from './known.ts';
import type { Row } from './row.ts';

/** Invoices of the one customer who has very many, `crowdedCustomerInvoice` not counted. */
const CROWD = 199;

/** The smallest base that has room for them. */
const ENOUGH_ROOM = 1000;

/** How many of so many invoices belong to the customer with very many. */
export function crowdSize(invoices: number): number {
  return invoices < ENOUGH_ROOM ? 0 : CROWD;
}

/** One a week for almost four years: the last twelve are open, the others were received when due. */
export function crowd(today: string, count: number, firstId: number): readonly Row[] {
  const customerId = KNOWN_CUSTOMERS.manyInvoices;
  return Array.from({ length: count }, (_, index) => {
    const dueInDays = (index - count + 6) * 7 - 1;
    const invoice = invoiceRecord({
      id: String(firstId + index),
      customerId,
      contractId: String(2000 + Number(customerId)),
      filialId: '1',
      carteiraId: CARTEIRA.asaas,
      cents: 59_90,
      issuedOn: addDays(today, Math.min(dueInDays - 20, -1)),
      dueDate: addDays(today, dueInDays),
    });
    const paidAt = Date.parse(`${addDays(today, dueInDays)}T15:00:00-03:00`);
    return index < count - 12 ? { ...invoice, ...received(invoice, 59_90, paidAt) } : invoice;
  });
}
