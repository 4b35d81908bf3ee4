import { createVirtualClock, type VirtualClock } from '../../emulators/http/clock.ts';

/** A clock that stands still until it is told, and knows when somebody waits for it next. */
export interface PacedClock extends VirtualClock {
  /** ms since the epoch; null when nobody waits. */
  readonly nextAt: () => number | null;
}

export function createPacedClock(start: string): PacedClock {
  const inner = createVirtualClock({ start, ticking: false });
  const waited = new Map<number, number>();
  let count = 0;
  const at: VirtualClock['at'] = (time, run) => {
    count += 1;
    const key = count;
    waited.set(key, time);
    const cancel = inner.at(time, () => {
      waited.delete(key);
      return run();
    });
    return () => {
      waited.delete(key);
      cancel();
    };
  };
  return {
    ...inner,
    ticking: false,
    at,
    sleep: (ms) => new Promise((resolve) => void at(inner.now() + ms, resolve)),
    dispose: () => {
      waited.clear();
      inner.dispose();
    },
    nextAt: () => {
      let first: number | null = null;
      for (const time of waited.values()) if (first === null || time < first) first = time;
      return first;
    },
  };
}
