import { LedgerDatabase } from '../../../lib/ledger/database.ts';

/** Read only, and directly: what is known is on screen before the worker is awake, and without it. */
export const ledger = new LedgerDatabase();
