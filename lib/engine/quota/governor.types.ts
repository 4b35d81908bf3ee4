import type { AsaasFailure } from '../../asaas/client.types.ts';
import type { Result } from '../../billing/result.ts';
import type { Transport } from '../../http/transport.ts';
import type { Purpose } from '../ports.ts';

/** Asaas counts 25,000 requests in the 12 hours that begin with the first one, per account. */
export const QUOTA = { requests: 25_000, windowMs: 12 * 60 * 60_000, concurrentReads: 50 } as const;

/** What a page shows of one account's quota. */
export interface QuotaMeter {
  readonly accountId: string;
  readonly spent: number;
  readonly sweepSpent: number;
  /** This browser's part of the sweeps' share. */
  readonly sweepBudget: number;
  /** When the window ends, ms since the epoch; null before the first request. */
  readonly endsAt: number | null;
  readonly pausedUntil: number | null;
}

/** How many more requests a person's work may make now, and when the rest could go. */
export interface Forecast {
  readonly now: number;
  /** When all `asked` would be through, ms since the epoch. */
  readonly doneAt: number;
}

export interface Governor {
  /**
   * Wraps the way out to one account: waits for a place (people first, then jobs, then sweeps), refuses at
   * once what the quota cannot bear, counts on disk, learns from `RateLimit-*`, 429 and 5xx.
   */
  readonly govern: (accountId: string, purpose: Purpose, transport: Transport) => Transport;
  /** Whether sweeps of the account may go on; a failure says how long not. */
  readonly maySweep: (
    accountId: string,
    requests: number,
  ) => Promise<Result<null, Extract<AsaasFailure, { kind: 'rate-limited' }>>>;
  readonly forecast: (accountId: string, requests: number) => Promise<Forecast>;
  readonly meters: () => Promise<readonly QuotaMeter[]>;
}
