import { liveQuery } from 'dexie';
import type { FailureView } from '../messages/failure.ts';
import type { LedgerDatabase } from './database.ts';
import { ledgerFailure } from './failure.ts';
import { LedgerUnusable, OPENS_WITHIN } from './unusable.ts';

/**
 * Begins to read the ledger, now and again whenever something that was read changes, in whatever page or
 * worker; gives the way to stop. `query` must touch nothing but the ledger, and its failure ends it; a ledger
 * that is long in opening is told, and once it is open it is read. For pages: the worker knows what it writes.
 *
 * @example live(ledger, (all) => readMeters(all, ids, sync, Date.now()))(show, complain)
 */
export function live<T>(ledger: LedgerDatabase, query: (ledger: LedgerDatabase) => Promise<T>) {
  return (told: (value: T) => void, failed: (failure: FailureView) => void): (() => void) => {
    const fail = (reason: unknown): void => {
      failed(ledgerFailure(reason) ?? { code: 'internal' });
    };
    const patience = setTimeout(() => {
      if (!ledger.isOpen()) fail(new LedgerUnusable('waits'));
    }, OPENS_WITHIN);
    const subscription = liveQuery(() => query(ledger)).subscribe({
      next: (value) => {
        clearTimeout(patience);
        told(value);
      },
      error: (reason: unknown) => {
        clearTimeout(patience);
        fail(reason);
      },
    });
    return () => {
      clearTimeout(patience);
      subscription.unsubscribe();
    };
  };
}
