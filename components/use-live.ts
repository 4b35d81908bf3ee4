import { useEffect, useState } from 'react';
import type { FailureView } from '../lib/messages/failure.ts';

/** Begins to tell of a value and of every later one; gives the way to stop. */
export type Watch<T> = (
  told: (value: T) => void,
  failed: (failure: FailureView) => void,
) => () => void;

export interface Live<T> {
  /** Null before the first one. What another `watch` told stays until this one tells. */
  readonly value: T | null;
  readonly failure: FailureView | null;
}

/** The newest value of something that tells by itself. `watch` must stay the same between renders. */
export function useLive<T>(watch: Watch<T>): Live<T> {
  const [state, setState] = useState<Live<T>>({ value: null, failure: null });
  useEffect(
    () =>
      watch(
        (value) => {
          setState({ value, failure: null });
        },
        (failure) => {
          setState(({ value }) => ({ value, failure }));
        },
      ),
    [watch],
  );
  return state;
}
