import type { PacedClock } from './paced-clock.ts';
import { settleDown } from './process-time.ts';

/** Lets time pass, from one moment that somebody waits for to the next, until `work` is over. */
export async function pump<T>(clock: PacedClock, work: Promise<T>): Promise<T> {
  const state = { isOver: false };
  const watched = work.finally(() => {
    state.isOver = true;
  });
  // Whoever asks for the outcome below is told of a failure; nobody else needs to be.
  watched.catch(() => undefined);
  for (;;) {
    await settleDown();
    if (state.isOver) return watched;
    const next = clock.nextAt();
    if (next === null) throw new Error('everybody waits, and nobody for the clock');
    await clock.set(Math.max(next, clock.now()));
  }
}
