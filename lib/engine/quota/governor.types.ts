import type { AsaasFailure } from '../../asaas/client.types.ts';
import type { Result } from '../../billing/result.ts';
import type { Transport } from '../../http/transport.ts';
import { QUOTA, type QuotaMeter } from '../../ledger/quota.ts';
import type { Purpose } from '../ports.ts';

export { QUOTA, type QuotaMeter };

/** How many more requests a person's work may make now, and when the rest could go. */
export interface Forecast {
  readonly now: number;
  /** When all `asked` would be through, ms since the epoch. */
  readonly doneAt: number;
}

/** What is refused here: nothing left the browser. */
export type PutOff = Extract<AsaasFailure, { kind: 'rate-limited' }>;

export interface Governor {
  /**
   * Wraps the way out to one account: waits for a place (people first, then jobs, then sweeps), refuses at
   * once what the quota cannot bear, counts on disk, learns from `RateLimit-*`, 429 and 5xx.
   */
  readonly govern: (accountId: string, purpose: Purpose, transport: Transport) => Transport;
  /** Whether sweeps of the account may go on; a failure says how long not. */
  readonly maySweep: (accountId: string, requests: number) => Promise<Result<null, PutOff>>;
  readonly forecast: (accountId: string, requests: number) => Promise<Forecast>;
  readonly meters: () => Promise<readonly QuotaMeter[]>;
}
