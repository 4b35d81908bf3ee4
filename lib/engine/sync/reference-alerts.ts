import { raiseAlert, withdrawAlert } from '../../ledger/alerts.ts';
import type { KeptCharge } from '../../ledger/put-charges.ts';
import { parseReference } from '../../billing/reference.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { EnginePorts } from '../ports.ts';

const isNamed = ({ reference }: ChargeRow) =>
  reference !== null && parseReference(reference)?.kind === 'charge';

/**
 * A charge that is known by its id and no longer carries our reference: another browser would not find it,
 * and might charge the invoice again.
 */
export async function referenceAlerts(
  { ledger, now }: EnginePorts,
  kept: readonly KeptCharge[],
): Promise<void> {
  for (const { row, before } of kept) {
    const { id, accountId, providerKey, invoiceId } = row;
    const kind = 'reference-cleared' as const;
    if (!isNamed(row)) {
      const about = { kind, accountId, providerKey, invoiceId, chargeIds: [id], subject: id };
      await raiseAlert(ledger, { ...about, detail: {} }, now());
    } else if (before && !isNamed(before)) {
      await withdrawAlert(ledger, { kind, accountId, subject: id });
    }
  }
}
