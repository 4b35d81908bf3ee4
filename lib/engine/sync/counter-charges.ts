import { todayInSaoPaulo } from '../../billing/calendar.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { AccountSettings, PanelSettings, Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { chargesIn } from './read-absent.ts';

/** A charge that was closed in cash or cancelled is looked at for so long, in case that is undone. ms. */
const UNDOING = 7 * 24 * 60 * 60_000;

/** Whose counter is looked at, and where the charges of its invoices may be. */
export interface CounterContext {
  readonly ports: EnginePorts;
  readonly settings: Settings;
  readonly panel: PanelSettings;
  readonly accounts: readonly AccountSettings[];
  /** The panel's own key first, then those that it used before. */
  readonly keys: readonly string[];
}

/** Charges of the panel's invoices that can still be paid. */
export function liveCharges(context: CounterContext): Promise<readonly ChargeRow[]> {
  return ownCharges(context, ['PENDING', 'OVERDUE'], ({ deleted }) => !deleted);
}

/** Ids of the invoices whose charges can still be paid. */
export async function liveInvoices(context: CounterContext): Promise<readonly string[]> {
  return invoicesOf(await liveCharges(context));
}

/** And of those that were closed in cash, or cancelled, not long ago. */
export async function worthReading(context: CounterContext): Promise<readonly string[]> {
  const since = todayInSaoPaulo(context.ports.clock.now() - UNDOING);
  const live = await liveCharges(context);
  const closed = await ownCharges(
    context,
    ['RECEIVED_IN_CASH'],
    ({ paymentDate, deleted }) => !deleted && paymentDate !== null && paymentDate >= since,
  );
  const cancelled = await ownCharges(
    context,
    ['PENDING', 'OVERDUE'],
    ({ deleted, seenAt }) => deleted && todayInSaoPaulo(seenAt) >= since,
  );
  return invoicesOf([...live, ...closed, ...cancelled]);
}

async function ownCharges(
  { ports: { ledger }, accounts, keys }: CounterContext,
  statuses: readonly string[],
  isMeant: (row: ChargeRow) => boolean,
): Promise<readonly ChargeRow[]> {
  const found = accounts.map(({ id }) => chargesIn(ledger, id, statuses));
  const rows = (await Promise.all(found)).flat();
  return rows.filter((row) => keys.includes(row.providerKey) && isMeant(row));
}

function invoicesOf(charges: readonly ChargeRow[]): readonly string[] {
  return [...new Set(charges.map(({ invoiceId }) => invoiceId))];
}
