import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge } from '../../billing/charge.ts';
import { livenessOf } from '../../billing/status.ts';
import { notFound } from '../../ledger/charges.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';

/** Charges asked for by id after one sweep, at most. */
const MOST = 20;

/**
 * A charge that left the open lists was paid, deleted or pushed to a page already read: absence proves
 * nothing, so it is asked for by id, the one seen longest ago first.
 */
export async function readAbsent(
  ports: EnginePorts,
  client: AsaasClient,
  account: AccountSettings,
  seen: ReadonlySet<string>,
  startedAt: number,
  keep: (charge: Charge, seenAt: number) => Promise<void>,
): Promise<void> {
  const rows = await ports.ledger.charges.where('accountId').equals(account.id).toArray();
  const absent = rows
    .filter((row) => livenessOf(row) === 'live' && !seen.has(row.id) && row.seenAt < startedAt)
    .toSorted((a, b) => a.seenAt - b.seenAt);
  for (const row of absent.slice(0, MOST)) {
    const seenAt = ports.now();
    const answer = await client.getCharge(row.id);
    if (answer.ok) await keep(answer.value, seenAt);
    else if (answer.error.kind === 'not-found') await keep(notFound(row), seenAt);
    else return;
  }
}
