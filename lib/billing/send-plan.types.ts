import type { SendRules } from './send-rules.ts';
import type { AddedTerms } from './added-terms.ts';
import type { CivilDate } from './calendar.ts';
import type { BillingType, Charge, Environment, Payer } from './charge.ts';
import type { AgreedDate } from './edit/agreed-date.ts';
import type { Carteira, Customer, Invoice } from './invoice.ts';
import type { Cents } from './money.ts';
import type { OverridableField } from './payer/override.ts';
import type { ReadingSource } from './reading-source.ts';

export type { Notifier, OverdueRule } from './send-rules.ts';

/** Every reason for not sending. Each has a message and a way out in `locales/` under `reason.<code>`. */
export type BlockCode =
  | 'invoice-received'
  | 'invoice-cancelled'
  | 'invoice-renegotiated'
  | 'invoice-status-unknown'
  | 'nothing-open'
  | 'not-released'
  | 'direct-debit'
  | 'recurring-card'
  | 'in-collection'
  | 'protested'
  | 'contested'
  | 'below-minimum'
  | 'no-document'
  | 'invalid-document'
  | 'no-due-date'
  | 'no-account'
  | 'carteira-not-marked'
  | 'provider-not-confirmed'
  | 'registered-elsewhere'
  | 'payer-ambiguous'
  /** Params: `charge`, `payers`. The invoice's own charge is of a payer that is not known as this customer's. */
  | 'payer-other-document'
  | 'payer-name-differs'
  | 'overdue-needs-choice'
  /** Params: `accrued`. Fine and interest are waived by the finance role, or by the setting. */
  | 'waive-needs-finance'
  | 'already-paid'
  | 'refunded-needs-confirmation'
  /** This person has more records or charges at Asaas than can be looked through for one of this invoice. */
  | 'too-many-to-check'
  | 'charge-unknown-status'
  /** Params: `charge`. Asaas no longer knows it by its id; a person may say that it is gone. */
  | 'charge-not-found'
  | 'live-in-other-account'
  | 'predecessor-live'
  /**
   * Params: `charge`, `invoice`, `value`, `due`. As before, and every charge in the way may be cancelled
   * here: `replacePredecessors` takes them all.
   */
  | 'predecessor-replaceable'
  /** Params: `charge`, `invoice`. The money of an invoice renegotiated into this one has come in. */
  | 'predecessor-paid'
  /** Params: `invoice`. The sending of an invoice renegotiated into this one is not over: its charge may still turn up. */
  | 'predecessor-sending'
  /** Params: `charge`. It was to be cancelled before this one was created, and was not. */
  | 'predecessor-kept'
  | 'several-live'
  /** Params: `charge`, `key`. A charge of this invoice number stands under another key of the panel, and may be another provider's. */
  | 'live-under-alias'
  /** The panel bills by fatura (`geracao_por_fatura = S`). */
  | 'billed-by-fatura'
  /** Born from a renegotiation whose other invoices this source cannot read. */
  | 'predecessors-unread'
  /** Typed by hand with another customer than the invoice was read with before. */
  | 'typed-other-customer'
  /** Params: `typed`, `open`. Typed by hand with more than was open when the invoice was read before. */
  | 'typed-more-than-open';

export interface BlockReason {
  readonly code: BlockCode;
  /** Values for the message: already formatted for people (money, dates, field names). No names of persons. */
  readonly params?: Readonly<Record<string, string>>;
}

