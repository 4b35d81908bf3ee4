import type { Charge, Environment, PixCode } from '../billing/charge.ts';
import type { Invoice } from '../billing/invoice.ts';
import type { ReadingSource } from '../billing/reading-source.ts';
import type {
  BlockReason,
  ChargeDraft,
  ReplacedCharge,
  SendChoices,
} from '../billing/send-plan.types.ts';
import type { FailureView } from '../messages/failure.ts';
import type { JobState } from '../messages/job-view.ts';

/** One value that belongs to the installation as a whole (its id, clock offsets, sweep cursors). */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

/** The last reading of an invoice. Carries ids, amounts and flags; names and documents are never kept. */
export interface InvoiceRow extends Invoice {
  readonly origin: string;
  /** ms since the epoch. */
  readonly readAt: number;
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

/** One request that may have changed something at Asaas. Written before it leaves the browser. */
export interface Attempt {
  readonly code: string;
  readonly request: 'payer' | 'charge' | 'change' | 'delete';
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

interface JobBase {
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
}

/** Change one charge that is there already: bring it up to date, or give it our reference. */
export interface ChangeJobRow extends JobBase {
  readonly kind: 'change';
  readonly confirmation: string;
  readonly choices: SendChoices;
  readonly source?: ReadingSource;
  readonly targetId: string;
}

/** What an operator asked for in a drawer. */
export type AskedJobRow = CreateJobRow | ChangeJobRow;

export type JobRow = AskedJobRow | DeleteJobRow;
