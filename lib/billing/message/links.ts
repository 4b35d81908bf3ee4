import { fail, ok, type Result } from '../result.ts';
import type { WhatsAppNumber } from './phone.ts';

/** Servers commonly take 8 KB of request line; a longer address may open an empty conversation. Characters. */
export const LONGEST_WHATSAPP_URL = 8000;
/** Mail programs cut an address off at about 2,000 characters, and do not say so. */
export const LONGEST_MAILTO_URL = 2000;

export interface TooLong {
  readonly code: 'too-long';
  /** Characters of the address, and how many it may have. */
  readonly length: number;
  readonly most: number;
}

/** Opens the conversation with the text written and not sent. */
export function whatsAppUrl(number: WhatsAppNumber, text: string): Result<string, TooLong> {
  return within(`https://wa.me/${number}?text=${encoded(text)}`, LONGEST_WHATSAPP_URL);
}

/** Opens the mail program with the message written and not sent. Lines end as RFC 6068 has them. */
export function mailtoUrl(
  to: string,
  subject: string,
  body: string,
): Result<string, TooLong | { readonly code: 'no-address' }> {
  if (!isMailAddress(to)) return fail({ code: 'no-address' });
  const [head, text] = [
    encoded(subject.replace(/\s+/g, ' ')),
    encoded(body.replace(/\n/g, '\r\n')),
  ];
  // `@` may stand as it is; anything else that could begin another field may not.
  const address = encoded(to.trim()).replace('%40', '@');
  return within(`mailto:${address}?subject=${head}&body=${text}`, LONGEST_MAILTO_URL);
}

/** One plain address, and no more than one: what IXC holds may be a list, a name or a remark. */
export function isMailAddress(text: string | null): text is string {
  return /^[^\s@<>,;:"'()[\]\\?&]+@[^\s@<>,;:"'()[\]\\?&]+\.[^\s@<>,;:"'()[\]\\?&.]{2,}$/.test(
    (text ?? '').trim(),
  );
}

function within(url: string, most: number): Result<string, TooLong> {
  return url.length <= most ? ok(url) : fail({ code: 'too-long', length: url.length, most });
}

/** A half of a character pair, which no address can carry, becomes the sign for an unreadable one. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
