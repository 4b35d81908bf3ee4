import type { VirtualClock } from '../http/clock.ts';
import type { Terms } from './charges/terms.ts';

export type Environment = 'production' | 'sandbox';

/** One API key of an account. */
export interface KeySeed {
  /** What the request log calls the key; the key itself never appears there. */
  readonly id: string;
  /** `$aact_prod_…` or `$aact_hmlg_…`, visibly fake. */
  readonly key: string;
  /** `PAYMENT:READ`, `PAYMENT:WRITE`, `PAYMENT:READ_WRITE`, `TRANSFER:READ`, …; absent: everything. */
  readonly scopes?: readonly string[];
  /** Default true. */
  readonly enabled?: boolean;
}

/** What an account pays, in cents; the card's percentage comes on top of its fixed part. */
export interface Fees {
  readonly boleto: number;
  readonly pix: number;
  readonly cardFixed: number;
  readonly cardPercent: number;
  /** E-mail and SMS of one received charge, together. */
  readonly messaging: number;
}

export interface AccountSeed {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  /** CPF or CNPJ, digits only. */
  readonly document: string;
  readonly email: string;
  readonly keys: readonly KeySeed[];
  /** Default true. Without a Pix key of its own every QR code dies at the end of the day. */
  readonly ownPixKey?: boolean;
  /** Charges that may be created in one day; default 5,000. */
  readonly dailyCreationLimit?: number;
  /** Cents at the beginning; default 100,000. */
  readonly balance?: number;
  /** Default false: a refund is DONE at once. True: as of a card, it is under way until it is settled. */
  readonly slowRefunds?: boolean;
  /** Approved (the default) or still being looked at, for myAccount/status. */
  readonly approval?: 'APPROVED' | 'PENDING' | 'REJECTED' | 'AWAITING_APPROVAL';
  /** The account-wide fine, interest and discount that a charge inherits when it says nothing. */
  readonly terms?: Partial<Terms>;
  readonly fees?: Partial<Fees>;
}

/** How much traffic one account may cause. */
export interface Limits {
  /** Requests in 12 hours from the first one; default 25,000. */
  readonly quota: number;
  /** GETs under way at the same time; default 50. */
  readonly concurrentGets: number;
  /** POST /payments and, apart from it, DELETE /payments in 10 s; default 100. */
  readonly charges: number;
  /** GET /finance/balance in 10 s; default 10. */
  readonly balance: number;
  /** GET /financialTransactions in 10 s; default 20. */
  readonly statement: number;
}

export interface AsaasEmulatorOptions {
  /** Default: one sandbox account and one production account, see `default-accounts.ts`. */
  readonly accounts?: readonly AccountSeed[];
  /** Default: a clock of its own that starts now and ticks. */
  readonly clock?: VirtualClock;
  /** Where ids and probabilities come from; the same seed gives the same ones. Default 1. */
  readonly seed?: number;
  readonly limits?: Partial<Limits>;
  /**
   * Default false: every request has a connection of its own, so that a dropped one fails once and
   * for all. True is how the real API behaves, and shows what a browser makes of it: Chromium sends
   * a POST again, unasked, when a reused connection breaks before any answer.
   */
  readonly reuseConnections?: boolean;
}
