import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { documentKind, normaliseDocument } from '../../billing/document.ts';
import { normaliseName } from '../../billing/person-name.ts';

/** Equal for equal documents however they are written; null for what is no CPF or CNPJ. `key` in hex. */
export function personTag(key: string, document: string): string | null {
  if (documentKind(document) === null) return null;
  return tag(key, normaliseDocument(document));
}

/** Equal for names that two systems can be expected to agree on; see `sameName`. `key` in hex. */
export function nameTag(key: string, name: string): string {
  return tag(key, `name ${normaliseName(name)}`);
}

function tag(key: string, text: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(key), utf8ToBytes(text))).slice(0, 32);
}

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  return [first, last]
    .flatMap((word) => [...word].slice(0, 1))
    .join('')
    .toUpperCase();
}
