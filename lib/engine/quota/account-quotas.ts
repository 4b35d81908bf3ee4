import type { LedgerDatabase } from '../../ledger/database.ts';
import { quotaAt, quotaMeter, unspent, type QuotaMeter } from '../../ledger/quota.ts';
import type { SyncSettings } from '../../settings/settings.ts';
import { isBroken, pauseEnd } from './breaker.ts';
import { forecastOf, roomFor } from './budgets.ts';

/**
 * Requests that one of many sendings takes where the payer is known, from its preview to its last
 * verification ten minutes later: what the clean run of `npm run torture` counts, drawer (5.0) and operation
 * (3.1), rounded up. One sent alone takes 11: it shares its looks with nobody, and reads the fee table of the day.
 */
const PER_CHARGE = 9;

/** What a page shows of one account's quota, and what is left of it for people. */
export interface AccountQuota extends QuotaMeter {
  /** Charges that can still be sent in the running window. */
  readonly charges: number;
  /** When a thousand charges that were confirmed now would all be sent, ms since the epoch. */
  readonly thousandAt: number;
  /** Asaas failed so often in a row that only now and then a reading looks whether it is well again. */
  readonly isTroubled: boolean;
}

/** From what lies on disk, one per account, in their order. `now` in ms. */
export async function readQuotas(
  { quota }: Pick<LedgerDatabase, 'quota'>,
  accountIds: readonly string[],
  sync: SyncSettings,
  now: number,
): Promise<readonly AccountQuota[]> {
  const rows = await quota.bulkGet([...accountIds]);
  return accountIds.map((id, index) => {
    const row = quotaAt(rows[index] ?? unspent(id), now);
    const from = pauseEnd(row, now) ?? now;
    return {
      ...quotaMeter(row, sync, now),
      pausedUntil: pauseEnd(row, now),
      charges: Math.floor(roomFor('job', row, sync) / PER_CHARGE),
      thousandAt: forecastOf(row, sync, 1000 * PER_CHARGE, { now, from }).doneAt,
      isTroubled: isBroken(row),
    };
  });
}
