import { fromBase64, toBase64 } from '../../base64.ts';

/** `<user id>:<hash>`, as IXC shows a token. */
const RAW = /^\d+:\S+$/;

function decoded(text: string): string | null {
  const bytes = fromBase64(text);
  return bytes === null ? null : new TextDecoder().decode(bytes).trim();
}

/**
 * The value of the `Authorization` header for a webservice token, which operators paste raw, in base64 or
 * with `Basic` before it. Null when it is none of these: IXC would only answer 401.
 */
export function basicCredential(token: string): string | null {
  const text = token.trim().replace(/^Basic\s+/i, '');
  const raw = RAW.test(text) ? text : decoded(text);
  if (raw === null || !RAW.test(raw)) return null;
  return `Basic ${toBase64(new TextEncoder().encode(raw))}`;
}
