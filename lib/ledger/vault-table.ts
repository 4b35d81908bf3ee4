import type { VaultStore } from '../vault/vault-store.ts';
import type { LedgerDatabase } from './database.ts';

/** The vault's records on disk. IndexedDB can hold a non-extractable CryptoKey, which storage areas cannot. */
export function createVaultTable(ledger: LedgerDatabase): VaultStore {
  return {
    get: (name) => ledger.vault.get(name),
    put: async (record) => {
      await ledger.vault.put(record);
    },
    delete: (name) => ledger.vault.delete(name),
    names: (prefix) => ledger.vault.where('name').startsWith(prefix).primaryKeys(),
  };
}
