import { QUOTA, spentOf, sweepBudget, windowEnd } from '../../ledger/quota.ts';
import type { QuotaRow } from '../../ledger/rows.ts';
import type { SyncSettings } from '../../settings/settings.ts';
import type { Purpose } from '../ports.ts';
import type { Forecast } from './governor.types.ts';

/** The fastest that charges can be made: Asaas takes 100 in 10 s. ms per request. */
const PACE = 100;

/** What all sweeps of all browsers leave of a window. */
function leftToPeople({ sharePercent }: SyncSettings): number {
  return Math.floor((QUOTA.requests * (100 - sharePercent)) / 100);
}

/**
 * Requests that the window still bears. Sweeps keep to their share; jobs to what the sweeps leave, so that
 * a large sending is spread over windows; somebody who looks at a charge is never kept waiting by a number
 * of ours, because only Asaas knows when its own window began.
 */
export function roomFor(purpose: Purpose, row: QuotaRow, sync: SyncSettings): number {
  switch (purpose) {
    case 'sweep':
      return Math.max(0, sweepBudget(sync) - row.spent.sweep);
    case 'job':
      return Math.max(0, leftToPeople(sync) - row.spent.job - row.spent.person);
    case 'person':
      return Number.POSITIVE_INFINITY;
  }
}

/** Adds requests to the window, which begins with the first one. */
export function counted(row: QuotaRow, purpose: Purpose, requests: number, now: number): QuotaRow {
  const spent = { ...row.spent, [purpose]: row.spent[purpose] + requests };
  const next = { ...row, since: row.since ?? now, spent };
  return spentOf(next) === 0 ? { ...next, since: null } : next;
}

/**
 * How many of `requests` fit into the running window, and when the last of them could be through: those
 * that do not fit go in the windows after it. `from`: nothing goes before.
 */
export function forecastOf(
  row: QuotaRow,
  sync: SyncSettings,
  requests: number,
  { now, from }: { readonly now: number; readonly from: number },
): Forecast {
  const left = roomFor('job', row, sync);
  const rest = requests - left;
  if (rest <= 0) return { now: from > now ? 0 : requests, doneAt: from + requests * PACE };
  const perWindow = leftToPeople(sync);
  const full = Math.ceil(rest / perWindow) - 1;
  const begins = Math.max(windowEnd(row) ?? now + QUOTA.windowMs, from);
  const doneAt = begins + full * QUOTA.windowMs + (rest - full * perWindow) * PACE;
  return { now: from > now ? 0 : left, doneAt };
}
