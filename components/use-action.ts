import { useState } from 'react';
import type { FailureView } from '../lib/messages/failure.ts';
import type { Outcome } from './worker-client.ts';

export interface Action<T> {
  readonly busy: boolean;
  /** The last success, until the next run or `reset`. */
  readonly done: { readonly value: T } | null;
  readonly failure: FailureView | null;
  readonly run: (work: () => Promise<Outcome<T>>) => Promise<Outcome<T>>;
  readonly reset: () => void;
}

interface ActionState<T> {
  readonly busy: boolean;
  readonly done: { readonly value: T } | null;
  readonly failure: FailureView | null;
}

const IDLE = { busy: false, done: null, failure: null } as const;

/** One thing asked of the worker: doing, then done or failed. */
export function useAction<T>(): Action<T> {
  const [state, setState] = useState<ActionState<T>>(IDLE);
  const run = async (work: () => Promise<Outcome<T>>): Promise<Outcome<T>> => {
    setState({ ...IDLE, busy: true });
    const outcome = await work();
    setState(
      outcome.ok
        ? { ...IDLE, done: { value: outcome.value } }
        : { ...IDLE, failure: outcome.error },
    );
    return outcome;
  };
  const reset = (): void => {
    setState(IDLE);
  };
  return { ...state, run, reset };
}
