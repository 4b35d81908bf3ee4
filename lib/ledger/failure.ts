import type { FailureView } from '../messages/failure.ts';
import { LedgerUnusable } from './unusable.ts';

const CODES = {
  newer: 'ledger-newer',
  upgrade: 'ledger-upgrade-failed',
  waits: 'ledger-waits',
} as const;

/** What keeps the browser's storage from being read or written, as pages say it; null: something else. */
export function ledgerFailure(error: unknown): FailureView | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof LedgerUnusable) {
    return { code: CODES[error.why] };
  }
  if (isQuotaError(error)) return { code: 'storage-full' };
  // Dexie wraps what ended its transaction, or kept it from being opened.
  return 'inner' in error ? ledgerFailure(error.inner) : null;
}

function isQuotaError(error: Error): boolean {
  // `storage.local` has no error name of its own, only this word in its message.
  return error.name === 'QuotaExceededError' || /quota/i.test(error.message);
}
