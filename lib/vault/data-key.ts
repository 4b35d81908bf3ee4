const DATA_KEY_BYTES = 32;

/** A data key ready for use. None of it can be turned back into the raw key. */
export interface DataKey {
  readonly keyId: string;
  /** AES-GCM, encrypts the secrets. */
  readonly secrets: CryptoKey;
}

export function randomDataKey(crypto: Crypto): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(DATA_KEY_BYTES));
}

/** Imports raw key bytes. The caller overwrites the bytes once it needs them no more. */
export async function importDataKey(
  crypto: Crypto,
  keyId: string,
  raw: Uint8Array<ArrayBuffer>,
): Promise<DataKey> {
  if (raw.length !== DATA_KEY_BYTES) throw new RangeError('a data key has 32 bytes');
  const secrets = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return { keyId, secrets };
}
