import { cents } from '../../../billing/money.ts';
import type { AuditEntry } from '../../../ledger/audit-entry.ts';
import type { LedgerDatabase } from '../../../ledger/database.ts';
import type { AuditLineView } from '../../../messages/charge-details.ts';

const MOST_SHOWN = 50;

/** The audit's newest lines about one invoice of a provider, of every browser whose lines are here. */
export async function auditLines(
  { audit }: LedgerDatabase,
  { invoiceId, keys }: { readonly invoiceId: string; readonly keys: readonly string[] },
  installationId: string,
): Promise<readonly AuditLineView[]> {
  const lines = await audit.where('ids.invoiceId').equals(invoiceId).toArray();
  return lines
    .filter(({ ids }) => keys.includes(ids['providerKey'] ?? ''))
    .toSorted((a, b) => b.at - a.at || b.seq - a.seq)
    .slice(0, MOST_SHOWN)
    .map((line) => lineView(line, installationId));
}

function lineView(
  { seq, at, installationId, operator, action, detail }: AuditEntry,
  own: string,
): AuditLineView {
  const { cents: amount, reason } = detail;
  return {
    id: `${installationId} ${String(seq)}`,
    at,
    seat: operator.seat,
    own: installationId === own,
    user: operator.user ?? null,
    action,
    cents: typeof amount === 'number' && Number.isInteger(amount) ? cents(amount) : null,
    reason: typeof reason === 'string' && reason !== '' ? reason : null,
  };
}
