import { deriveKey, newDerivation } from './derivation.ts';
import { open, seal } from './sealing.ts';
import { DATA_KEY, type DataKeyRecord } from './vault-store.ts';

const context = (keyId: string) => `${DATA_KEY}:${keyId}`;

/** Wraps the data key with a new key that never leaves this browser profile. */
export async function wrapForDevice(
  crypto: Crypto,
  keyId: string,
  raw: Uint8Array<ArrayBuffer>,
): Promise<DataKeyRecord> {
  const deviceKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const wrapped = await seal(crypto, deviceKey, raw, context(keyId));
  return { name: DATA_KEY, kind: 'device', keyId, deviceKey, wrapped };
}

/** Wraps the data key with what a passphrase derives to, under a new salt. */
export async function wrapWithPassphrase(
  crypto: Crypto,
  keyId: string,
  raw: Uint8Array<ArrayBuffer>,
  passphrase: string,
  rounds: number,
): Promise<DataKeyRecord> {
  const derivation = newDerivation(crypto, rounds);
  const key = await deriveKey(crypto, passphrase, derivation);
  const wrapped = await seal(crypto, key, raw, context(keyId));
  return { name: DATA_KEY, kind: 'passphrase', keyId, derivation, wrapped };
}

/** The raw data key; null when the passphrase is wrong or the record was tampered with. */
export async function unwrap(
  crypto: Crypto,
  record: DataKeyRecord,
  passphrase: string | null,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (record.kind === 'device') {
    return open(crypto, record.deviceKey, record.wrapped, context(record.keyId));
  }
  if (passphrase === null) return null;
  // With the record's own parameters: the code's may have been raised since.
  const key = await deriveKey(crypto, passphrase, record.derivation);
  return open(crypto, key, record.wrapped, context(record.keyId));
}
