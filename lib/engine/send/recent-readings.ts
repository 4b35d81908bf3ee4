import type { EnginePorts } from '../ports.ts';
import type { PayerReading } from './read-payers.ts';
import { createRecall, type Recall } from './recall.ts';

/**
 * `anew`: everything is asked. `sparing`: what this worker read a moment ago, and what cannot be there, is
 * not asked again.
 */
export type Care = 'anew' | 'sparing';

/** As long as a person takes from reading a drawer to confirming it. ms. */
const MOMENT = 2 * 60_000;

interface RecentReadings {
  /** Readings of payers that are known, by account, keys, customer, document and days. */
  readonly payers: Recall<PayerReading>;
  /** Invoices of which an account had no charge of the second reference, by account, keys and invoice. */
  readonly withoutSecond: Recall<true>;
}

const byWorker = new WeakMap<EnginePorts['events'], RecentReadings>();

/**
 * What this life of the worker read last. It is kept beside the worker's own events, in memory alone: it
 * dies with the worker, and whoever comes after it reads everything.
 */
export function recentReadings({ events }: Pick<EnginePorts, 'events'>): RecentReadings {
  const known = byWorker.get(events);
  if (known) return known;
  const begun = {
    payers: createRecall<PayerReading>(MOMENT),
    withoutSecond: createRecall<true>(MOMENT),
  };
  byWorker.set(events, begun);
  return begun;
}
