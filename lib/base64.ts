/** Standard base64 of some bytes. (`Uint8Array.prototype.toBase64` is newer than the oldest Chrome we run on.) */
export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The bytes of a standard base64 text; null when it is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // `atob` throws on anything that is not base64, and that is the answer.
    return null;
  }
}

/** base64url without padding: 32 bytes make 43 characters. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
