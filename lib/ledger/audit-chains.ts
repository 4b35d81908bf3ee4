import { Dexie } from 'dexie';
import type { AuditEntry } from './audit-entry.ts';
import type { LedgerDatabase } from './database.ts';

/** Each installation's entries are a chain of their own; imported ones lie beside this one's. */
function chainOf({ audit }: LedgerDatabase, installationId: string) {
  return audit
    .where('[installationId+seq]')
    .between([installationId, Dexie.minKey], [installationId, Dexie.maxKey]);
}

/** The newest entry of an installation; null when it has none. */
export async function lastEntry(
  ledger: LedgerDatabase,
  installationId: string,
): Promise<AuditEntry | null> {
  return (await chainOf(ledger, installationId).last()) ?? null;
}

/** The place of an installation's newest entry; 0 when it has none. */
export async function auditEnd(ledger: LedgerDatabase, installationId: string): Promise<number> {
  return (await lastEntry(ledger, installationId))?.seq ?? 0;
}

/** An installation's entries after a place, in their order, at most `limit`. */
export function entriesAfter(
  { audit }: LedgerDatabase,
  installationId: string,
  seq: number,
  limit: number,
): Promise<AuditEntry[]> {
  return audit
    .where('[installationId+seq]')
    .between([installationId, seq], [installationId, Dexie.maxKey], false)
    .limit(limit)
    .toArray();
}

/** An installation's entries, in the order of their places. */
export function entriesOf(ledger: LedgerDatabase, installationId: string): Promise<AuditEntry[]> {
  return chainOf(ledger, installationId).toArray();
}

/** Every installation that has entries here: this one, those it was before, and imported ones. */
export async function auditedInstallations(ledger: LedgerDatabase): Promise<string[]> {
  const ids: string[] = [];
  let after = '';
  for (;;) {
    const next = await ledger.audit
      .where('[installationId+seq]')
      .above([after, Dexie.maxKey])
      .first();
    if (next === undefined) return ids;
    after = next.installationId;
    ids.push(after);
  }
}
