/** What was read a moment ago, in the worker's memory alone. Times are ms. */
export interface Recall<T> {
  /** Null when there is none, it is too old, or the clock was set back since. */
  readonly get: (key: string, now: number) => T | null;
  /** `at`: when the reading began. */
  readonly put: (key: string, value: T, at: number) => void;
  readonly drop: (key: string) => void;
}

/** Forgets everything after `lifespan` ms, and with the worker. */
export function createRecall<T>(lifespan: number): Recall<T> {
  const kept = new Map<string, { readonly value: T; readonly at: number }>();
  const isFresh = (at: number, now: number) => at <= now && now - at <= lifespan;
  return {
    get: (key, now) => {
      const found = kept.get(key);
      return found !== undefined && isFresh(found.at, now) ? found.value : null;
    },
    put: (key, value, at) => {
      for (const [other, { at: then }] of kept) if (!isFresh(then, at)) kept.delete(other);
      kept.set(key, { value, at });
    },
    drop: (key) => {
      kept.delete(key);
    },
  };
}
