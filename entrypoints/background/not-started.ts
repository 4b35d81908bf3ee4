import { fail } from '@/lib/billing/result';
import { unforeseenView } from '@/lib/engine/setup/failures';

/** What whoever asks is told while the worker cannot be put together: a full disk, a ledger that does not open. */
export function notStarted(reason: unknown) {
  return fail(unforeseenView(reason));
}
