import { useCallback, useEffect, useState } from 'react';
import { useSetup } from '../../components/use-setup.ts';
import { ask } from '../../components/worker-client.ts';
import type { Cents } from '../../lib/billing/money.ts';
import type { ActReading } from '../../lib/messages/charge-acts.ts';
import type { FailureView } from '../../lib/messages/failure.ts';

interface ActState {
  readonly reading: ActReading | null;
  /** Grows with every reading: what was on screen before must be looked at anew. */
  readonly readings: number;
  readonly failure: FailureView | null;
  readonly busy: boolean;
  /** It was confirmed, and is the worker's now. */
  readonly taken: { readonly paused: boolean } | null;
}

export interface Act extends ActState {
  readonly reread: () => void;
  readonly confirm: (words: Words) => void;
}

interface Words {
  readonly reason: string;
  readonly value: Cents | null;
  /** It was said that the money goes back to a payer who is not IXC's customer. */
  readonly otherPayer: boolean;
}

const BLANK: ActState = { reading: null, readings: 0, failure: null, busy: true, taken: null };

const LOCKED = { reading: null, failure: { code: 'locked' } } as const;

/** One act of the worker's, from the first reading to its confirmation. */
export function useAct(id: string): Act {
  const [state, setState] = useState(BLANK);
  const isLocked = useSetup().view?.vault === 'locked';

  const read = useCallback(async () => {
    const outcome = await ask({ verb: 'act/read', id });
    setState(({ readings, ...before }) => ({
      ...before,
      readings: readings + 1,
      busy: false,
      ...(outcome.ok
        ? { reading: outcome.value, failure: null }
        : { reading: null, failure: outcome.error }),
    }));
  }, [id]);

  // A lock empties the window, and whoever unlocks finds the charge as it is by then.
  useEffect(() => {
    void read();
  }, [read, isLocked]);

  const confirm: Act['confirm'] = ({ reason, value, otherPayer }) => {
    const { reading } = state;
    if (reading === null || state.busy) return;
    setState({ ...state, busy: true, failure: null });
    void (async () => {
      const outcome = await ask({
        ...{ verb: 'act/confirm', id, seen: reading.seen, reason, value },
        ...(otherPayer ? { otherPayer } : {}),
      });
      if (!outcome.ok) {
        await read();
        // What it was refused for is told beside the charge as it is now.
        setState((now) => ({ ...now, failure: now.failure ?? outcome.error }));
        return;
      }
      const setup = await ask({ verb: 'setup/read' });
      const paused = setup.ok && setup.value.paused;
      setState((now) => ({ ...now, busy: false, taken: { paused } }));
    })();
  };

  return {
    ...state,
    ...(isLocked ? LOCKED : {}),
    confirm,
    reread: () => {
      setState({ ...state, busy: true, failure: null });
      void read();
    },
  };
}
