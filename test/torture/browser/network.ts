import { createTransport } from '../../../lib/http/guarded-fetch.ts';
import type { Transport } from '../../../lib/http/transport.ts';
import type { PacedClock } from '../time/paced-clock.ts';
import type { Dice } from '../time/dice.ts';

/** What a worker that was killed waits for. */
function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

export interface Wire {
  readonly clock: PacedClock;
  readonly dice: Dice;
  readonly handle: (request: Request) => Promise<Response>;
  readonly host: string;
  /** False once the worker behind it was killed: nothing of its leaves any more, and nothing comes back. */
  readonly isAlive: () => boolean;
  readonly onRequest: (request: Request) => void;
}

/** A request takes this long to get there, and its answer to get back. ms. */
const WAY = { least: 20, most: 400 } as const;

/** The product's own way out, over a network that takes its time and ends with its worker. */
export function transportOver({ clock, dice, handle, host, isAlive, onRequest }: Wire): Transport {
  return createTransport({
    fetch: async (input, init) => {
      if (!isAlive()) return never();
      const request = new Request(input, init);
      await clock.sleep(dice.between(WAY.least, WAY.most));
      if (!isAlive()) return never();
      onRequest(request);
      const response = await handle(request);
      await clock.sleep(dice.between(WAY.least, WAY.most));
      return isAlive() ? response : never();
    },
    allowedHosts: () => new Set([host]),
    hasPermission: () => Promise.resolve(true),
  });
}