export type WarningCode =
  | 'boleto-number-present'
  | 'customer-inactive'
  | 'payer-will-be-created'
  /** Params: `payer`, `document` (masked). The operator chose a payer with another CPF or CNPJ. */
  | 'payer-document-differs'
  | 'due-date-changed'
  /** Params: `charge`, `ixc`. The charge has another due date than IXC, which was agreed with the payer. */
  | 'due-date-agreed'
  /** Params: `charge`, `ixc`. Another browser, or Asaas's own panel, gave the charge another due date. */
  | 'due-date-moved'
  | 'accrued-waived'
  | 'no-contact'
  /** Params: `fields`, the names of IXC's own. Asaas tells the payer by itself, and so does IXC. */
  | 'told-twice'
  /** Asaas is not to tell payers, and this one it tells: a record that was there before. */
  | 'asaas-tells'
  /** Params: `value`, `until`. IXC promises a discount that the charge will not give. */
  | 'conditional-discount-left-out'
  | 'conditional-discount-given'
  /** Params: `account`, `filial` (masked documents): the money goes to another CNPJ than the filial's. */
  | 'account-document-differs'
  /** Params: `fields`, names of `PayerField`. Typed for this sending in place of what IXC has. */
  | 'payer-data-overridden'
  /** Params: `fields`. The finance role sends in spite of a registration elsewhere. */
  | 'registration-overridden'
  /** Another gateway in the carteira would not be seen. */
  | 'carteira-unread'
  /** Read through the operator's session: experimental. */
  | 'read-by-session'
  /** Nothing was read: these are the operator's own words. */
  | 'typed-by-hand'
  /** Params: `typed`, `open`. Typed with less than was open when the invoice was read before. */
  | 'typed-less-than-open'
  /** Params: `typed`, `read`. Typed with another due date than the invoice was read with before. */
  | 'typed-other-due-date';

export interface Warning {
  readonly code: WarningCode;
  readonly params?: Readonly<Record<string, string>>;
}

/** How an overdue invoice treats fine and interest accrued until today. */
export type AccruedChoice = 'charge-until-today' | 'waive';

/** What the operator decided in the drawer. Absent fields fall back to the settings. */
export interface SendChoices {
  readonly billingType?: BillingType | undefined;
  readonly dueDate?: CivilDate | undefined;
  readonly accrued?: AccruedChoice | undefined;
  readonly waiveReason?: string | undefined;
  readonly payerId?: string | undefined;
  readonly newAfterRefund?: boolean | undefined;
  /**
   * These live charges without our reference were shown, and the operator asked for another one. One that
   * was not among them is asked about again.
   */
  readonly createAnotherThan?: readonly string[] | undefined;
  /** A live charge without our reference was shown and the operator says that it is this invoice's; see `isAdoptable`. */
  readonly adoptChargeId?: string | undefined;
  /**
   * These live charges of invoices renegotiated into this one were shown, and are cancelled before the new
   * one is created. All that stand must be among them.
   */
  readonly replacePredecessors?: readonly string[] | undefined;
  /** Why the invoice may be charged although it is registered elsewhere. Counts only with `mayOverride`. */
  readonly overrideReason?: string | undefined;
  /** Give IXC's conditional discount on the charge too. */
  readonly giveDiscount?: boolean | undefined;
  /** Names what was typed for this sending in place of IXC's own data, and says why. Takes the finance role. */
  readonly payerOverride?: { readonly id: string; readonly reason: string } | undefined;
}

/** What accrued until today on an overdue invoice. */
export interface Accrued {
  readonly daysLate: number;
  readonly fine: Cents;
  readonly interest: Cents;
  readonly total: Cents;
}

/** What will be asked of Asaas. */
export interface ChargeDraft {
  readonly accountId: string;
  readonly environment: Environment;
  readonly reference: string;
  readonly billingType: BillingType;
  readonly value: Cents;
  readonly dueDate: CivilDate;
  /** Without the attempt code, which the engine appends. */
  readonly description: string;
  /** False: fine and interest are omitted and the account's own apply. True: sent as zero, because the value contains them. */
  readonly containsAccrued: boolean;
  readonly terms: AddedTerms;
}

export type PayerPlan =
  | { readonly kind: 'known'; readonly payer: Payer }
  | { readonly kind: 'create'; readonly reference: string; readonly notificationDisabled: boolean };

/** A charge that is cancelled before the new one is created: the operator agreed to this value and date. */
export interface ReplacedCharge {
  readonly id: string;
  /** The invoice that was renegotiated; null when the reference does not say. */
  readonly invoiceId: string | null;
  readonly value: Cents;
  readonly dueDate: CivilDate;
}

export interface Change<T> {
  readonly from: T;
  readonly to: T;
}

