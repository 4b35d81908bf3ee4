const DATA_KEY_BYTES = 32;

/** A data key ready for use. None of it can be turned back into the raw key. */
export interface DataKey {
  readonly keyId: string;
  /** AES-GCM, encrypts the secrets. */
  readonly secrets: CryptoKey;
  /** HKDF, from which the search-hash key is derived. */
  readonly derivation: CryptoKey;
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
  const [secrets, derivation] = await Promise.all([
    crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']),
    crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']),
  ]);
  return { keyId, secrets, derivation };
}

/** 32 bytes for a keyed hash of documents (search by CPF); the same for the life of the data key. */
export async function deriveHashKey(
  crypto: Crypto,
  { derivation }: DataKey,
): Promise<Uint8Array<ArrayBuffer>> {
  const info = new TextEncoder().encode('ponte document search');
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, derivation, 256));
}
