import { exchangeOf } from '../../asaas/exchange.ts';
import type { HttpResponse } from '../../http/transport.ts';
import type { QuotaRow } from '../../ledger/rows.ts';
import { learned, needsProbe, pauseEnd } from './breaker.ts';
import { asked, told, windowOpens } from './endpoint-windows.ts';
import { createLine, type Line, type Obstacle, type Request } from './line.ts';
import type { Tally } from './tally.ts';

/** A change waits for the look that a reading takes at a server in trouble. ms */
const PROBE_GAP = 2_000;

/** The way out to one account. */
export interface Gate extends Pick<Line, 'enter' | 'leave'> {
  /** What the answer to a request that is still under way teaches. */
  readonly hear: (request: Request, answer: HttpResponse) => void;
}

/** Lets through what neither a pause, nor its endpoint's window, nor the lack of a place holds back. */
export function createGate(
  { row, learn }: Pick<Tally, 'row' | 'learn'>,
  { now, sleep }: { readonly now: () => number; readonly sleep: (ms: number) => Promise<void> },
): Gate {
  /** True: it is the look at a server in trouble. */
  const underWay = new Map<Request, boolean>();

  function obstacle(request: Request): Obstacle {
    const until = pauseEnd(row(), now()) ?? windowOpens(row(), request, now());
    if (until !== null) return { until };
    if (!needsProbe(row(), now())) return null;
    // A change must not be what finds out: whether it was carried out would be anybody's guess.
    if (!request.isReading) return { until: now() + PROBE_GAP };
    return [...underWay.values()].includes(true) ? 'another' : null;
  }

  const line = createLine({
    now,
    sleep,
    obstacle,
    starts: (request) => {
      underWay.set(request, needsProbe(row(), now()));
      learn((known) => asked(known, request.family, now()));
    },
  });

  function othersOf({ family }: Request): number {
    return [...underWay.keys()].filter((one) => one.family === family).length - 1;
  }

  return {
    enter: line.enter,
    leave: (request) => {
      underWay.delete(request);
      line.leave(request);
    },
    hear: (request, answer) => {
      const { family } = request;
      const at = { now: now(), others: othersOf(request) };
      learn((known: QuotaRow) => {
        const knows = told(known, family, exchangeOf(answer).rateLimit, at);
        return learned(knows, family, answer, at.now);
      });
    },
  };
}
