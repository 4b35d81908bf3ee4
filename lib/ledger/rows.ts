import type { CivilDate } from '../billing/calendar.ts';
import type { Charge, PixCode } from '../billing/charge.ts';
import type { Invoice } from '../billing/invoice.ts';
import type { Cents } from '../billing/money.ts';
import type { StatusGroup } from '../billing/status.ts';

export { ALERT_KINDS, type AlertKind, type AlertRow } from './alert-rows.ts';
export {
  ATTEMPTED,
  type Attempt,
  type CreateJobRow,
  type Replacing,
  type DeleteJobRow,
  type ChangeJobRow,
  type CounterStep,
  type CounterJobRow,
  type AskedJobRow,
  type JobRow,
} from './job-rows.ts';

/** One value that belongs to the installation as a whole (its id, clock offsets, sweep cursors). */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** What one reading says of an invoice that money is decided by. */
export interface InvoiceEvidence extends Pick<
  Invoice,
  | 'status'
  | 'customerId'
  | 'contractId'
  | 'document'
  | 'issuedOn'
  | 'dueDate'
  | 'value'
  | 'open'
  | 'received'
  | 'updatedAt'
> {
  /** When it was asked for, ms since the epoch. */
  readonly readAt: number;
}

/** The last reading of an invoice. Carries ids, amounts and flags; names and documents are never kept. */
export interface InvoiceRow extends Invoice {
  readonly origin: string;
  /** When the reading was asked for, ms since the epoch: an older one must not win by answering later. */
  readonly readAt: number;
  /**
   * What the counter's work was last judged by, where a reading was shown since. Absent: the row itself is
   * that. Whatever is read for a screen leaves it alone, or a change would be no news to the sweep of IXC.
   */
  readonly judged?: InvoiceEvidence;
}

/** The last reading of a charge, attributed to an invoice by its reference. */
export interface ChargeRow extends Charge {
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly seenAt: number;
}

/** Payment codes of a charge, fetched when first shown and dropped when the charge changes. */
export interface CodesRow {
  readonly chargeId: string;
  readonly pix: PixCode | null;
  readonly linhaDigitavel: string | null;
  /** The due date and value the codes were fetched for: another one makes them stale. */
  readonly dueDate: string;
  readonly value: number;
  readonly fetchedAt: number;
}

/**
 * What day-by-day aggregates count. Open charges are split into pending and overdue by their due day, which
 * a boleto may outlast while it clears: those without one are counted apart.
 */
export const BUCKETS = [
  'open',
  'open-no-boleto',
  'confirmed',
  'received',
  'received-in-cash',
  'contested',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/**
 * How many charges, and how many cents, of one account and provider fall on one day. Kept in the very
 * transaction that writes a charge, so that a summary never scans charges.
 * `day`: due date (`open…`), expected credit or else creation (`confirmed`), payment (`received…`), due date (`contested`).
 */
export interface AggregateRow {
  readonly accountId: string;
  readonly providerKey: string;
  readonly bucket: Bucket;
  readonly day: CivilDate;
  readonly count: number;
  readonly cents: number;
}

/** One change of a charge that was seen: what "last events", notifications and toasts are made of. */
export interface HappeningRow {
  /** Auto-incremented. */
  readonly id?: number;
  /** When it was seen, ms since the epoch. */
  readonly at: number;
  readonly accountId: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly chargeId: string;
  readonly value: Cents;
  /** Null: the charge was new. */
  readonly from: StatusGroup | null;
  readonly to: StatusGroup;
}

/**
 * Money that came in at Asaas for a charge without a reference of ours (a Pix to the account's key, a TED,
 * a charge that another system made): as little of it as matching it with an invoice takes.
 */
export interface ReceiptRow {
  /** Asaas's charge id. */
  readonly id: string;
  readonly accountId: string;
  readonly payerId: string;
  readonly billingType: string;
  readonly status: string;
  readonly value: Cents;
  readonly paidOn: CivilDate;
  readonly seenAt: number;
}

/** Requests that one account was asked, in the running window. Ms since the epoch, on the local clock. */
export interface QuotaRow {
  readonly accountId: string;
  /** When the 12 h window began; null before the first request. */
  readonly since: number | null;
  readonly spent: { readonly sweep: number; readonly job: number; readonly person: number };
  /** The window before, as it was when it seemed over: a clock that ran ahead may be put right. */
  readonly last?: { readonly since: number; readonly spent: QuotaRow['spent'] };
  /** No request before this; null when none is asked for. */
  readonly pausedUntil: number | null;
  /** Failures of the server in a row: the breaker. */
  readonly failures: number;
  /** By endpoint family: what its own headers said. */
  readonly windows: Readonly<
    Record<string, { readonly remaining: number; readonly resetAt: number }>
  >;
}
