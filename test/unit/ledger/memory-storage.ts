import type { KeyValueStore } from '../../../lib/key-value-store.ts';

/** A storage area in memory; `kept` is what lies in it. */
export function memoryStorage(
  kept = new Map<string, unknown>(),
): KeyValueStore & { readonly kept: Map<string, unknown> } {
  return {
    kept,
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => {
      kept.set(key, structuredClone(value));
      return Promise.resolve();
    },
    remove: (key) => {
      kept.delete(key);
      return Promise.resolve();
    },
  };
}
