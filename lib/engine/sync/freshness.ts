import type { LedgerDatabase } from '../../ledger/database.ts';
import {
  type AccountState,
  NEVER,
  readState,
  type SweepState,
  sweptAccounts,
} from './account-state.ts';
import type { Sweep } from './sweeps.ts';

/** How old what is known of one account is. Times in ms since the epoch. */
export interface Freshness {
  readonly accountId: string;
  /** When the older of the last complete readings of what people wait for began; null: not both yet. */
  readonly readAt: number | null;
  /** A reading of it was begun and is not complete: it goes on with the next turn. */
  readonly underWay: boolean;
  /** Nothing is read before this, because a reading failed or Asaas asked for it; null: nothing forbids it. */
  readonly pausedUntil: number | null;
}

/** What the numbers of a page are made of: charges that were paid, and those that wait for their credit. */
const SHOWN = ['paid', 'confirmed'] as const satisfies readonly Sweep['name'][];

/**
 * From the cursors that the sweeps leave behind, one per account, in their order. Null: of whatever accounts
 * there are cursors, for who does not know the accounts yet.
 */
export async function readFreshness(
  ledger: LedgerDatabase,
  accountIds: readonly string[] | null,
): Promise<readonly Freshness[]> {
  const ids = accountIds ?? (await sweptAccounts(ledger));
  return Promise.all(
    ids.map(async (id) => ({ accountId: id, ...freshnessOf(await readState(ledger, id)) })),
  );
}

function freshnessOf({ sweeps, pausedUntil }: AccountState): Omit<Freshness, 'accountId'> {
  const shown = SHOWN.map((name) => sweeps[name] ?? NEVER);
  const times = shown.map(readAt).filter((at) => at !== null);
  return {
    readAt: times.length < SHOWN.length ? null : Math.min(...times),
    underWay: shown.some(({ place }) => place !== null),
    pausedUntil,
  };
}

/** What was written before `readAt` was kept tells the time of its last reading only while none is under way. */
function readAt({ readAt: complete, startedAt, place }: SweepState): number | null {
  if (complete !== undefined) return complete;
  return place === null ? startedAt : null;
}