export type SendPlan =
  | {
      readonly kind: 'new';
      readonly draft: ChargeDraft;
      readonly payer: PayerPlan;
      readonly accrued: Accrued | null;
      /** Cancelled first; empty nearly always. */
      readonly replaces: readonly ReplacedCharge[];
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'reuse'; readonly charge: Charge; readonly warnings: readonly Warning[] }
  | {
      readonly kind: 'update';
      readonly charge: Charge;
      readonly value: Change<Cents> | null;
      readonly dueDate: Change<CivilDate> | null;
      readonly warnings: readonly Warning[];
    }
  | {
      readonly kind: 'adopt';
      readonly charge: Charge;
      /** Ids of the other charges that look the same and were shown beside it. */
      readonly besides: readonly string[];
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'duplicate'; readonly charges: readonly Charge[] }
  | {
      readonly kind: 'blocked';
      readonly reasons: readonly BlockReason[];
      /** Present with `overdue-needs-choice`: what the choice is about. */
      readonly overdue: { readonly proposedDueDate: CivilDate; readonly accrued: Accrued } | null;
    };

/** An invoice that was renegotiated into the one to be sent, at whatever remove. */
export interface PredecessorInvoice extends Pick<
  Invoice,
  'id' | 'status' | 'renegotiated' | 'customerId'
> {
  /** A sending of its own, or a change of its charge, is not over here: a charge may still turn up. */
  readonly sending: boolean;
}

/** Everything `planSend` looks at. All of it was read just now; the function itself reads nothing. */
export interface SendFacts {
  readonly today: CivilDate;
  readonly invoice: Invoice;
  readonly customer: Customer;
  /** Fields of the customer that were typed for this sending alone, and are not IXC's. */
  readonly overridden?: readonly OverridableField[];
  /** Null when the panel's user may not read carteiras; then only the invoice's own fields count. */
  readonly carteira: Carteira | null;
  /** False: the reader may not read carteiras, so another gateway there would not be seen. */
  readonly carteiraRead: boolean;
  /** CNPJ of the invoice's filial, normalised; null when it was not or could not be read. */
  readonly filialDocument: string | null;
  readonly source: ReadingSource;
  /** The panel generates by fatura. */
  readonly billsByFatura: boolean;
  /** False: the source cannot say which invoices were renegotiated into this one. */
  readonly predecessorsRead: boolean;
  /** The customer typed by hand is another than the invoice was read with before. */
  readonly typedOtherCustomer: boolean;
  /** What was read before of an invoice that is typed by hand now; null when nothing was, or it is read now. */
  readonly readBefore: Pick<Invoice, 'open' | 'dueDate'> | null;
  readonly account: {
    readonly id: string;
    readonly environment: Environment;
    /** CPF or CNPJ; empty when the key may not read it. */
    readonly document: string;
  } | null;
  /** Null until the operator confirmed it; nothing is sent before. */
  readonly providerKey: string | null;
  /** Other keys of the same provider, as old references have them. */
  readonly aliases: readonly string[];
  /** For the description. */
  readonly providerName: string | null;
  /** Charges with a reference of this invoice, any account, deleted ones included when known. */
  readonly referenced: readonly Charge[];
  /**
   * Ids of those among them, and among `predecessors`, that only an alias brought, and that are not known
   * to be this customer's.
   */
  readonly unproven: readonly string[];
  /** Of those that this installation made: whether their value contains what had accrued by then. */
  readonly madeWithAccrued: ReadonlyMap<string, boolean>;
  /** The due dates that were agreed with payers, newest of each charge, by charge id. */
  readonly agreed: ReadonlyMap<string, AgreedDate>;
  /** The invoices that were renegotiated into this one, and what became of them in IXC. */
  readonly predecessorInvoices: readonly PredecessorInvoice[];
  /** Charges with a reference of those invoices. */
  readonly predecessors: readonly Charge[];
  /**
   * Charges of the payer due about when this invoice is that carry no reference of this provider key;
   * another's or none. Paid ones too.
   */
  readonly unreferenced: readonly Charge[];
  /** False: there are more of them, or more records of this person, than were looked through. */
  readonly unreferencedRead: boolean;
  /** Payers found by our reference. */
  readonly payersByReference: readonly Payer[];
  /** Payers found by CPF/CNPJ. */
  readonly payersByDocument: readonly Payer[];
  readonly rules: SendRules;
  readonly choices: SendChoices;
}
