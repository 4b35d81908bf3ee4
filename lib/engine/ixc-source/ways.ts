import { fail } from '../../billing/result.ts';
import type { Transport } from '../../http/transport.ts';
import { isReading } from '../../ixc/webservice/list-request.ts';
import type { Way } from '../setup/ports.ts';

/** A way to a panel's host, opened. */
export interface OpenWay {
  readonly source: Way;
  readonly transport: Transport;
}

/**
 * Tries the ways in turn until one gets through to the host, and says which. Only readings are repeated,
 * and only where no connection came about: anything else is the first way's own answer.
 */
export function throughWays(ways: readonly OpenWay[], reached: (source: Way) => void): Transport {
  return async (request) => {
    const tried = isReading(request) ? ways : ways.slice(0, 1);
    for (const [index, { source, transport }] of tried.entries()) {
      const answer = await transport(request);
      if (answer.ok) reached(source);
      const isLast = index === tried.length - 1;
      if (answer.ok || isLast || answer.error.kind !== 'network') return answer;
    }
    return fail({ kind: 'network' });
  };
}
