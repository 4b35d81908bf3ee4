import { QUOTA } from '../quota/governor.types.ts';
import { type AccountState, NEVER } from './account-state.ts';
import { jitter } from './jitter.ts';
import { type Sweep, SWEEPS } from './sweeps.ts';

export { sweepBudget } from '../../ledger/quota.ts';

/** Requests that sweeps of one account may make in one turn: what is due after a sleep comes in portions. */
export const MOST_PER_TURN = 20;

/** What the fast sweeps leave to the slow ones, at least, as a part of the budget. */
const SLOW_PART = 0.1;

export interface Pacing {
  readonly now: number;
  readonly watched: boolean;
  /** Requests per window of 12 hours that this browser's sweeps may make. */
  readonly budget: number;
  readonly installationId: string;
}

/** The running window and what was spent in it; a clock that was set back begins a new one. */
export function windowAt({ window }: AccountState, now: number): AccountState['window'] {
  const isRunning = now >= window.since && now - window.since < QUOTA.windowMs;
  return isRunning ? window : { since: now, fast: 0, slow: 0 };
}

function stateOf(state: AccountState, { name }: Sweep) {
  return state.sweeps[name] ?? NEVER;
}

const intervalOf = ({ every }: Sweep, watched: boolean) => (watched ? every.watched : every.idle);

const HOUR = 60 * 60_000;
/** When panels are looked at, roughly, as hours of UTC: 7 to 20 in São Paulo. */
const WORKING = { from: 10, to: 23 } as const;

/** How much of a time is working time, ms. */
function workingTime(from: number, until: number): number {
  let working = 0;
  for (let at = from; at < until; at += HOUR) {
    const hour = new Date(at).getUTCHours();
    if (hour >= WORKING.from && hour < WORKING.to) working += Math.min(HOUR, until - at);
  }
  return working;
}

/** What the fast sweeps would spend until the window ends, at the pace that they should have. */
function reserve(state: AccountState, { now }: Pacing): number {
  const end = windowAt(state, now).since + QUOTA.windowMs;
  const working = workingTime(now, end);
  const times = ({ every }: Sweep) => working / every.watched + (end - now - working) / every.idle;
  return SWEEPS.filter(({ fast }) => fast).reduce(
    (sum, sweep) => sum + stateOf(state, sweep).cost * times(sweep),
    0,
  );
}

/** How many times slower than they should the fast sweeps go, so that the budget lasts. 1 or more. */
function stretch(state: AccountState, pacing: Pacing): number {
  const { fast, slow } = windowAt(state, pacing.now);
  const left = pacing.budget - fast - Math.max(slow, pacing.budget * SLOW_PART);
  return left <= 0 ? Number.POSITIVE_INFINITY : Math.max(1, reserve(state, pacing) / left);
}

/** What the fast ones will not need, and what of their own part the slow ones have not used. */
function leftOver(state: AccountState, pacing: Pacing): { spare: number; own: number } {
  const { fast, slow } = windowAt(state, pacing.now);
  const spare = pacing.budget - fast - slow - reserve(state, pacing);
  return { spare, own: pacing.budget * SLOW_PART - slow };
}

/** Requests that slow sweeps may make now: their own part, and what the fast ones will not need. */
export function slowAllowance(state: AccountState, pacing: Pacing): number {
  const { fast, slow } = windowAt(state, pacing.now);
  const { spare, own } = leftOver(state, pacing);
  return Math.max(0, Math.floor(Math.min(Math.max(own, spare), pacing.budget - fast - slow)));
}

/** Requests that a fast sweep may make beyond what it needs: what neither they nor the slow ones miss. */
export function extraAllowance(state: AccountState, pacing: Pacing): number {
  const { spare, own } = leftOver(state, pacing);
  return Math.max(0, Math.floor(spare - Math.max(0, own)));
}

/** When a sweep is due, ms since the epoch. One under way is due at once. */
export function dueAt(sweep: Sweep, state: AccountState, pacing: Pacing): number {
  const { startedAt, place, refusedUntil } = stateOf(state, sweep);
  // The clock was set back since: how long a refusal still holds is not known either.
  if (startedAt !== null && startedAt > pacing.now) return 0;
  const refused = refusedUntil ?? 0;
  if (startedAt === null || place !== null) return refused;
  const slower = sweep.fast ? stretch(state, pacing) : 1;
  const every = intervalOf(sweep, pacing.watched) * slower;
  return Math.max(
    refused,
    startedAt + every * (1 + jitter(pacing.installationId, sweep.name) / 12),
  );
}

/**
 * What to read in this turn, in order: the fast sweeps that are due, and the slow one that is the
 * most overdue for its pace.
 */
export function chooseSweeps(state: AccountState, pacing: Pacing): readonly Sweep[] {
  const due = SWEEPS.filter((sweep) => dueAt(sweep, state, pacing) <= pacing.now);
  const slow = due
    .filter(({ fast }) => !fast)
    .map((sweep) => ({ sweep, late: lateness(sweep, state, pacing) }))
    .toSorted((a, b) => b.late - a.late);
  return [...due.filter(({ fast }) => fast), ...slow.slice(0, 1).map(({ sweep }) => sweep)];
}

function lateness(sweep: Sweep, state: AccountState, pacing: Pacing): number {
  const { startedAt } = stateOf(state, sweep);
  if (startedAt === null) return Number.POSITIVE_INFINITY;
  return (pacing.now - startedAt) / intervalOf(sweep, pacing.watched);
}
