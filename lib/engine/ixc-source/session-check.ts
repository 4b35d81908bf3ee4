import type { LedgerDatabase } from '../../ledger/database.ts';

/** A session that proved unusable is tried again after this: the panel may have been updated meanwhile. ms. */
const TRY_AGAIN_MS = 10 * 60_000;

const key = (origin: string) => `session-unusable:${origin}`;

/** Whether the operator's session failed its self-check lately. */
export async function sessionFailed(
  ledger: LedgerDatabase,
  origin: string,
  now: number,
): Promise<boolean> {
  const at = (await ledger.meta.get(key(origin)))?.value;
  return typeof at === 'number' && now - at < TRY_AGAIN_MS;
}

/** Notes that it failed, or that it has passed since. */
export async function noteSession(
  ledger: LedgerDatabase,
  origin: string,
  failedAt: number | null,
): Promise<void> {
  if (failedAt === null) await ledger.meta.delete(key(origin));
  else await ledger.meta.put({ key: key(origin), value: failedAt });
}
