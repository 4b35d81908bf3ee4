import { livenessOf } from '../../billing/status.ts';
import { areTwoReceipts, type SeenReceived } from '../../billing/two-receipts.ts';
import { raiseAlert } from '../../ledger/alerts.ts';
import type { KeptCharge } from '../../ledger/put-charges.ts';
import type { ChargeRow, InvoiceRow } from '../../ledger/rows.ts';
import type { Settings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';

/**
 * Tells a person that the payer paid at Asaas and at the counter, where what was seen proves it. `seen` is
 * the reading that found the invoice received, if there was one while the charge was still there to be paid.
 */
export async function tellTwoReceipts(
  { ledger, now }: EnginePorts,
  invoice: InvoiceRow,
  charge: ChargeRow,
  seen: SeenReceived | null,
): Promise<void> {
  if (!areTwoReceipts(invoice, charge, seen)) return;
  const { id, accountId, providerKey, invoiceId, value } = charge;
  const detail = { cents: value, received: invoice.received };
  const about = { accountId, providerKey, invoiceId, chargeIds: [id], subject: id };
  await raiseAlert(ledger, { kind: 'paid-on-both-sides', ...about, detail }, now());
}

/** Looks at the invoices of charges that were just seen paid, as the ledger has them. */
export async function twoReceiptsAlerts(
  ports: EnginePorts,
  { panels }: Settings,
  changed: readonly KeptCharge[],
): Promise<void> {
  for (const { row, before } of changed) {
    if (!before || livenessOf(before) !== 'live') continue;
    const panel = panels.find(({ providerKey }) => providerKey === row.providerKey);
    const invoice = panel && (await ports.ledger.invoices.get([panel.origin, row.invoiceId]));
    if (invoice?.status !== 'received') continue;
    const seen = { invoiceReadAt: invoice.readAt, chargeLiveAt: before.seenAt };
    await tellTwoReceipts(ports, invoice, row, seen);
  }
}
