import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { ixcFailureView } from '../setup/failures.ts';

/** A reading younger than this is fresh enough for a row. ms. */
const FRESH = 60_000;

/**
 * Reads from IXC, in one request for up to 400 rows, the invoices on screen whose last reading is old.
 * Gives the ids whose reading changed or is new, or why IXC could not be read.
 */
export async function refreshInvoices(
  ports: EnginePorts,
  panel: PanelSettings,
  ids: readonly string[],
): Promise<{ readonly read: readonly string[]; readonly failure: FailureView | null }> {
  const { ledger } = ports;
  const known = await ledger.invoices.bulkGet(
    ids.map((id): [string, string] => [panel.origin, id]),
  );
  const stale = ids.filter((_, index) => ports.now() - (known[index]?.readAt ?? 0) > FRESH);
  if (stale.length === 0) return { read: [], failure: null };
  const client = await ports.ixc(panel.origin);
  if (!client.ok) return { read: [], failure: client.error };
  const answer = await client.value.invoices(stale);
  if (!answer.ok) return { read: [], failure: ixcFailureView(answer.error) };
  const readAt = ports.now();
  await ledger.invoices.bulkPut(
    answer.value.map((invoice) => ({ ...invoice, origin: panel.origin, readAt })),
  );
  return { read: answer.value.map(({ id }) => id), failure: null };
}
