import { fromBase64 } from '../../base64.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';

/** `<user id>:<hash>`, as IXC shows a token. */
const RAW = /^\d+:[\x21-\x7e]+$/;
/** What a copy out of a mail, a manual or another program's settings brings along. */
const LABEL = /^(?:(?:authorization|token)\s*[:=])?\s*(?:basic\s+)?/i;
const QUOTES = /["'`“”‘’\u200b\ufeff]/g;

/**
 * The token `id:hash` in whatever was pasted: raw or in base64, with quotes, line breaks, `Basic` or a
 * label. Always the same text for the same token, so that its hint is the end of its hash.
 */
export function readToken(pasted: string): Result<string, FailureView> {
  const clean = pasted.replace(QUOTES, '').trim();
  if (clean === '') return fail({ code: 'ixc-token-missing' });
  const text = clean.replace(LABEL, '').replace(/\s+/g, '');
  if (RAW.test(text)) return ok(text);
  const decoded = decode(text);
  return decoded !== null && RAW.test(decoded) ? ok(decoded) : fail({ code: 'ixc-token-format' });
}

function decode(text: string): string | null {
  const bytes = fromBase64(text);
  return bytes === null ? null : new TextDecoder().decode(bytes).trim();
}
