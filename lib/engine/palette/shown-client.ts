import { todayInSaoPaulo, type CivilDate } from '../../billing/calendar.ts';
import { maskDocument } from '../../billing/document.ts';
import { numberOf } from '../../billing/message/phone.ts';
import { cents } from '../../billing/money.ts';
import type { Customer, Invoice } from '../../billing/invoice.ts';
import { overdueFrom, type StatusGroup } from '../../billing/status.ts';
import type { FoundBy, PaletteClient, PaletteInvoice } from '../../messages/palette.ts';
import type { RowState } from '../../messages/panel.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { rowStates } from '../panel/row-states.ts';
import type { EnginePorts, IxcReader } from '../ports.ts';
import { payableCharge } from './payable.ts';

/** Nobody is paying these, and the day in IXC counts. */
const WITHOUT_CHARGE: ReadonlySet<StatusGroup> = new Set(['unsent', 'deleted', 'failed', 'queued']);

/** Invoices that were just read, as the palette shows them. `source`: how they were. */
export async function shownInvoices(
  ports: EnginePorts,
  panel: PanelSettings,
  invoices: readonly Invoice[],
  source: IxcReader['source'],
): Promise<readonly PaletteInvoice[]> {
  const ids = invoices.map(({ id }) => id);
  const states = await rowStates(ports, panel, ids, source);
  return Promise.all(
    invoices.flatMap((invoice, at) => {
      const state = states[at];
      return state ? [shownInvoice(ports, panel.origin, invoice, state)] : [];
    }),
  );
}

/** An invoice as the palette shows it. `invoice`: as it was read; null: only the ledger knows of it. */
export async function shownInvoice(
  ports: EnginePorts,
  origin: string,
  invoice: Pick<PaletteInvoice, 'dueDate' | 'open'> | null,
  state: RowState,
): Promise<PaletteInvoice> {
  const dueDate = invoice?.dueDate ?? null;
  const isWithout = WITHOUT_CHARGE.has(state.group);
  const payable = await payableCharge(ports, { origin, invoiceId: state.id });
  return {
    id: state.id,
    dueDate,
    open: invoice?.open ?? null,
    group: state.group,
    isOverdue:
      state.group === 'overdue' ||
      (isWithout && isPast(dueDate, todayInSaoPaulo(ports.clock.now()))),
    isPayable: payable.ok,
    seenAt: isWithout ? null : state.seenAt,
  };
}

function isPast(dueDate: CivilDate | null, today: CivilDate): boolean {
  return dueDate !== null && today >= overdueFrom(dueDate, false);
}

/** A client as the palette shows them; nothing of it is kept outside of the open palette. */
export function shownClient(
  customer: Customer,
  foundBy: FoundBy,
  invoices: readonly PaletteInvoice[],
): PaletteClient {
  const number = numberOf(customer);
  return {
    id: customer.id,
    foundBy,
    name: customer.name,
    document: customer.document === '' ? '' : maskDocument(customer.document),
    phoneEnd: number.ok ? number.value.slice(-4) : null,
    invoices,
    overdue: overdueOf(invoices),
  };
}

/** How many of them are overdue, and how much they come to. */
export function overdueOf(invoices: readonly PaletteInvoice[]): PaletteClient['overdue'] {
  const overdue = invoices.filter(({ isOverdue }) => isOverdue);
  const total = overdue.reduce((sum, { open }) => sum + (open ?? 0), 0);
  return { count: overdue.length, total: cents(total) };
}
