import { useAction } from '../../../components/use-action.ts';
import { ask } from '../../../components/worker-client.ts';
import { isPaused } from '../../../lib/ledger/pause.ts';
import type { FailureView } from '../../../lib/messages/failure.ts';
import { useLive } from '../live/use-live.ts';

/** "Pausar tudo", as the ledger has it. */
export interface Pause {
  /** Null until the ledger is open. */
  readonly isOn: boolean | null;
  readonly busy: boolean;
  readonly failure: FailureView | null;
  readonly turn: (paused: boolean) => () => void;
}

export function usePause(): Pause {
  const { value: isOn } = useLive(isPaused);
  const { busy, failure, run } = useAction<null>();
  return {
    isOn,
    busy,
    failure,
    turn: (paused) => () => void run(() => ask({ verb: 'pause/set', paused })),
  };
}
