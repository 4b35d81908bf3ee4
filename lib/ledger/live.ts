import { liveQuery } from 'dexie';
import type { FailureView } from '../messages/failure.ts';
import { ledgerFailure } from './failure.ts';

/**
 * Begins to read the ledger, now and again whenever something that was read changes, in whatever page or
 * worker; gives the way to stop. `read` must touch nothing but the ledger, and its failure ends it. For
 * pages: the worker knows what it writes.
 *
 * @example live(() => readMeters(ledger, ids, sync, Date.now()))(show, complain)
 */
export function live<T>(read: () => Promise<T>) {
  return (told: (value: T) => void, failed: (failure: FailureView) => void): (() => void) => {
    const subscription = liveQuery(read).subscribe({
      next: told,
      error: (reason: unknown) => {
        failed(ledgerFailure(reason) ?? { code: 'internal' });
      },
    });
    return () => {
      subscription.unsubscribe();
    };
  };
}
