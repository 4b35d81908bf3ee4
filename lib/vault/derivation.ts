import type { KeyDerivation } from './vault-store.ts';

/** 900 000 rounds take about 0.2 s in a worker; OWASP asks for 600 000 at least. */
export const PBKDF2_ROUNDS = 900_000;
const SALT_BYTES = 16;

export function newDerivation(crypto: Crypto, rounds: number): KeyDerivation {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { name: 'PBKDF2', hash: 'SHA-256', rounds, salt };
}

/**
 * The AES-GCM key of a passphrase under the given parameters. The passphrase is normalised (NFKC):
 * the same letters typed on another keyboard or system may be other code points.
 */
export async function deriveKey(
  crypto: Crypto,
  passphrase: string,
  { name, hash, rounds, salt }: KeyDerivation,
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', bytes, name, false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name, hash, iterations: rounds, salt },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
