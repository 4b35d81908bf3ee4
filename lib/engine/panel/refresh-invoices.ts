import type { ReadingSource } from '../../billing/reading-source.ts';
import { MOST_INVOICES } from '../../ixc/session/client.ts';
import { putInvoices } from '../../ledger/invoices.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { ixcFailureView } from '../setup/failures.ts';

/** A reading younger than this is fresh enough for a row. ms. */
const FRESH = 60_000;
/** The operator's session asks the panel row by row: that is done less often. ms. */
const FRESH_IN_SESSION = 10 * 60_000;

export interface Refreshed {
  /** Ids whose reading changed or is new. */
  readonly read: readonly string[];
  /** Why IXC could not be read. */
  readonly failure: FailureView | null;
  /** How the panel is read; null when it was not asked now. */
  readonly source: ReadingSource | null;
}

const NOTHING: Refreshed = { read: [], failure: null, source: null };

/**
 * Reads from IXC the invoices on screen whose last reading is old: in one request for up to 400 rows, or
 * a screenful of single ones in the operator's session. By hand nothing is read.
 */
export async function refreshInvoices(
  ports: EnginePorts,
  panel: PanelSettings,
  ids: readonly string[],
): Promise<Refreshed> {
  const { ledger } = ports;
  const known = await ledger.invoices.bulkGet(
    ids.map((id): [string, string] => [panel.origin, id]),
  );
  const olderThan = (most: number) =>
    ids.filter((_, index) => {
      const age = ports.now() - (known[index]?.readAt ?? 0);
      // One of the future was made by a clock that ran ahead, or came in a file.
      return age > most || age < 0;
    });
  if (olderThan(FRESH).length === 0) return NOTHING;

  const reader = await ports.ixc(panel.origin);
  if (!reader.ok) return { ...NOTHING, failure: reader.error };
  if (reader.value.source === 'hand') return { ...NOTHING, source: 'hand' };
  const isSession = reader.value.source === 'session';
  const stale = isSession ? olderThan(FRESH_IN_SESSION).slice(0, MOST_INVOICES) : olderThan(FRESH);
  if (stale.length === 0) return { ...NOTHING, source: reader.value.source };
  const readAt = ports.now();
  const answer = await reader.value.client.invoices(stale);
  const { source } = reader.value;
  if (!answer.ok) return { read: [], failure: ixcFailureView(answer.error), source };
  const rows = answer.value.map((invoice) => ({ ...invoice, origin: panel.origin, readAt }));
  await putInvoices(ledger, rows, ports.now());
  return { read: answer.value.map(({ id }) => id), failure: null, source };
}
