import { oneAtATime } from '../../../lib/one-at-a-time.ts';
import type { VirtualClock } from '../../emulators/http/clock.ts';

/**
 * Waits on a clock that only moves when it is told: whoever waits moves it, one after another and never
 * back. Without it a test that awaits a step would wait for a time that it alone can bring about.
 */
export function movingOn(clock: VirtualClock): (ms: number) => Promise<void> {
  const inTurn = oneAtATime();
  return (ms) => {
    const until = clock.now() + ms;
    return inTurn(async () => {
      if (clock.now() < until) await clock.set(until);
    });
  };
}
