import type { Storage } from 'webextension-polyfill';
import type { KeyValueStore } from '@/lib/key-value-store';

/** A browser storage area as the three calls that the core needs. */
export function storageArea(area: Storage.StorageArea): KeyValueStore {
  return {
    get: async (key) => (await area.get(key))[key],
    set: (key, value) => area.set({ [key]: value }),
    remove: (key) => area.remove(key),
  };
}
