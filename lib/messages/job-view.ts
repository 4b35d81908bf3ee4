import type { ReplacedCharge, BlockReason } from '../billing/send-plan.types.ts';
import type { ActRefusal, ChargeActKind } from '../billing/acts/charge-act.ts';
import type { Cents } from '../billing/money.ts';
import type { FailureView } from './failure.ts';

export const JOB_STATES = [
  'queued',
  'locating',
  'intent',
  'created',
  'verified',
  'done',
  'waiting',
  'blocked',
  'unknown',
  'cancelled',
] as const;
export type JobState = (typeof JOB_STATES)[number];

/**
 * How far the cancelling of a charge is: not begun, asked of Asaas, read as deleted, left as it was, or ended
 * without anybody knowing what became of the request.
 */
export type ReplacingState = 'pending' | 'asked' | 'gone' | 'kept' | 'unsure';

/** A charge that has to be gone before the new one is created. */
export interface ReplacingView extends ReplacedCharge {
  readonly state: ReplacingState;
}

export const JOB_KINDS = [
  'create',
  'change',
  'delete',
  'counter',
  'act',
  'edit',
  'message',
  'adopt',
  'notices',
  'notices-run',
  'payer',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** What an `act` job does, and what became of it. */
export interface ActView {
  readonly kind: ChargeActKind;
  readonly chargeId: string;
  /** Of a refund, in cents. */
  readonly value: Cents | null;
  readonly refusal: ActRefusal | null;
  /** Asaas's page on which the payer of a boleto asks for the money. */
  readonly link: string | null;
  /** Asaas's own word about a refund: anything but `DONE` means that the payer has nothing yet. */
  readonly refundStatus: string | null;
}

/** A job as pages show it. */
export interface JobView {
  readonly id: string;
  readonly kind: JobKind;
  /** What a `counter` job does to the charge, because of what happened to the invoice in IXC. */
  readonly step: 'close' | 'lower' | 'cancel' | null;
  /** Of an `adopt` job that takes the reference away again. */
  readonly unlink?: true;
  /** Of an `act` job alone. */
  readonly act?: ActView;
  /** Of a `notices-run` job alone: how many of its payers are through. */
  readonly payers?: { readonly done: number; readonly all: number; readonly asksPerson: boolean };
  /** A line of the history of another browser, from a file. */
  readonly imported?: true;
  /** The panel's, as `PanelSettings.origin`. */
  readonly origin: string;
  readonly invoiceId: string;
  readonly state: JobState;
  readonly createdAt: number;
  /** When the next try runs, ms since the epoch; null when nothing is scheduled. */
  readonly nextAt: number | null;
  readonly reasons: readonly BlockReason[];
  readonly failure: FailureView | null;
  /** Nothing was sent yet, or what was sent can still be taken back once it is found. */
  readonly cancellable: boolean;
  /** It was called off with a request under way: its charge is looked for, or was found and deleted. */
  readonly calledOff: 'looking' | 'deleted' | null;
  /** A person may ask for it to be tried now, or again: see `retryJob`. */
  readonly retryable: boolean;
  /** "Pausar tudo" keeps it where it is. */
  readonly paused: boolean;
  /**
   * The sending stopped while a request of it may still turn up: it is searched for until then, ms since
   * the epoch, and nothing else can be sent before, unless a person settles it. Null otherwise.
   */
  readonly watchedUntil: number | null;
  /** Empty nearly always. */
  readonly replacing: readonly ReplacingView[];
  /** A request was made and a person found that it left no charge. */
  readonly settled: boolean;
}
