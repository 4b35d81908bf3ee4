import type { PacedClock } from './paced-clock.ts';

/**
 * The process's own timers, taken over. Imported before anything that keeps a timer of its own, so that
 * whoever waits waits on the virtual clock, and so that it is known when nobody has anything left to do.
 */
const later = globalThis.setImmediate;
const timers = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };

let pending = 0;

function counted(run: (...args: unknown[]) => void, ...args: unknown[]): NodeJS.Immediate {
  pending += 1;
  return later(() => {
    pending -= 1;
    run(...args);
  });
}

/** Turns of the event loop without anything in them that must pass before all counts as waiting. */
const QUIET_TURNS = 2;

/** Gets everything under way as far as it comes without time passing. */
export async function settleDown(): Promise<void> {
  for (let quiet = 0; quiet < QUIET_TURNS;) {
    await new Promise<void>((resolve) => later(resolve));
    quiet = pending === 0 ? quiet + 1 : 0;
  }
}

interface Timer {
  readonly cancel: () => void;
  readonly unref: () => Timer;
  readonly ref: () => Timer;
}

/** Puts `setTimeout` on the clock, until the returned function gives the process its own time back. */
export function takeOverTime(clock: PacedClock): () => void {
  const replaced = globalThis.setImmediate;
  globalThis.setImmediate = counted as unknown as typeof setImmediate;
  globalThis.setTimeout = ((run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const cancel = clock.at(clock.now() + ms, () => run(...args));
    const timer: Timer = { cancel, unref: () => timer, ref: () => timer };
    return timer;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((timer?: Partial<Timer>) => timer?.cancel?.()) as typeof clearTimeout;
  return () => {
    globalThis.setImmediate = replaced;
    globalThis.setTimeout = timers.set;
    globalThis.clearTimeout = timers.clear;
  };
}
