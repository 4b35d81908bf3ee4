import type { Found } from '../../messages/pages.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { rowStates } from '../panel/row-states.ts';
import type { EnginePorts } from '../ports.ts';

/** What the ledger knows of an invoice of this panel: its last reading, its charge, its job. Null: nothing. */
export async function findInLedger(
  ports: EnginePorts,
  panel: PanelSettings,
  invoiceId: string,
): Promise<Found | null> {
  const { origin } = panel;
  const invoice = await ports.ledger.invoices.get([origin, invoiceId]);
  const [state] = await rowStates(ports, panel, [invoiceId]);
  const group = state?.group ?? 'unsent';
  if (invoice === undefined && group === 'unsent') return null;
  return {
    origin,
    invoiceId,
    customerName: null,
    open: invoice?.open ?? null,
    dueDate: invoice?.dueDate ?? null,
    group,
    seenAt: state?.seenAt ?? null,
  };
}
