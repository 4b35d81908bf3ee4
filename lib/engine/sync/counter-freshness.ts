import type { LedgerDatabase } from '../../ledger/database.ts';
import type { AccountSettings, PanelSettings } from '../../settings/settings.ts';
import { panelEnvironment } from '../send/charging-account.ts';
import { readCounter } from './counter-state.ts';

/** How far the counter's work in one panel's IXC is known. Times in ms since the epoch. */
export interface CounterFreshness {
  readonly origin: string;
  /** When it was last looked at, whether IXC answered or not; null: never. */
  readonly lookedAt: number | null;
  /** Up to where changes were read, as IXC writes time; null: it is read without a cursor, or not yet. */
  readonly cursor: string | null;
  /** When the invoices of all open charges were last read; null: not yet. */
  readonly allReadAt: number | null;
  /** Invoices about which something must still be done. */
  readonly pending: number;
}

/** Nobody said in which of two environments the panel charges: nothing of its counter can be followed. */
export function isUndecided(accounts: readonly AccountSettings[], panel: PanelSettings): boolean {
  return accounts.length > 0 && panelEnvironment({ accounts }, panel) === null;
}

/** From the cursors that the sweep of IXC leaves behind, one per panel, in their order. */
export function readCounterFreshness(
  ledger: LedgerDatabase,
  origins: readonly string[],
): Promise<readonly CounterFreshness[]> {
  return Promise.all(
    origins.map(async (origin) => {
      const { startedAt, cursor, allReadAt, pending } = await readCounter(ledger, origin);
      return { origin, lookedAt: startedAt, cursor, allReadAt, pending: pending.length };
    }),
  );
}
