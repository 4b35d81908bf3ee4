/** How a passphrase became a key. Kept beside the vault, so that the code's own numbers can be raised. */
export interface KeyDerivation {
  readonly name: 'PBKDF2';
  readonly hash: 'SHA-256';
  readonly rounds: number;
  /** 16 random bytes, new with every passphrase. */
  readonly salt: Uint8Array<ArrayBuffer>;
}

/** AES-GCM output with the IV it was made with (12 random bytes, never used twice). */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** Under this name lies the one record that holds the data key. */
export const DATA_KEY = 'data-key';

/**
 * The data key, wrapped. One record holds the wrapping and whatever unwraps it, so that one `put`
 * changes from one to the other and a crash leaves either the old or the new, never neither.
 */
export type DataKeyRecord =
  | {
      readonly name: typeof DATA_KEY;
      readonly kind: 'device';
      /** Tells this data key from one of an erased vault in what `storage.session` still holds. */
      readonly keyId: string;
      /** Non-extractable; only IndexedDB can hold it. */
      readonly deviceKey: CryptoKey;
      readonly wrapped: Sealed;
    }
  | {
      readonly name: typeof DATA_KEY;
      readonly kind: 'passphrase';
      readonly keyId: string;
      readonly derivation: KeyDerivation;
      readonly wrapped: Sealed;
    };

/** One secret, sealed with the data key and its own name as additional data. */
export interface SecretRecord {
  /** `secret:` + the secret's name (`asaas:<accountId>`, `ixc:<origin>`, `typed:<origin>:<id>`). */
  readonly name: `secret:${string}`;
  readonly kind: 'secret';
  readonly sealed: Sealed;
  /** ms since the epoch. */
  readonly writtenAt: number;
}

export type VaultRecord = DataKeyRecord | SecretRecord;

/** Where the records lie: a store that can hold a CryptoKey and whose `put` is atomic (IndexedDB). */
export interface VaultStore {
  readonly get: (name: string) => Promise<VaultRecord | undefined>;
  readonly put: (record: VaultRecord) => Promise<void>;
  readonly delete: (name: string) => Promise<void>;
  /** Names that begin so. */
  readonly names: (prefix: string) => Promise<readonly string[]>;
}
