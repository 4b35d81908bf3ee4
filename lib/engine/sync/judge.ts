import { ownKeys } from '../../billing/own-keys.ts';
import { standingCharges } from '../../billing/standing.ts';
import { chargesOf, environmentOf } from '../../ledger/charges.ts';
import type { KeptCharge } from '../../ledger/put-charges.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { Settings } from '../../settings/settings.ts';
import { verifyAgain } from '../outbox/verify-again.ts';
import { withdrawLate } from '../outbox/withdraw-late.ts';
import type { EnginePorts } from '../ports.ts';
import { reversedAlerts } from './reversed-alerts.ts';
import { rivalAlerts } from './rival-alerts.ts';
import { twoReceiptsAlerts } from './two-receipts-alerts.ts';

/**
 * What charges that were read mean for their invoices: money that went back or came in twice where one
 * changed, and another one beside it, changed or not: a drawer may have read both first, and a job that saw
 * to them may have ended since. Nothing here changes anything at Asaas.
 */
export async function judge(
  ports: EnginePorts,
  kept: readonly KeptCharge[],
  changed: readonly KeptCharge[],
): Promise<void> {
  if (kept.length === 0) return;
  const settings = await ports.readSettings();
  if (changed.length > 0) {
    await reversedAlerts(ports, changed);
    await twoReceiptsAlerts(ports, settings, changed);
  }
  for (const { row } of changed) await withdrawLate(ports, row);
  const crowded = await withOthers(ports, settings, kept);
  for (const { keys, row } of crowded) {
    const environment = environmentOf(row.accountId);
    const all = await chargesOf(ports.ledger, keys, row.invoiceId, environment);
    if (standingCharges(all).length > 1) {
      for (const key of keys) await verifyAgain(ports, key, row.invoiceId, environment, all);
    }
    await rivalAlerts(ports, row, keys, all);
  }
}

/** The keys of the provider that a key belongs to: two of them may name charges of one invoice. */
function keysBeside({ panels }: Settings, providerKey: string): readonly string[] {
  const all = panels.map((panel) => ownKeys(panel.providerKey, panel.aliases));
  return all.find((keys) => keys.includes(providerKey)) ?? [providerKey];
}

/** Those of the charges whose invoices have more than one, found by one look at the index. */
async function withOthers(
  { ledger }: EnginePorts,
  settings: Settings,
  kept: readonly KeptCharge[],
): Promise<readonly { readonly row: ChargeRow; readonly keys: readonly string[] }[]> {
  const byInvoice = new Map<string, { row: ChargeRow; keys: readonly string[] }>();
  for (const { row } of kept) {
    const keys = keysBeside(settings, row.providerKey);
    byInvoice.set(`${environmentOf(row.accountId)} ${keys[0]} ${row.invoiceId}`, { row, keys });
  }
  const all = [...byInvoice.values()];
  const { charges } = ledger;
  const counts = await ledger.transaction('r', charges, () =>
    Promise.all(
      all.map(async ({ row, keys }) => {
        const each = keys.map((key) =>
          charges.where('[providerKey+invoiceId]').equals([key, row.invoiceId]).count(),
        );
        return (await Promise.all(each)).reduce((sum, count) => sum + count, 0);
      }),
    ),
  );
  return all.filter((_, at) => (counts[at] ?? 0) > 1);
}
