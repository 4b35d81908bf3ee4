import type { CivilDate } from '../billing/calendar.ts';
import type { Cents } from '../billing/money.ts';
import type { RefundSums } from '../billing/acts/refunded.ts';
import type { StatusGroup } from '../billing/status.ts';
import type { FailureView } from './failure.ts';
import type { JobKind, JobState } from './job-view.ts';
import { z } from '../schema.ts';

export const chargeDetailsRequests = {
  /** Reads what the details show and the ledger does not hold. Changes nothing. */
  details: z.strictObject({ verb: z.literal('details') }),
  /** Opens the drawer of another invoice of the same customer, in the panel. Only one that is listed. */
  'open-invoice': z.strictObject({
    verb: z.literal('open-invoice'),
    id: z.string().regex(/^[1-9]\d{0,14}$/),
  }),
} as const;

/** `file`: what another browser did, as a file that was imported here tells. */
export type TimelineSource = 'asaas' | 'ixc' | 'browser' | 'file';

/** What a line of the timeline tells. */
export type TimelineFact =
  | {
      readonly kind:
        | 'created'
        | 'invoice-viewed'
        | 'slip-viewed'
        | 'due'
        | 'payer-paid'
        | 'confirmed'
        | 'paid'
        | 'credited'
        | 'credit-expected'
        | 'received-in-ixc'
        | 'cancelled-in-ixc'
        | 'renegotiated-in-ixc';
    }
  | { readonly kind: 'refund'; readonly value: Cents; readonly done: boolean }
  /** The charge was seen to be in another group. */
  | { readonly kind: 'group'; readonly group: StatusGroup }
  | {
      readonly kind: 'job';
      readonly job: JobKind;
      readonly state: JobState;
      /** IXC's number of who asked; null: not known. */
      readonly by: string | null;
      /** Sent with data that were typed for that sending alone. */
      readonly overridden?: boolean;
    };

export interface TimelineEntry {
  readonly id: string;
  readonly fact: TimelineFact;
  readonly source: TimelineSource;
  /** ms since the epoch where the moment is known; the day alone otherwise. */
  readonly at: number | null;
  readonly on: CivilDate;
  /** It has not come yet. */
  readonly ahead: boolean;
  /** When the source said so, ms since the epoch. */
  readonly seenAt: number;
}

/** What was paid and what of it arrives, in cents. */
export interface ChargeMoney {
  readonly value: Cents;
  /** What was asked for, where something else was paid. */
  readonly original: Cents | null;
  /** Fine and interest that were paid on top. */
  readonly accruedPaid: Cents | null;
  readonly net: Cents | null;
  readonly fee: Cents | null;
  /** Nothing was paid so far: net value and fee are what they would be. */
  readonly expected: boolean;
  readonly credit: { readonly on: CivilDate; readonly estimated: boolean } | null;
  /** Null: nothing was given back. */
  readonly refunds: RefundSums | null;
}

/** One line of the audit about this invoice. Ids and codes, as they were written. */
export interface AuditLineView {
  readonly id: string;
  readonly at: number;
  readonly seat: string;
  /** This very browser. */
  readonly own: boolean;
  readonly user: string | null;
  readonly action: string;
  readonly cents: Cents | null;
  readonly reason: string | null;
}

export interface OtherInvoice {
  readonly id: string;
  readonly dueDate: CivilDate | null;
  readonly value: Cents;
  readonly group: StatusGroup;
}

/** Everything about the charge on screen that is not needed to charge. */
export interface ChargeDetails {
  /** Asaas is being asked. */
  readonly reading: boolean;
  /** Why Asaas could not be asked; what is known here is shown all the same. */
  readonly failure: FailureView | null;
  /** Null: Asaas was not asked, or there is no charge. `at` of the last view, null: never seen. */
  readonly viewed: { readonly at: number | null; readonly by: 'invoice' | 'slip' } | null;
  /** The newest first. */
  readonly timeline: readonly TimelineEntry[];
  readonly money: ChargeMoney | null;
  /** The newest first, 50 at most. */
  readonly audit: readonly AuditLineView[];
  readonly others: {
    readonly open: readonly OtherInvoice[];
    readonly lastPaid: OtherInvoice | null;
    /** False: only what this browser has seen. */
    readonly complete: boolean;
  };
}
