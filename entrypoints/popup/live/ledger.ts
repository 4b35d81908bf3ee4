import { LedgerDatabase } from '../../../lib/ledger/database.ts';

/** Read only, and directly: what is known is on screen before the worker is awake, and without it. */
export const ledger = new LedgerDatabase();

// It opens while the page is put together; whoever asks it is told why it does not.
ledger.open().catch(() => undefined);
