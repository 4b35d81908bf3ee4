import { fromBase64, toBase64 } from '../base64.ts';
import type { KeyValueStore } from '../key-value-store.ts';

const KEY = 'vault:unlocked';

/**
 * The unlocked data key for as long as the browser runs, so that a killed worker need not ask again.
 * As text: `storage.session` lives in memory only, but cannot hold a CryptoKey (it silently becomes `{}`).
 */
export interface UnlockedSession {
  readonly keep: (keyId: string, raw: Uint8Array) => Promise<void>;
  /** The raw key kept for `keyId`; null when none, or another vault's, is kept. */
  readonly recall: (keyId: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly forget: () => Promise<void>;
}

export function createUnlockedSession(session: KeyValueStore): UnlockedSession {
  return {
    keep: (keyId, raw) => session.set(KEY, { keyId, key: toBase64(raw) }),
    recall: async (keyId) => {
      const kept = await session.get(KEY);
      if (!isKept(kept) || kept.keyId !== keyId) return null;
      return fromBase64(kept.key);
    },
    forget: () => session.remove(KEY),
  };
}

function isKept(value: unknown): value is { readonly keyId: string; readonly key: string } {
  if (typeof value !== 'object' || value === null) return false;
  return 'keyId' in value && 'key' in value && typeof value.key === 'string';
}
