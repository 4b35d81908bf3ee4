import type { Page } from '@playwright/test';
import { EARLIER, rowsOf } from '../../unit/ledger/fixtures/open-fixture.ts';

export type Rows = Readonly<Record<string, readonly unknown[]>>;

/** What lies in the ledger's database, and in which of IndexedDB's own numbers: ten times the ledger's. */
export interface Raw {
  readonly version: number;
  readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

type Stores = Readonly<Record<string, string>>;

/** The rows that a release of the first ledger left, but for who this browser is and what it has keys for. */
export function firstLedger(): Rows {
  const { meta: _, vault: __, ...rows } = rowsOf(1);
  return rows;
}

/**
 * Makes the browser's ledger one that the first release wrote: its tables, these rows, and of what was there
 * the identity and the keys. Nobody gets in between. `hold`: the page goes on holding it, and lets nobody by,
 * as a page of that release would in the middle of its work.
 */
export async function leaveFirstLedger(page: Page, rows: Rows, hold = false): Promise<void> {
  const given = { stores: EARLIER[1] as Stores, kept: ['meta', 'vault'], rows, hold };
  await page.evaluate(putFirstLedger, given);
}

/** Everything in the ledger's database, as it lies there; whatever its version, it stays so. */
export function rawLedger(page: Page): Promise<Raw> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(request.error?.message));
      });
    const database = await asked(indexedDB.open('ponte'));
    const names = [...database.objectStoreNames].filter((name) => name !== 'vault');
    const stores = database.transaction(names, 'readonly');
    const all = await Promise.all(names.map((name) => asked(stores.objectStore(name).getAll())));
    database.close();
    return {
      version: database.version,
      rows: Object.fromEntries(names.map((name, at) => [name, all[at] as unknown[]])),
    };
  });
}

interface Given {
  readonly stores: Stores;
  readonly kept: readonly string[];
  readonly rows: Rows;
  readonly hold: boolean;
}

/** Runs in a page of the extension. */
async function putFirstLedger({ stores, kept, rows, hold }: Given): Promise<void> {
  const asked = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.message));
    });
  const pathOf = (index: string) => (index.startsWith('[') ? index.slice(1, -1).split('+') : index);
  const declare = (database: IDBDatabase, name: string, schema: string) => {
    const [primary = '', ...indexes] = schema.split(', ');
    const store = database.createObjectStore(name, { keyPath: pathOf(primary) });
    for (const index of indexes) {
      const path = index.replace('&', '');
      store.createIndex(path, pathOf(path), { unique: index.startsWith('&') });
    }
  };

  const now = await asked(indexedDB.open('ponte'));
  const reading = now.transaction(kept, 'readonly');
  const left = await Promise.all(kept.map((name) => asked(reading.objectStore(name).getAll())));
  now.close();
  const all = Object.entries({
    ...rows,
    ...Object.fromEntries(kept.map((k, at) => [k, left[at]])),
  });

  // Whoever asks after these two waits until both are done.
  const gone = asked(indexedDB.deleteDatabase('ponte'));
  const opening = indexedDB.open('ponte', 10);
  opening.onupgradeneeded = () => {
    for (const [name, schema] of Object.entries(stores)) declare(opening.result, name, schema);
    for (const [name, some] of all)
      for (const row of some as unknown[]) opening.transaction?.objectStore(name).add(row);
  };
  const older = await asked(opening);
  await gone;
  if (hold) Object.assign(window, { older });
  else older.close();
}
