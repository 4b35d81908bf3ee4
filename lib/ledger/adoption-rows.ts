import type {
  AdoptableCharge,
  AdoptingInvoice,
  ChargeExclusion,
  InvoiceExclusion,
} from '../billing/adoption/candidates.ts';
import type { CivilDate } from '../billing/calendar.ts';
import type { Environment } from '../billing/charge.ts';
import type { Cents } from '../billing/money.ts';
import type { FailureView } from '../messages/failure.ts';

/**
 * What a comparison has read so far, dropped at its end. A CPF or CNPJ and a name are only held as tags, made
 * with a key that the vault keeps.
 */
export type AdoptionSeen =
  | ({ readonly side: 'charge' } & Omit<AdoptableCharge, 'person' | 'name' | 'payerOf'>)
  /** An invoice that has a charge of its own in the account's lists; `id` is the invoice's. */
  | { readonly side: 'charged'; readonly id: string }
  | {
      readonly side: 'payer';
      readonly id: string;
      readonly person: string | null;
      readonly name: string;
      readonly payerOf: string | null;
      /** The payer is another provider's customer. */
      readonly isForeign: boolean;
    }
  | ({ readonly side: 'invoice' } & Omit<AdoptingInvoice, 'person' | 'name'>)
  | {
      readonly side: 'customer';
      readonly id: string;
      readonly person: string | null;
      readonly name: string;
      readonly initials: string;
    };

type AdoptionKind = 'exact' | 'ambiguous' | 'excluded' | 'unmatched';

/**
 * How far a match is. `asked` and `undo-asked` are confirmed and have no job yet: jobs are made a few at a
 * time. `stopped`: nothing was changed, or a person has to look. `kept`: the undoing was refused.
 */
export type AdoptionStage =
  | 'found'
  | 'asked'
  | 'linking'
  | 'linked'
  | 'stopped'
  | 'undo-asked'
  | 'undoing'
  | 'undone'
  | 'kept';

/** One charge of the account without our reference, and what the comparison found of it. */
export interface AdoptionRow {
  /** Asaas's charge id. */
  readonly id: string;
  readonly kind: AdoptionKind;
  readonly why: ChargeExclusion | InvoiceExclusion | null;
  readonly payerId: string;
  readonly value: Cents;
  readonly dueDate: CivilDate;
  readonly accountId: string;
  readonly environment: Environment;
  readonly origin: string;
  readonly providerKey: string;
  /** One where it is exact; every candidate where it is not. */
  readonly invoiceIds: readonly string[];
  /** IXC's, of the first of them. */
  readonly customerId: string | null;
  /** Of the customer's name, which is not kept. */
  readonly initials: string;
  /** When it was compared, ms since the epoch. */
  readonly at: number;
  readonly stage: AdoptionStage;
  /** The confirmation that it was linked with. */
  readonly batch: string | null;
  /** The confirmation that undoes it. */
  readonly undo: string | null;
  readonly jobId: string | null;
  readonly linkedAt: number | null;
  readonly failure: FailureView | null;
  /** Codes of `BlockReason`, where the job gave them. */
  readonly reasons: readonly string[];
}
