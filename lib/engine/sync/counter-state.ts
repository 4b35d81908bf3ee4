import type { LedgerDatabase } from '../../ledger/database.ts';

/** How one panel's IXC is watched for what the counter does. Times in ms since the epoch. */
export interface CounterState {
  readonly startedAt: number | null;
  /**
   * Up to where changes were read, as the server writes time; null: `ultima_atualizacao` was not found
   * fit, and the invoices of live charges are read anew instead.
   */
  readonly cursor: string | null;
  /** When that was tried last, and when all invoices of live charges were read last. */
  readonly checkedAt: number | null;
  readonly allReadAt: number | null;
  /** Invoices about which something must still be done: it was paused, or a reading failed. */
  readonly pending: readonly string[];
  /** Cancelled together with so many others that nothing follows by itself; absent in older states. */
  readonly held?: readonly string[];
}

const NEW: CounterState = {
  startedAt: null,
  cursor: null,
  checkedAt: null,
  allReadAt: null,
  pending: [],
};

const key = (origin: string) => `sync-counter:${origin}`;

export async function readCounter({ meta }: LedgerDatabase, origin: string): Promise<CounterState> {
  return ((await meta.get(key(origin)))?.value as CounterState | undefined) ?? NEW;
}

export async function writeCounter(
  { meta }: LedgerDatabase,
  origin: string,
  state: CounterState,
): Promise<void> {
  await meta.put({ key: key(origin), value: state });
}
