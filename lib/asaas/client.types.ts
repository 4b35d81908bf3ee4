import type { AddedTerms, Discount } from '../billing/added-terms.ts';
import type { SourcedCharge } from '../billing/adoption/exclusion.ts';
import type { CivilDate } from '../billing/calendar.ts';
import type {
  BillingType,
  Charge,
  ChargeStory,
  Environment,
  Payer,
  PixCode,
} from '../billing/charge.ts';
import type { EditedCharge } from '../billing/edit/charge-edit.ts';
import type { Contact } from '../billing/invoice.ts';
import type { Cents } from '../billing/money.ts';
import type { PayerChange } from '../billing/payer/payer-field.ts';
import type { NoticeRequests } from './notices.ts';
import type { NoticeFees } from '../billing/notices/notice-cost.ts';
import type { Result } from '../billing/result.ts';

/** Whose key a client speaks with. */
export interface AsaasCredentials {
  readonly accountId: string;
  readonly environment: Environment;
  readonly key: string;
}

/**
 * Why Asaas gave no usable answer. For a request that changes something, `server`, `timeout`,
 * `network` and `rubbish` are ambiguous (`isAmbiguous`): it may have been carried out, or still be.
 */
export type AsaasFailure =
  /** Nothing left the browser. */
  | { readonly kind: 'not-sent'; readonly why: 'host-refused' | 'permission-missing' }
  /** 401, often with an empty body; `code` is Asaas's own where it gave one. */
  | { readonly kind: 'unauthorized'; readonly code: string | null; readonly detail: string }
  /** 403: address not allowed, key without the permission, country, API abuse. */
  | { readonly kind: 'forbidden'; readonly code: string | null; readonly detail: string }
  /** 400 and the other definite refusals; nothing was done. */
  | { readonly kind: 'rejected'; readonly code: string | null; readonly detail: string }
  | { readonly kind: 'not-found' }
  /** 429; nothing was done. `retryAfterMs` from the RateLimit-Reset header, null when absent. */
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number | null }
  | { readonly kind: 'server'; readonly status: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network' }
  /** 2xx whose body is not what the definition promises (HTML, truncated JSON, missing fields). */
  | { readonly kind: 'rubbish'; readonly detail: string };

export type AsaasResult<T> = Promise<Result<T, AsaasFailure>>;

/** What every answer tells besides its body. */
export interface AsaasExchange {
  /** `Date` header, ms since the epoch; null when absent. */
  readonly serverTime: number | null;
  readonly rateLimit: {
    readonly limit: number;
    readonly remaining: number;
    readonly resetMs: number;
  } | null;
  readonly status: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  readonly totalCount: number;
  readonly offset: number;
}

export interface ChargeFilter {
  readonly externalReference?: string;
  readonly customer?: string;
  readonly status?: string;
  readonly 'dateCreated[ge]'?: CivilDate;
  readonly 'dateCreated[le]'?: CivilDate;
  readonly 'paymentDate[ge]'?: CivilDate;
  readonly 'paymentDate[le]'?: CivilDate;
  readonly 'dueDate[ge]'?: CivilDate;
  readonly 'dueDate[le]'?: CivilDate;
}

export interface NewCharge {
  readonly payerId: string;
  readonly billingType: BillingType;
  readonly value: Cents;
  readonly dueDate: CivilDate;
  readonly description: string;
  readonly reference: string;
  /** Every null is left out of the request, so that the account's own applies; zero is sent as zero. */
  readonly terms: AddedTerms;
}

export interface ChargeChange {
  /** As the charge has it: a method that we never create may be kept. */
  readonly billingType: string;
  readonly value: Cents;
  readonly dueDate: CivilDate;
  /** Left out: as it is. */
  readonly description?: string;
  /** Empty: none any more, as far as Asaas takes it so; only reading the charge tells. */
  readonly reference: string;
  /** Only what is there is sent; whatever is left out stays, or is the account's own. Zero is sent as zero. */
  readonly changed?: ChangedTerms;
}

/** Fine, interest and discount of a charge that is there, where they become others. */
export interface ChangedTerms {
  readonly finePercent?: number;
  readonly interestPercentMonth?: number;
  /** Null: none any more. */
  readonly discount?: Discount | null;
}

export interface NewPayer extends Contact {
  readonly name: string;
  readonly document: string;
  readonly reference: string;
  readonly notificationDisabled: boolean;
}

/** Money that came in by another way than Asaas. */
export interface CashReceipt {
  readonly value: Cents;
  readonly paidOn: CivilDate;
  /** Whether Asaas tells the payer. */
  readonly notify: boolean;
}

/** One time that money of a charge was given back. */
export interface Refund {
  /** Asaas's own word: `PENDING`, `DONE`, `CANCELLED` and others. */
  readonly status: string;
  readonly value: Cents;
  readonly requestedOn: CivilDate;
  readonly description: string | null;
}

/** Money to be given back. Sent once and never again by itself: see `refunds`. */
export interface NewRefund {
  readonly value: Cents;
  /** Ends with the attempt code by which it is found among the refunds of its charge. */
  readonly description: string;
}

/** One line of the account's statement. */
export interface Movement {
  readonly id: string;
  /** Asaas's own word (`PAYMENT_RECEIVED`, `PAYMENT_REVERSAL`, `CHARGEBACK`, …). */
  readonly type: string;
  /** Negative: out of the account. */
  readonly value: Cents;
  readonly on: CivilDate;
  /** The charge that it is about; null for a movement of the account itself. */
  readonly chargeId: string | null;
}

export interface AccountOwner {
  readonly name: string;
  readonly document: string;
}

/** What a charge costs, from the account's own fee table. */
export interface AccountFees extends NoticeFees {
  readonly boleto: Cents | null;
  readonly pix: Cents | null;
}

export interface AsaasClient extends NoticeRequests {
  readonly listCharges: (
    filter: ChargeFilter,
    page: { offset: number; limit: number },
  ) => AsaasResult<Page<Charge>>;
  /** The same list with what made each charge. */
  readonly listSourced: (
    filter: ChargeFilter,
    page: { offset: number; limit: number },
  ) => AsaasResult<Page<SourcedCharge>>;
  readonly getSourced: (id: string) => AsaasResult<SourcedCharge>;
  readonly getCharge: (id: string) => AsaasResult<Charge>;
  /** The same charge with its fine, interest and discount. */
  readonly getEditedCharge: (id: string) => AsaasResult<EditedCharge>;
  /** The same, with what is told of it beside. */
  readonly tellCharge: (
    id: string,
  ) => AsaasResult<{ readonly charge: Charge; readonly story: ChargeStory }>;
  readonly createCharge: (charge: NewCharge) => AsaasResult<Charge>;
  readonly updateCharge: (id: string, change: ChargeChange) => AsaasResult<Charge>;
  readonly deleteCharge: (id: string) => AsaasResult<{ readonly deleted: boolean }>;
  /** RECEIVED_IN_CASH: the charge is settled without any money reaching the account. */
  readonly receiveInCash: (id: string, receipt: CashReceipt) => AsaasResult<Charge>;
  /** A deleted charge stands again. Asaas refuses one that was not deleted. */
  readonly restoreCharge: (id: string) => AsaasResult<Charge>;
  /** RECEIVED_IN_CASH becomes open again. */
  readonly undoReceiveInCash: (id: string) => AsaasResult<Charge>;
  /** Gives money of a Pix or a card back. The fees are not returned. */
  readonly refundCharge: (id: string, refund: NewRefund) => AsaasResult<Charge>;
  /** Asaas's page on which the payer of a boleto says where the money is to go. */
  readonly refundBankSlip: (id: string) => AsaasResult<string>;
  /** What is at hand in the account; null when the key may not read it. */
  readonly balance: () => AsaasResult<Cents | null>;
  /** Every refund of a charge, oldest or newest first as Asaas lists them. */
  readonly refunds: (id: string) => AsaasResult<readonly Refund[]>;
  /** The statement between two days, both included, oldest first. Needs a key that may read finances. */
  readonly movements: (
    days: { readonly from: CivilDate; readonly to: CivilDate },
    page: { readonly offset: number; readonly limit: number },
  ) => AsaasResult<Page<Movement>>;
  readonly pixCode: (id: string) => AsaasResult<PixCode>;
  readonly linhaDigitavel: (id: string) => AsaasResult<string>;
  readonly listPayers: (
    filter: { externalReference: string } | { cpfCnpj: string },
  ) => AsaasResult<readonly Payer[]>;
  /** Every payer of the account, newest first. */
  readonly allPayers: (page: { offset: number; limit: number }) => AsaasResult<Page<Payer>>;
  readonly getPayer: (id: string) => AsaasResult<Payer>;
  readonly createPayer: (payer: NewPayer) => AsaasResult<Payer>;
  /** Only the fields that are named become others. */
  readonly updatePayer: (id: string, change: PayerChange) => AsaasResult<Payer>;
  readonly owner: () => AsaasResult<AccountOwner>;
  /** `general` of myAccount/status. */
  readonly approval: () => AsaasResult<string>;
  readonly fees: () => AsaasResult<AccountFees>;
  /** Whether the key reads transfers, so is not limited to charging. Changes nothing. */
  readonly canTransfer: () => AsaasResult<boolean>;
  /** Whether the account has an active Pix key of its own; null when the key may not read it. */
  readonly hasPixKey: () => AsaasResult<boolean | null>;
}
