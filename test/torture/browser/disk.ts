import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { LedgerDatabase } from '../../../lib/ledger/database.ts';
import type { KeyValueStore } from '../../../lib/key-value-store.ts';
import { memoryStorage } from '../../unit/ledger/memory-storage.ts';
import { hastenCursors } from './cursors.ts';

hastenCursors();

/** What a browser keeps over the deaths of its worker: the ledger, and `storage.local`. */
export interface Disk {
  /** Another connection to the ledger. */
  readonly open: () => LedgerDatabase;
  readonly storage: KeyValueStore;
  /** Everything on it, or the ledger alone, as some backup program would copy it. */
  readonly copy: (what: 'all' | 'ledger') => Promise<Disk>;
}

export function createDisk(): Disk {
  return diskOf(new IDBFactory(), new Map());
}

function diskOf(indexedDB: IDBFactory, kept: Map<string, unknown>): Disk {
  const open = () => {
    Dexie.dependencies.indexedDB = indexedDB;
    Dexie.dependencies.IDBKeyRange = IDBKeyRange;
    return new LedgerDatabase();
  };
  return {
    open,
    storage: memoryStorage(kept),
    copy: async (what) => {
      // What is not in the copy is shared with the disk that it was taken from.
      const copied = diskOf(new IDBFactory(), what === 'all' ? new Map(kept) : kept);
      const [from, to] = [open(), copied.open()];
      const rows = await from.transaction('r', from.tables, () =>
        Promise.all(from.tables.map((table) => table.toArray() as Promise<unknown[]>)),
      );
      for (const [at, { name }] of from.tables.entries()) {
        await to.table(name).bulkPut(rows[at] ?? []);
      }
      from.close();
      to.close();
      return copied;
    },
  };
}

/** A disk that is full refuses every transaction, as the browser does. */
export function refusingWhen(isFull: () => boolean, ledger: LedgerDatabase): LedgerDatabase {
  const transaction = ledger.transaction.bind(ledger) as (...args: unknown[]) => Promise<unknown>;
  const refusing = (...args: unknown[]) =>
    isFull() && args[0] !== 'r'
      ? Promise.reject(new Dexie.QuotaExceededError('the disk is full'))
      : transaction(...args);
  Object.defineProperty(ledger, 'transaction', { value: refusing });
  return ledger;
}

/** Work that could not be written down broke off, maybe while the disk has room again. */
export function isOfFullDisk(reason: unknown): boolean {
  return reason instanceof Dexie.DexieError && reason.name === 'QuotaExceededError';
}
