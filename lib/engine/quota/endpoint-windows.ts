import type { AsaasExchange } from '../../asaas/client.types.ts';
import type { HttpRequest } from '../../http/transport.ts';
import type { QuotaRow } from '../../ledger/rows.ts';
import type { Purpose } from '../ports.ts';

/** No endpoint has a window as long as this; the account's own runs over 12 hours. ms. */
export const LONGEST_WINDOW = 10 * 60_000;

/** Headers count whole seconds: two that end so close together tell of the same window. ms. */
const ROUNDING = 1_500;

/** A name of an API: words, perhaps in camel case. Whatever else stands in a path is somebody's id. */
const WORD = /^v\d$|^[a-z]+(?:[A-Z][a-z]+)*$/;

/** The requests that share one endpoint's limit: method and path, without ids. */
export function familyOf({ method, url }: Pick<HttpRequest, 'method' | 'url'>): string {
  const path = new URL(url).pathname.split('/').filter((part) => part !== '');
  return `${method} ${path.map((part) => (WORD.test(part) ? part : ':id')).join('/')}`;
}

/**
 * What of an endpoint's window is left to whoever ranks higher, as a share of all that it
 * bears: somebody who looks at a charge must not meet an endpoint that sweeps or jobs have used up.
 */
const RESERVED: Readonly<Record<Purpose, number>> = { person: 0, job: 0.1, sweep: 0.2 };

/** When the endpoint may be asked again; null: now. A window longer than any is a wrong clock's. */
export function windowOpens(
  { windows }: QuotaRow,
  { family, purpose }: { readonly family: string; readonly purpose: Purpose },
  now: number,
): number | null {
  const window: Window | undefined = windows[family];
  if (!window || !isRunning(window, now)) return null;
  const reserved = Math.floor((window.limit ?? 0) * RESERVED[purpose]);
  return window.remaining > reserved ? null : window.resetAt;
}

/** One request leaves: the answers to others that are under way do not know of it. */
export function asked(row: QuotaRow, family: string, now: number): QuotaRow {
  const window = row.windows[family];
  if (!window || !isRunning(window, now)) return row;
  const remaining = Math.max(0, window.remaining - 1);
  return withWindow(row, family, { ...window, remaining }, now);
}

/**
 * What `RateLimit-*` says. Of one window the least counts: answers overtake each other. A window that
 * begins may not know yet of the `others` that are under way.
 */
export function told(
  row: QuotaRow,
  family: string,
  limit: AsaasExchange['rateLimit'],
  { now, others }: { readonly now: number; readonly others: number },
): QuotaRow {
  if (limit === null || limit.resetMs >= LONGEST_WINDOW) return row;
  const known = row.windows[family];
  const resetAt = now + limit.resetMs;
  const isSame = known && isRunning(known, now) && Math.abs(known.resetAt - resetAt) <= ROUNDING;
  const window = isSame
    ? { resetAt: known.resetAt, remaining: Math.min(known.remaining, limit.remaining) }
    : { resetAt, remaining: Math.max(0, limit.remaining - others) };
  return withWindow(row, family, { ...window, limit: limit.limit }, now);
}

/** The endpoint answers nothing for `ms`. */
export function closedFor(row: QuotaRow, family: string, ms: number, now: number): QuotaRow {
  return withWindow(row, family, { remaining: 0, resetAt: now + ms }, now);
}

type Window = QuotaRow['windows'][string] & {
  /** Requests that the whole window bears; not known of one that a 429 closed. */
  readonly limit?: number;
};

function isRunning({ resetAt }: Window, now: number): boolean {
  return resetAt > now && resetAt <= now + LONGEST_WINDOW;
}

/** Windows that are over are forgotten on the way. */
function withWindow(row: QuotaRow, family: string, window: Window, now: number): QuotaRow {
  const running = Object.entries(row.windows).filter(([, one]) => isRunning(one, now));
  return { ...row, windows: { ...Object.fromEntries(running), [family]: window } };
}
