import { IDBFactory } from 'fake-indexeddb';
import type { KeyValueStore } from '../../../lib/key-value-store.ts';
import type { VaultRecord, VaultStore } from '../../../lib/vault/vault-store.ts';
import { createVault, type Vault } from '../../../lib/vault/vault.ts';
import { memoryStorage, type MemoryStorage } from '../settings/memory-storage.ts';

/** Enough to derive a key; the product's number is asserted apart. */
const FEW_ROUNDS = 10;
export const PASSPHRASE = 'cavalo bateria grampo';
export const KEY = '$aact_hmlg_chave-visivelmente-falsa-0001';

/** A store over (fake) IndexedDB, which clones what is put as a browser does. */
export async function indexedDbStore(): Promise<
  VaultStore & { all: () => Promise<VaultRecord[]> }
> {
  const opening = new IDBFactory().open('vault-test', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('vault', { keyPath: 'name' });
  };
  const database = await settled(opening);
  const table = (mode: IDBTransactionMode) =>
    database.transaction('vault', mode).objectStore('vault');
  return {
    get: (name) => settled(table('readonly').get(name) as IDBRequest<VaultRecord | undefined>),
    put: async (record) => {
      await settled(table('readwrite').put(record));
    },
    delete: (name) => settled(table('readwrite').delete(name)),
    names: async (prefix) =>
      (await settled(table('readonly').getAllKeys()))
        .map(String)
        .filter((name) => name.startsWith(prefix)),
    all: () => settled(table('readonly').getAll() as IDBRequest<VaultRecord[]>),
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('request failed'));
  });
}

/** One browser profile: what outlives a worker, and workers that come and go on it. */
export interface Profile {
  readonly store: Awaited<ReturnType<typeof indexedDbStore>>;
  readonly session: MemoryStorage;
  /** A new worker's vault over the same profile. */
  readonly worker: (rounds?: number) => Vault;
  /** The browser was closed: `storage.session` is gone. */
  readonly restartBrowser: () => Promise<void>;
}

export async function newProfile(): Promise<Profile> {
  const store = await indexedDbStore();
  const session = memoryStorage();
  return {
    store,
    session,
    worker: (rounds = FEW_ROUNDS) => vaultOver(store, session, rounds),
    restartBrowser: async () => {
      for (const key of Object.keys(session.dump())) await session.remove(key);
    },
  };
}

export function vaultOver(store: VaultStore, session: KeyValueStore, rounds = FEW_ROUNDS): Vault {
  return createVault({
    store,
    session,
    crypto: globalThis.crypto,
    now: () => 1_800_000_000_000,
    rounds,
  });
}

/** Everything a profile holds, bytes as latin-1, to search for what must not be there. */
export async function everythingAtRest({ store, session }: Profile): Promise<string> {
  const text = (value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  const records = JSON.stringify(await store.all(), (_key, value: unknown) => text(value));
  return records + JSON.stringify(session.dump());
}
