import { fail, ok, type Result } from '../../billing/result.ts';
import type { KeyValueStore } from '../../key-value-store.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { isPaused, writePaused } from '../../ledger/pause.ts';
import type { FailureView } from '../../messages/failure.ts';
import { lastUnanswered } from '../outbox/quarantine.ts';
import { activeJobs } from '../outbox/store.ts';
import type { EnginePorts } from '../ports.ts';

/** Under this key `storage.local` says that everything is to go at the next start. */
const KEY = 'wipe';

/**
 * Notes that ledger, settings and vault are to be erased, which `finishWipe` does when the worker starts
 * anew: nothing that is still running can then write anything back, and a death in between only delays.
 * From then on everything is paused, so that no request leaves whose trace would be erased.
 *
 * Refused while the outcome of a request is not known (param `invoice`), whatever was typed to confirm:
 * the ledger is the only place that knows that a charge may still turn up. The way out is to wait, or to
 * look it up at Asaas and say so on the invoice.
 */
export async function askForWipe(
  ports: Pick<EnginePorts, 'ledger'>,
  storage: Pick<KeyValueStore, 'set'>,
): Promise<Result<null, FailureView>> {
  const { ledger } = ports;
  const { jobs, meta } = ledger;
  // An intent is written in a transaction like this one: either it is seen here, or it sees the pause.
  const [open, wasPaused] = await ledger.transaction('rw', jobs, meta, async () => {
    const busy = (await activeJobs(ports)).find(
      ({ attempts }) => lastUnanswered(attempts) !== null,
    );
    const paused = await isPaused(ledger);
    if (!busy) await writePaused(ledger, true);
    return [busy, paused];
  });
  if (open) return fail({ code: 'wipe-busy', params: { invoice: open.invoiceId } });
  try {
    await storage.set(KEY, true);
  } catch (reason) {
    await writePaused(ledger, wasPaused);
    throw reason;
  }
  return ok(null);
}

/** Erases everything that was asked to go. True when there was something to erase. */
export async function finishWipe(
  ledger: Pick<LedgerDatabase, 'delete' | 'open'>,
  storage: Pick<KeyValueStore, 'get'>,
  clearStorage: () => Promise<void>,
): Promise<boolean> {
  if ((await storage.get(KEY)) !== true) return false;
  await ledger.delete();
  // The note goes last.
  await clearStorage();
  await ledger.open();
  return true;
}
