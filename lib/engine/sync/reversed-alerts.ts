import { livenessOf } from '../../billing/status.ts';
import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { KeptCharge } from '../../ledger/put-charges.ts';
import type { EnginePorts } from '../ports.ts';

/** Money that had come in goes back, or may have to: refunds and chargebacks, by the charge's own status. */
export async function reversedAlerts(
  { ledger, now }: EnginePorts,
  changed: readonly KeptCharge[],
): Promise<void> {
  for (const { row, before } of changed) {
    if (!before || before.status === row.status) continue;
    const liveness = livenessOf(row);
    const { id, accountId, providerKey, invoiceId, status, value } = row;
    const kind = 'reversed' as const;
    if (liveness === 'contested' || liveness === 'refunded') {
      const about = { kind, accountId, providerKey, invoiceId, chargeIds: [id], subject: id };
      await raiseAlert(ledger, { ...about, detail: { status, cents: value } }, now());
    } else if (liveness === 'paid' && livenessOf(before) === 'contested') {
      // Won, or the refund was refused: the money stays.
      await withdrawAlert(ledger, { kind, accountId, subject: id });
    }
  }
}
