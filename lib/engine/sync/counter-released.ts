import type { LedgerDatabase } from '../../ledger/database.ts';
import { readCounter } from './counter-state.ts';

const key = (origin: string) => `sync-counter-released:${origin}`;

/** Invoices that the brake held and a person let go: what follows from them may be done. */
export async function readReleased(
  { meta }: LedgerDatabase,
  origin: string,
): Promise<ReadonlySet<string>> {
  const stored = (await meta.get(key(origin)))?.value;
  return new Set(Array.isArray(stored) ? (stored as readonly string[]) : []);
}

/** A person has looked: this is the right base, and what it says is so. True when anything was held. */
export async function releaseHeld(ledger: LedgerDatabase, origin: string): Promise<boolean> {
  return ledger.transaction('rw', ledger.meta, async () => {
    const { held = [] } = await readCounter(ledger, origin);
    if (held.length === 0) return false;
    const before = await readReleased(ledger, origin);
    await ledger.meta.put({ key: key(origin), value: [...new Set([...before, ...held])] });
    return true;
  });
}

/** What was considered since needs no word of a person any more; the next time it asks for one again. */
export async function forgetReleased(
  ledger: LedgerDatabase,
  origin: string,
  considered: readonly string[],
): Promise<void> {
  if (considered.length === 0) return;
  await ledger.transaction('rw', ledger.meta, async () => {
    const released = await readReleased(ledger, origin);
    const left = [...released].filter((id) => !considered.includes(id));
    if (left.length === released.size) return;
    if (left.length === 0) await ledger.meta.delete(key(origin));
    else await ledger.meta.put({ key: key(origin), value: left });
  });
}
