import type { SyncSettings } from '../settings/settings.ts';
import type { LedgerDatabase } from './database.ts';
import type { QuotaRow } from './rows.ts';

/** Asaas counts 25,000 requests in the 12 hours that begin with the first one, per account. */
export const QUOTA = { requests: 25_000, windowMs: 12 * 60 * 60_000, concurrentReads: 50 } as const;

/** No pause is longer (the quota runs over 12 hours): beyond it a clock was wrong. ms. */
export const LONGEST_PAUSE = 13 * 60 * 60_000;

/** What a page shows of one account's quota. */
export interface QuotaMeter {
  readonly accountId: string;
  /** Requests that this browser made in the running window. */
  readonly spent: number;
  readonly sweepSpent: number;
  /** This browser's part of the sweeps' share. */
  readonly sweepBudget: number;
  /** When the window ends, ms since the epoch; null before the first request. */
  readonly endsAt: number | null;
  readonly pausedUntil: number | null;
}

/** An account that was asked nothing yet. */
export function unspent(accountId: string): QuotaRow {
  const spent = { sweep: 0, job: 0, person: 0 };
  return { accountId, since: null, spent, pausedUntil: null, failures: 0, windows: {} };
}

/** This browser's part of what all sweeps of an account may spend. Requests per 12 hours. */
export function sweepBudget({ sharePercent, browsersPerAccount }: SyncSettings): number {
  return Math.floor((QUOTA.requests * sharePercent) / 100 / browsersPerAccount);
}

/**
 * The row as it stands now: a window that is over is none. One that begins in the future was written
 * before the clock was set back: what it counted stays, in the window that only seemed to be over by then, if
 * that runs still, and otherwise in one that ends within twelve hours.
 */
export function quotaAt(row: QuotaRow, now: number): QuotaRow {
  const { since, spent, last, ...rest } = row;
  const runs = (from: number) => from <= now && now - from < QUOTA.windowMs;
  if (since !== null && runs(since)) return row;
  if (since === null || since > now) {
    if (last && runs(last.since))
      return { ...rest, since: last.since, spent: both(last.spent, spent) };
    return since === null ? row : { ...row, since: now };
  }
  return { ...rest, since: null, spent: unspent(row.accountId).spent, last: { since, spent } };
}

function both(one: QuotaRow['spent'], other: QuotaRow['spent']): QuotaRow['spent'] {
  return {
    sweep: one.sweep + other.sweep,
    job: one.job + other.job,
    person: one.person + other.person,
  };
}

/** All requests of the window, whoever waited for them. */
export function spentOf({ spent }: QuotaRow): number {
  return spent.sweep + spent.job + spent.person;
}

/** When the window ends; null when none is running. */
export function windowEnd({ since }: QuotaRow): number | null {
  return since === null ? null : since + QUOTA.windowMs;
}

/** What a page shows of a row. */
export function quotaMeter(row: QuotaRow, sync: SyncSettings, now: number): QuotaMeter {
  const current = quotaAt(row, now);
  const { pausedUntil } = current;
  const isPaused = pausedUntil !== null && pausedUntil > now && pausedUntil <= now + LONGEST_PAUSE;
  return {
    accountId: row.accountId,
    spent: spentOf(current),
    sweepSpent: current.spent.sweep,
    sweepBudget: sweepBudget(sync),
    endsAt: windowEnd(current),
    pausedUntil: isPaused ? pausedUntil : null,
  };
}

/** One meter per account, in their order; an account that was asked nothing has an empty one. */
export async function readMeters(
  ledger: Pick<LedgerDatabase, 'quota'>,
  accountIds: readonly string[],
  sync: SyncSettings,
  now: number,
): Promise<readonly QuotaMeter[]> {
  const rows = await ledger.quota.bulkGet([...accountIds]);
  return accountIds.map((id, index) => quotaMeter(rows[index] ?? unspent(id), sync, now));
}
