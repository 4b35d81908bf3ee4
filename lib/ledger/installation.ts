import type { LedgerDatabase } from './database.ts';

const KEY = 'installation-id';

/** The identity of this installation, made once. Attempts carry it, so that "created by me" can be told. */
export async function installationId(ledger: LedgerDatabase, make: () => string): Promise<string> {
  return ledger.transaction('rw', ledger.meta, async () => {
    const known = (await ledger.meta.get(KEY))?.value;
    if (typeof known === 'string') return known;
    const created = make();
    await ledger.meta.put({ key: KEY, value: created });
    return created;
  });
}
