import type { CivilDate } from '../billing/calendar.ts';
import type { Environment } from '../billing/charge.ts';
import type { Cents } from '../billing/money.ts';
import type { ReadingSource } from '../billing/reading-source.ts';
import type {
  BlockReason,
  ChargeDraft,
  ReplacedCharge,
  SendChoices,
} from '../billing/send-plan.types.ts';
import type { FailureView } from '../messages/failure.ts';
import type { JobState } from '../messages/job-view.ts';
import type { ActJobRow, AdoptJobRow, EditJobRow, PayerJobRow } from './desk-rows.ts';
import type { MessageJobRow } from './message-rows.ts';
import type { NoticesJobRow, NoticesRunJobRow } from './notice-rows.ts';
import type { InvoiceEvidence } from './rows.ts';

/** Everything that is ever asked of Asaas and changes something there, and (`message`) of IXC. */
export const ATTEMPTED = [
  'payer',
  'charge',
  'change',
  'delete',
  'cash',
  'restore',
  'undo-cash',
  'refund',
  'slip-refund',
  'message',
  'notices',
  'payer-change',
] as const;

/** One request that may have changed something at Asaas. Written before it leaves the browser. */
export interface Attempt {
  readonly code: string;
  readonly request: (typeof ATTEMPTED)[number];
  readonly installationId: string;
  readonly accountId: string;
  readonly environment: Environment;
  /** On Asaas's clock, ms since the epoch. */
  readonly at: number;
  /**
   * `open` until the answer is on disk: a worker that finds it so cannot know whether it was carried out.
   * `put-off` was not looked at (429): it counts as never made.
   */
  readonly outcome: 'open' | 'done' | 'refused' | 'put-off' | 'ambiguous';
}

export interface Lease {
  readonly owner: string;
  readonly until: number;
}

export interface JobBase {
  readonly id: string;
  readonly state: JobState;
  /** Unique among jobs that are not over: one intent per reference at a time, enforced by the index. */
  readonly activeKey?: string;
  readonly accountId: string;
  readonly environment: Environment;
  readonly origin: string;
  readonly providerKey: string;
  readonly invoiceId: string;
  readonly createdAt: number;
  /** Grows with every write; a writer that read another one has lost the job. */
  readonly revision: number;
  readonly nextAt: number | null;
  /** When a step of it was last written, ms since the epoch; absent before the first, and in older rows. */
  readonly writtenAt?: number | undefined;
  readonly tries: number;
  readonly lease: Lease | null;
  readonly attempts: readonly Attempt[];
  /** Server times of the searches that found nothing since the last ambiguous attempt. */
  readonly absentLocates: readonly number[];
  readonly reasons: readonly BlockReason[];
  readonly failure: FailureView | null;
  readonly chargeId: string | null;
  /** How many of the scheduled verifications have passed. */
  readonly verifications: number;
  /** IXC's number of the user who asked for it, as the panel's page said; absent where it did not. */
  readonly askedBy?: string | undefined;
  /** It came in a file: history, which never runs, is never tried anew and decides nothing about money. */
  readonly imported?: true | undefined;
  /**
   * A person called a creation off when its charge may have been made already, ms since the epoch: nothing
   * more is asked for, and what it made is deleted once it is found.
   */
  readonly cancelAskedAt?: number | undefined;
}

/** Create the charge of one invoice. */
export interface CreateJobRow extends JobBase {
  readonly kind: 'create';
  /** What the operator confirmed; a plan made anew with another value is never sent. */
  readonly confirmation: string;
  readonly choices: SendChoices;
  /** How what was confirmed had been read. */
  readonly source?: ReadingSource;
  readonly draft: ChargeDraft | null;
  /** The invoice as it was when the charge was asked for; absent before that, and in older rows. */
  readonly asCharged?: InvoiceEvidence;
  readonly payerId: string | null;
  /** IXC's customer whose payer was asked for: by it the payer is looked for, once its answer is lost. */
  readonly customerId?: string;
  /** Charges that must be gone before this one is asked for, each with the job that deletes it. */
  readonly replaces?: readonly Replacing[];
  /** Ids of the invoices that were renegotiated into this one when the charge was asked for. */
  readonly predecessors?: readonly string[];
}

export interface Replacing extends ReplacedCharge {
  readonly jobId: string;
}

/**
 * Delete one charge: one that this installation made and that lost to another of the same reference, or one
 * that the operator had replaced.
 */
export interface DeleteJobRow extends JobBase {
  readonly kind: 'delete';
  readonly targetId: string;
  /** The payer that the job charged: see `isOfJob`. */
  readonly payerId?: string | null;
  /** The creation that waits for this, and without which nothing is deleted. */
  readonly replacedBy?: string;
  /** The creation that was called off, whose charge this is: it goes although none stands beside it. */
  readonly calledOffBy?: string;
}

/** Change one charge that is there already: bring it up to date, or give it our reference. */
export interface ChangeJobRow extends JobBase {
  readonly kind: 'change';
  readonly confirmation: string;
  readonly choices: SendChoices;
  readonly source?: ReadingSource;
  readonly targetId: string;
  /** The invoice as it was when the change was asked for; absent before that, and in older rows. */
  readonly asCharged?: InvoiceEvidence;
}

/** What the counter did to an invoice in IXC, and what must follow at Asaas so that nobody pays twice. */
export type CounterStep =
  /** Received in IXC: the charge becomes RECEIVED_IN_CASH. */
  | { readonly kind: 'close'; readonly value: Cents; readonly paidOn: CivilDate }
  /** Partly received in IXC: the charge asks for what is left. */
  | { readonly kind: 'lower'; readonly to: Cents }
  /** Cancelled or renegotiated in IXC: the charge stops being payable. */
  | { readonly kind: 'cancel'; readonly because: 'cancelled' | 'renegotiated' };

/** Bring one charge to what the counter did in IXC. Made by the sweep of IXC, or at a person's word. */
export interface CounterJobRow extends JobBase {
  readonly kind: 'counter';
  readonly targetId: string;
  readonly step: CounterStep;
  /** What the charge asked for when the step was decided: what was known then holds while it asks for that. */
  readonly chargeValue: Cents | null;
  /** A person asked for it and waits: IXC may be read in their session, too. */
  readonly asked?: true;
}

/** What an operator asked for in a drawer. */
export type AskedJobRow = CreateJobRow | ChangeJobRow;

export type JobRow =
  | AskedJobRow
  | DeleteJobRow
  | CounterJobRow
  | ActJobRow
  | AdoptJobRow
  | EditJobRow
  | MessageJobRow
  | NoticesJobRow
  | NoticesRunJobRow
  | PayerJobRow;
