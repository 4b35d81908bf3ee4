import { retryAfterMs } from '../../asaas/exchange.ts';
import type { HttpResponse } from '../../http/transport.ts';
import { LONGEST_PAUSE } from '../../ledger/quota.ts';
import type { QuotaRow } from '../../ledger/rows.ts';
import { closedFor, LONGEST_WINDOW } from './endpoint-windows.ts';

/** Answers of 5xx in a row after which the server is left alone. */
const FAILURES = 5;

/** How long it is left alone, ms: twice as long after every look that failed again. */
const FIRST_REST = 5_000;
const LONGEST_REST = 5 * 60_000;

const restAfter = (failures: number) =>
  Math.min(FIRST_REST * 2 ** Math.max(0, failures - FAILURES), LONGEST_REST);

/** So many failures in a row that the server is left alone until a look finds it well. */
export const isBroken = ({ failures }: QuotaRow): boolean => failures >= FAILURES;

/** Until when nothing may be asked; null: something may. A pause longer than any is a wrong clock's. */
export function pauseEnd(row: QuotaRow, now: number): number | null {
  const { pausedUntil } = row;
  if (pausedUntil === null || pausedUntil <= now) return null;
  return pausedUntil <= now + (isBroken(row) ? LONGEST_REST : LONGEST_PAUSE) ? pausedUntil : null;
}

/** The server was in trouble and has had its rest: one reading may look whether it is well again. */
export function needsProbe(row: QuotaRow, now: number): boolean {
  return isBroken(row) && pauseEnd(row, now) === null;
}

/**
 * What an answer teaches. A 429 pauses the account for as long as its header says, or only the endpoint
 * when that is as short as an endpoint's own window; without a header, and after five 5xx in a row, the
 * pause grows with every failure. What was under way when the pause began teaches nothing more.
 */
export function learned(
  row: QuotaRow,
  family: string,
  { status, headers }: Pick<HttpResponse, 'status' | 'headers'>,
  now: number,
): QuotaRow {
  const asked = status === 429 ? retryAfterMs(headers) : null;
  if (asked !== null) return putOff(row, family, asked, now);
  if (pauseEnd(row, now) !== null) return row;
  if (status === 429) return failed(row, Math.max(row.failures + 1, FAILURES), now);
  if (status >= 500) return failed(row, row.failures + 1, now);
  return well(row);
}

function putOff(row: QuotaRow, family: string, asked: number, now: number): QuotaRow {
  const paused = pauseEnd(row, now);
  // It answers: whatever it was in trouble with is over, once its rest is.
  const rested = paused === null ? well(row) : row;
  if (asked < LONGEST_WINDOW) return closedFor(rested, family, asked, now);
  const until = now + Math.min(asked, LONGEST_PAUSE);
  return { ...rested, failures: 0, pausedUntil: Math.max(until, paused ?? 0) };
}

function well(row: QuotaRow): QuotaRow {
  if (row.failures === 0 && row.pausedUntil === null) return row;
  return { ...row, failures: 0, pausedUntil: null };
}

function failed(row: QuotaRow, failures: number, now: number): QuotaRow {
  const pausedUntil = failures >= FAILURES ? now + restAfter(failures) : null;
  return { ...row, failures, pausedUntil };
}
