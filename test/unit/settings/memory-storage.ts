import type { KeyValueStore } from '../../../lib/key-value-store.ts';

/** A storage area in memory. Like the real ones it holds JSON only: a CryptoKey becomes `{}`. */
export interface MemoryStorage extends KeyValueStore {
  /** Everything in it, as it would lie on disk. */
  readonly dump: () => Record<string, unknown>;
}

export function memoryStorage(initial: Record<string, unknown> = {}): MemoryStorage {
  const texts = new Map(
    Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)] as const),
  );
  const parse = (text: string | undefined): unknown =>
    text === undefined ? undefined : JSON.parse(text);
  return {
    get: async (key) => parse(texts.get(key)),
    set: async (key, value) => void texts.set(key, JSON.stringify(value)),
    remove: async (key) => void texts.delete(key),
    dump: () => Object.fromEntries([...texts].map(([key, text]) => [key, parse(text)])),
  };
}
