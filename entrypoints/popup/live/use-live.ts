import { useMemo } from 'react';
import { useLive as useWatch, type Live } from '../../../components/use-live.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { live } from '../../../lib/ledger/live.ts';
import { ledger } from './ledger.ts';

/**
 * The answer to a question about the ledger, asked again whenever what it was made of changes, in whatever
 * context. `query` must stay the same function for as long as the question does.
 */
export function useLive<T>(query: (ledger: LedgerDatabase) => Promise<T>): Live<T> {
  return useWatch(useMemo(() => live(ledger, query), [query]));
}
