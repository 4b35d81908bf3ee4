import type { CivilDate } from '../calendar.ts';
import type { Cents } from '../money.ts';

/** Why a charge is nobody's to link by a list, whatever invoice it may be of. */
export type ChargeExclusion =
  /** It carries a reference of another system, or of another provider key. */
  | 'foreign-reference'
  | 'installment'
  | 'subscription'
  /** Made by a payment link, a checkout or a Pix that came in by itself. */
  | 'other-origin'
  /** A credit or debit card: charged by itself, or not by us. */
  | 'card'
  | 'not-open'
  | 'refunded'
  /** Its payer carries another customer's reference. */
  | 'payer-of-other'
  /** Its payer has no CPF or CNPJ that could be compared, or is not among the account's. */
  | 'payer-unknown'
  /** Its payer has the customer's CPF or CNPJ and another name: one of the two has somebody else's. */
  | 'name-differs';

/** Why an invoice is not linked by a list although a charge looks like it. */
export type InvoiceExclusion =
  /** A charge with its reference stands already. */
  | 'already-charged'
  /** Something is under way on it. */
  | 'under-way'
  | 'other-account'
  | 'registered-elsewhere'
  | 'not-sendable';

/** A charge without our reference, as it is compared. */
export interface AdoptableCharge {
  readonly id: string;
  readonly payerId: string;
  /** Stands for the payer's CPF or CNPJ: equal for equal documents, and nothing else; null: none. */
  readonly person: string | null;
  /** Stands for the payer's name in the same way. */
  readonly name: string;
  readonly value: Cents;
  readonly dueDate: CivilDate;
  readonly exclusion: ChargeExclusion | null;
  /** IXC's customer whom the payer is marked as, by a reference of ours; null: nobody's. */
  readonly payerOf: string | null;
}

/** An open invoice, as it is compared. */
export interface AdoptingInvoice {
  readonly id: string;
  readonly customerId: string;
  readonly person: string | null;
  readonly name: string;
  readonly open: Cents;
  readonly dueDate: CivilDate;
  readonly exclusion: InvoiceExclusion | null;
}
