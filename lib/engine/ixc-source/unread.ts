import type { FailureCode, FailureView } from '../../messages/failure.ts';

/** A way to IXC that does not lead there, or whose answer cannot be used. IXC said nothing of the invoice. */
const UNREAD: readonly FailureCode[] = [
  'ixc-token-missing',
  'ixc-token-format',
  'ixc-token-refused',
  'ixc-ip-not-allowed',
  'ixc-no-permission',
  'ixc-error',
  'ixc-html',
  'ixc-rubbish',
  'ixc-network',
  'ixc-timeout',
  'ixc-suspicious-empty',
  'ixc-certificate',
  'ixc-captive-portal',
  'ixc-no-tab',
  'ixc-logged-out',
  'ixc-session-unusable',
  'ixc-unsupported',
];

/**
 * Whether another way may still read what this one did not. Not where IXC answered (it has no such
 * invoice), nor where nothing at all can be done now (locked, no network, no permission).
 */
export function isUnread({ code }: FailureView): boolean {
  return UNREAD.includes(code);
}
