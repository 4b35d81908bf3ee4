import { type CivilDate, formatDayMonthYear } from '../calendar.ts';
import type { Invoice } from '../invoice.ts';

/** What the payer reads on the charge: which invoice it is, and nothing about the person. */
export function describeInvoice(invoice: Invoice, dueDate: CivilDate): string {
  const parts = [`Título ${invoice.id}`, `vencimento ${formatDayMonthYear(dueDate)}`];
  if (invoice.document !== null) parts.push(`documento ${invoice.document.slice(0, 60)}`);
  return parts.join(' · ');
}
