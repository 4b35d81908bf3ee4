import type { Sealed } from './vault-store.ts';

const utf8 = new TextEncoder();
const IV_BYTES = 12;

/** Encrypts with AES-GCM under a fresh IV; `context` is authenticated and must be given again to open. */
export async function seal(
  crypto: Crypto,
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  context: string,
): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(context) };
  return { iv, ciphertext: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain)) };
}

/** The plain bytes; null when key, context or content are not those that were sealed. */
export async function open(
  crypto: Crypto,
  key: CryptoKey,
  { iv, ciphertext }: Sealed,
  context: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(context) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, ciphertext));
  } catch (error) {
    // GCM's only way to say "not authentic". Anything else is a fault of ours and must be seen.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}
