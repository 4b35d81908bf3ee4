import type { LedgerDatabase } from '../ledger/database.ts';

export interface ServerClock {
  /** Now on Asaas's clock, ms since the epoch: the local clock corrected by the last `Date` header. */
  readonly now: () => number;
  readonly observe: (serverTime: number) => void;
  /** How far the local clock is off, ms. */
  readonly offset: () => number;
}

const KEY = 'clock-offset';

/**
 * Asaas's clock decides what "today" and "ten minutes ago" mean, because a wrong clock on the operator's
 * machine must not change a due date or shorten a quarantine. The offset survives the worker.
 */
export async function createServerClock(
  ledger: LedgerDatabase,
  localNow: () => number,
): Promise<ServerClock> {
  let offset = await readClockOffset(ledger);
  return {
    now: () => localNow() + offset,
    offset: () => offset,
    observe: (serverTime) => {
      const measured = serverTime - localNow();
      // The header has whole seconds: smaller differences say nothing.
      if (Math.abs(measured - offset) < 1500) return;
      offset = measured;
      ledger.meta.put({ key: KEY, value: offset }).catch(() => {
        // Kept in memory; the next answer writes it again.
      });
    },
  };
}

/** How far the local clock was off when that was last noticed, ms: a page has no answers of its own to learn from. */
export async function readClockOffset({ meta }: Pick<LedgerDatabase, 'meta'>): Promise<number> {
  const stored = (await meta.get(KEY))?.value;
  return typeof stored === 'number' ? stored : 0;
}
