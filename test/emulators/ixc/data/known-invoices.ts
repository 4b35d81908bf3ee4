import { addDays } from '../../http/sao-paulo.ts';
import { invoiceRecord } from './invoice-record.ts';
import { KNOWN, type KnownInvoice } from './known.ts';
import type { Row } from './row.ts';

/** The records of `KNOWN`, around the given civil date. */
export function knownInvoices(today: string): readonly Row[] {
  const date = (days: number) => addDays(today, days);
  const noon = (days: number) => Date.parse(`${date(days)}T12:00:00-03:00`);
  return Object.values<KnownInvoice>(KNOWN).map((one) => {
    const dueDate = date(one.dueInDays);
    const latestIssue = date(-1);
    const issuedOn = addDays(dueDate, -20);
    const invoice = invoiceRecord({
      ...one,
      contractId: String(2000 + Number(one.customerId)),
      issuedOn: issuedOn < latestIssue ? issuedOn : latestIssue,
      dueDate,
    });
    return { ...invoice, ...one.peculiarity?.(invoice, { noon, date }) };
  });
}
