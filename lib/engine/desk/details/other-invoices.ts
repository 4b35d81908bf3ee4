import type { Invoice } from '../../../billing/invoice.ts';
import type { InvoiceRow } from '../../../ledger/rows.ts';
import type { ChargeDetails, OtherInvoice } from '../../../messages/charge-details.ts';
import type { PanelSettings } from '../../../settings/settings.ts';
import { rowStates } from '../../panel/row-states.ts';
import type { EnginePorts } from '../../ports.ts';

/** A drawer is no list: the oldest due ones come first, and the palette has them all. */
const MOST_SHOWN = 20;
const PAID: readonly string[] = ['paid', 'paid-manual', 'confirmed'];

/**
 * The customer's other invoices: those that are open, the oldest due first, and the one that was paid last.
 * From what this browser has read before, and from `read`, what IXC says is open now; null: it was not asked.
 */
export async function otherInvoices(
  ports: EnginePorts,
  panel: PanelSettings,
  { id: own, customerId }: Pick<Invoice, 'id' | 'customerId'>,
  read: readonly Invoice[] | null,
): Promise<ChargeDetails['others']> {
  const { origin } = panel;
  const known = await ports.ledger.invoices
    .where('[origin+customerId]')
    .equals([origin, customerId])
    .toArray();
  const all = new Map<string, Invoice>(known.map((row) => [row.id, row]));
  for (const invoice of read ?? []) all.set(invoice.id, invoice);
  all.delete(own);
  const states = await rowStates(ports, panel, [...all.keys()]);
  const groups = new Map(states.map(({ id, group }) => [id, group]));
  const shown = (invoice: Invoice): OtherInvoice => ({
    id: invoice.id,
    dueDate: invoice.dueDate,
    value: isOpen(invoice) ? invoice.open : invoice.value,
    group: groups.get(invoice.id) ?? 'unsent',
  });
  const stillOpen = new Set(read?.map(({ id }) => id) ?? []);
  const invoices = [...all.values()];
  const open = invoices
    // What IXC does not list any more is open no longer, whatever was read before.
    .filter((each) => isOpen(each) && (read === null || stillOpen.has(each.id)))
    .toSorted((a, b) => (a.dueDate ?? '').localeCompare(b.dueDate ?? ''));
  return {
    open: open.slice(0, MOST_SHOWN).map(shown),
    lastPaid: lastPaid(invoices, shown),
    complete: read !== null,
  };
}

function lastPaid(
  invoices: readonly Invoice[],
  shown: (invoice: Invoice) => OtherInvoice,
): OtherInvoice | null {
  const [last] = invoices
    .filter((each) => each.status === 'received' || PAID.includes(shown(each).group))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  return last ? shown(last) : null;
}

function dayOf({ paidOn, dueDate }: Pick<InvoiceRow, 'paidOn' | 'dueDate'>): string {
  return paidOn ?? dueDate ?? '';
}

function isOpen({ status, renegotiated }: Invoice): boolean {
  return (status === 'open' || status === 'partial') && !renegotiated;
}
