import type { FailureCode, FailureView } from '../../messages/failure.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Waits between tries of a reading that failed for a passing reason, ms. The last one repeats. */
const BACKOFF = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 5 * MINUTE, 15 * MINUTE];

export function backoff(tries: number): number {
  return BACKOFF[Math.min(tries, BACKOFF.length - 1)] ?? MINUTE;
}

/** No pause is longer: the quota runs over twelve hours, and a header that says more is wrong. ms. */
const LONGEST_PAUSE = 12 * 60 * MINUTE;

/** How long to wait after a failure, ms: `least`, or as long as the other side asked for. */
export function pauseAfter({ code, params }: FailureView, least: number): number {
  if (code === 'asaas-rate-limited') return longer(least, Number(params?.['seconds']) * SECOND);
  if (code === 'asaas-quota') return longer(least, Number(params?.['minutes']) * MINUTE);
  return least;
}

function longer(least: number, asked: number): number {
  return Number.isFinite(asked) ? Math.max(least, Math.min(asked, LONGEST_PAUSE)) : least;
}

/** When a created charge is looked at again, ms after it was first verified. */
export const VERIFICATIONS = [0, MINUTE, 10 * MINUTE] as const;

/** Looks whose list could not be read look again at a full minute, together. ms. */
export const TOGETHER = MINUTE;

/** The first full minute from `at` on; both ms since the epoch. */
export function together(at: number): number {
  return Math.ceil(at / TOGETHER) * TOGETHER;
}

/**
 * How much later each look may come in the company of others, so that one reading of the account's list
 * serves them all: that of one minute stays near, for that of ten nobody waits. ms.
 */
export const IN_COMPANY = [0, 2 * MINUTE, 10 * MINUTE] as const;

/** After them, where another browser's charge stands beside: time for it to take that back. ms. */
export const LAST_LOOK = 2 * MINUTE;

/** Time until the next search for a request of unknown outcome. ms. */
export const SEARCH_GAP = MINUTE;

/** Between the searches for a creation: what commits late mostly does so soon, and ten minutes must pass anyway. */
const CREATION_GAPS = [MINUTE, 2 * MINUTE, 3 * MINUTE, 3 * MINUTE] as const;

/** Time until the next search after so many that did not find what a creation asked for. ms. */
export function gapAfterAbsent(searches: number): number {
  return CREATION_GAPS[searches - 1] ?? SEARCH_GAP;
}

/** How long a creation waits before it looks whether the old charges are gone, unless it is told. ms. */
export const REPLACE_GAP = 30 * SECOND;

/** Time between searches once only a person can decide, at least. ms. */
export const WATCH_GAP = 60 * MINUTE;

const LONGEST_WATCH_GAP = 8 * WATCH_GAP;

/** The longer ago something was asked for, the rarer it is looked for: half its `age` later. Both ms. */
export function watchGap(age: number): number {
  return Math.min(Math.max(WATCH_GAP, age / 2), LONGEST_WATCH_GAP);
}

/** A lease outlives every single request (30 s), so that a live holder is never robbed. ms. */
export const LEASE = 45 * SECOND;

const PASSING: ReadonlySet<FailureCode> = new Set([
  'asaas-network',
  'asaas-timeout',
  'asaas-unavailable',
  'asaas-rate-limited',
  'asaas-quota',
  'asaas-rubbish',
  'ixc-network',
  'ixc-timeout',
  'ixc-html',
  'ixc-rubbish',
  'internal',
]);

/** How a failed reading continues: by itself after a while, at unlocking, or by a person. */
export function continuation({ code, params }: FailureView): 'retry' | 'at-unlock' | 'person' {
  if (code === 'locked') return 'at-unlock';
  // A server in trouble (5xx) recovers; any other answer stays what it is.
  return PASSING.has(code) || Number(params?.['status']) >= 500 ? 'retry' : 'person';
}
