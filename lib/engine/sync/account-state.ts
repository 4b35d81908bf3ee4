import type { CivilDate } from '../../billing/calendar.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';

/** How far a list was read. */
export interface Place {
  /** Which of the sweep's lists. */
  readonly list: number;
  readonly offset: number;
  /** What the last page said the list holds; null before the first one. */
  readonly total: number | null;
  /** Charges that were found newly paid in this list. */
  readonly found: number;
}

/** One sweep of one account, as it stands on disk. Times in ms since the epoch. */
export interface SweepState {
  /** When the reading under way, or else the last one, began; null before the first. */
  readonly startedAt: number | null;
  /** The day of it, in São Paulo. */
  readonly startedOn: CivilDate | null;
  /** The day on which the last complete one began. */
  readonly since: CivilDate | null;
  /** When that was. Absent where it was written before this was kept; null before the first one. */
  readonly readAt?: number | null;
  /** Null: none is under way. */
  readonly place: Place | null;
  /** Requests of the last complete reading, and of the one under way. */
  readonly cost: number;
  readonly spent: number;
  /** What each list (by its filter) or status held after it was last read. */
  readonly totals: Readonly<Record<string, number>>;
  /** Where each list was read on, page by page, beyond what explains its growth. Absent: nowhere yet. */
  readonly further?: Readonly<Record<string, number>>;
  /** When each status was last read in full. */
  readonly fullAt: Readonly<Record<string, number>>;
  /** Statuses whose number fell, seen once. */
  readonly fallen: readonly string[];
  /** Not before this, whatever is due: the key may not read it. */
  readonly refusedUntil: number | null;
}

export const NEVER: SweepState = {
  startedAt: null,
  startedOn: null,
  since: null,
  readAt: null,
  place: null,
  cost: 1,
  spent: 0,
  totals: {},
  fullAt: {},
  fallen: [],
  refusedUntil: null,
};

/** What one account's sweeps need to remember. One row, so that a checkpoint is one write. */
export interface AccountState {
  /** Requests of the fast and the slow sweeps since `since`: Asaas counts over 12 hours. */
  readonly window: { readonly since: number; readonly fast: number; readonly slow: number };
  readonly pausedUntil: number | null;
  /** When that was written; absent where it was before this was kept. */
  readonly pausedAt?: number;
  readonly sweeps: Readonly<Record<string, SweepState>>;
}

const PREFIX = 'sync:';

const key = (accountId: string) => `${PREFIX}${accountId}`;

/** Ids of the accounts that were ever swept. */
export async function sweptAccounts({ meta }: LedgerDatabase): Promise<readonly string[]> {
  const keys = await meta.where('key').startsWith(PREFIX).primaryKeys();
  return keys.map((each) => each.slice(PREFIX.length));
}

/** As it was left, by this worker or one before it. */
export async function readState(
  { meta }: LedgerDatabase,
  accountId: string,
): Promise<AccountState> {
  const stored = (await meta.get(key(accountId)))?.value as AccountState | undefined;
  return stored ?? { window: { since: 0, fast: 0, slow: 0 }, pausedUntil: null, sweeps: {} };
}

export async function writeState(
  { meta }: LedgerDatabase,
  accountId: string,
  state: AccountState,
): Promise<void> {
  await meta.put({ key: key(accountId), value: state });
}
