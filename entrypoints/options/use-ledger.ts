import { useLive, type Live } from '../../components/use-live.ts';
import { LedgerDatabase } from '../../lib/ledger/database.ts';
import { live } from '../../lib/ledger/live.ts';
import { useMemo } from 'react';

/** Read only, and directly: only the worker writes. */
const ledger = new LedgerDatabase();

/** The answer of the ledger, kept up to date. `read` must stay the same for as long as the question does. */
export function useLedger<T>(read: (ledger: LedgerDatabase) => Promise<T>): Live<T> {
  return useLive(useMemo(() => live(ledger, read), [read]));
}
