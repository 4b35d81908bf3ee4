import { Dexie, type DexieOptions } from 'dexie';
import { LedgerUnusable } from './unusable.ts';

/** Dexie counts in tens, and by one when it adds what it misses to what is there. */
const releaseOf = (nativeVersion: number) => Math.floor(nativeVersion / 10);

/** Refuses a database that was opened and is of a later release than `latest`. */
export function refuseNewer(ledger: Dexie, latest: number): void {
  if (releaseOf(ledger.backendDB().version) > latest) throw new LedgerUnusable('newer');
}

/**
 * Opens by an `indexedDB` that leaves a later release's database as it is. Dexie opens one that is newer than it
 * was told of, and before anybody is asked it would add the tables that this release had and that one no
 * longer has.
 */
export function withoutAdditions(latest: number): DexieOptions {
  const { indexedDB } = Dexie.dependencies;
  const guarded: IDBFactory = {
    open: (name, version) => {
      if (version === undefined) return indexedDB.open(name);
      const adds = version % 10 !== 0;
      if (adds && releaseOf(version) > latest) throw new LedgerUnusable('newer');
      return indexedDB.open(name, version);
    },
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (first, second) => indexedDB.cmp(first, second),
  };
  return { indexedDB: guarded };
}
