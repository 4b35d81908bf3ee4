import { type CivilDate, daysBetween, todayInSaoPaulo } from '../billing/calendar.ts';
import { classifyCharge } from '../billing/status.ts';
import type { LedgerDatabase } from './database.ts';
import type { ChargeRow, HappeningRow } from './rows.ts';

/** What is older than this many days when it is first seen is history, and no news. */
const NEWS_DAYS = 2;

/**
 * What a reading tells that was not known: the charge is in another group than when it was last seen.
 *
 * A charge that was never seen before is news only when it was made, or paid, today or yesterday: the
 * first import of an account must not tell of every payment that it ever had. `at` is ms since the epoch.
 */
export function happening(
  before: ChargeRow | undefined,
  after: ChargeRow,
  at: number,
): HappeningRow | null {
  const today = dayOf(after.seenAt);
  const to = classifyCharge(after, today);
  const from = before ? classifyCharge(before, dayOf(before.seenAt)) : null;
  if (from === to) return null;
  const since = after.paymentDate ?? after.clientPaymentDate ?? after.createdOn;
  if (before === undefined && daysBetween(since, today) >= NEWS_DAYS) return null;
  const { accountId, providerKey, invoiceId, id: chargeId, value } = after;
  return { at, accountId, providerKey, invoiceId, chargeId, value, from, to };
}

const days = new Map<number, CivilDate>();

/** The charges of a page were all asked for at once, and a calendar of time zones is slow to ask. */
function dayOf(epochMs: number): CivilDate {
  const known = days.get(epochMs);
  if (known !== undefined) return known;
  if (days.size >= 100) days.clear();
  const day = todayInSaoPaulo(epochMs);
  days.set(epochMs, day);
  return day;
}

/** What happened after the one of this id (0: from the beginning), oldest first, at most `limit`. */
export function happeningsSince(
  { happenings }: LedgerDatabase,
  id: number,
  limit = 500,
): Promise<HappeningRow[]> {
  return happenings.where('id').above(id).limit(limit).toArray();
}

/** The newest `count` of them, newest first. */
export function lastHappenings(
  { happenings }: LedgerDatabase,
  count: number,
): Promise<HappeningRow[]> {
  return happenings.orderBy('id').reverse().limit(count).toArray();
}
