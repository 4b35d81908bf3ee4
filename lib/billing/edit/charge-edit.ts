import type { Discount } from '../added-terms.ts';
import type { CivilDate } from '../calendar.ts';
import type { Charge } from '../charge.ts';
import type { Cents } from '../money.ts';
import type { Accrued, AccruedChoice, BlockReason, Change } from '../send-plan.types.ts';

/** Fine, interest and discount of a charge that is there, as Asaas has them. */
export interface ChargeTerms {
  /** Percent of the value, or cents. Zero: none. */
  readonly fine: { readonly kind: 'percent' | 'fixed'; readonly amount: number };
  /** Percent a month. Zero: none. */
  readonly interestPercentMonth: number;
  readonly discount: Discount | null;
}

/** How a charge that is there may be paid: by card, too, which no sending proposes. */
export const EDIT_METHODS = ['UNDEFINED', 'PIX', 'BOLETO', 'CREDIT_CARD'] as const;
type EditMethod = (typeof EDIT_METHODS)[number];

/** What a person wants changed on a charge that is there. Whatever is absent stays as it is. */
export interface EditAsked {
  readonly dueDate?: CivilDate | undefined;
  /** Of an overdue invoice that gets another date. */
  readonly accrued?: AccruedChoice | undefined;
  readonly billingType?: EditMethod | undefined;
  /** Without the attempt code, which stays. */
  readonly description?: string | undefined;
  readonly finePercent?: number | undefined;
  readonly interestPercentMonth?: number | undefined;
  readonly discount?: Discount | 'none' | undefined;
  /** In the operator's words, for the audit. */
  readonly reason: string;
}

/** A charge that a change is about, read just now. */
export interface EditedCharge {
  readonly charge: Charge;
  readonly terms: ChargeTerms;
}

/** Exactly what becomes of the charge: only what is not null is asked of Asaas. */
export interface PlannedEdit {
  readonly value: Change<Cents> | null;
  readonly dueDate: Change<CivilDate> | null;
  readonly billingType: Change<string> | null;
  /** With the attempt code. */
  readonly description: Change<string> | null;
  /** Percent. From null: a fine in reais, which is not among what a person sets here. */
  readonly finePercent: Change<number | null> | null;
  readonly interestPercentMonth: Change<number> | null;
  readonly discount: Change<Discount | null> | null;
  /** Whether the value contains fine and interest that accrued: then the charge is given none of its own. */
  readonly containsAccrued: boolean;
}

/** What a person may ask for at once: another date, or other terms. */
export const EDIT_FORMS = ['date', 'terms'] as const;
export type EditFormKind = (typeof EDIT_FORMS)[number];

/** Why a charge is not changed as asked. Each has its sentence in `locales/` under `edit.refusal`. */
export const EDIT_REFUSALS = [
  /** No charge of this invoice alone, or one that the plan would not touch: `reasons` say which. */
  'no-charge',
  'deleted',
  'paid',
  'not-open',
  'under-way',
  /** Params: `time`, when the last look at what was sent is due. */
  'sending-checked',
  /** IXC could not be read, and a change starts from what it says. */
  'invoice-unread',
  'nothing-changed',
  'needs-reason',
  /** Fine and interest waived, or a discount: the provider gets less. */
  'needs-finance',
  /** A CPF or CNPJ in the reason or the description, both of which are kept for long. */
  'document-in-text',
  'past-date',
  'too-far',
  /** An overdue invoice: whether what accrued is charged or waived is for a person to say. */
  'needs-accrued-choice',
  /** Params: `value`, `minimum`. */
  'below-minimum',
  'fine-too-high',
  'interest-too-high',
  /** The value contains fine and interest already. */
  'contains-accrued',
  'bad-discount',
  'bad-description',
] as const;
export type EditRefusalCode = (typeof EDIT_REFUSALS)[number];

export interface EditRefusal {
  readonly code: EditRefusalCode;
  /** Already formatted for people. */
  readonly params?: Readonly<Record<string, string>>;
}

/** What changing a charge as asked would do. */
export type EditPlan =
  | { readonly kind: 'edit'; readonly edit: PlannedEdit; readonly accrued: Accrued | null }
  | {
      readonly kind: 'refused';
      readonly refusals: readonly EditRefusal[];
      /** The sending's own, where the invoice or its charge forbids any change. */
      readonly reasons: readonly BlockReason[];
      /** What accrued, where that is the question. */
      readonly accrued: Accrued | null;
    };

/** Asaas's own form takes no more; a later one is a slip of the keyboard. Days from today. */
export const LATEST_DAYS = 365;
/** A reason shorter than this says nothing to whoever reads the audit. */
export const SHORTEST_REASON = 3;
/** Percent, once (Código de Defesa do Consumidor, art. 52, § 1º). */
export const MOST_FINE = 2;
/** Percent a month (Decreto 22.626/1933 with Código Civil, art. 406). */
export const MOST_INTEREST = 1;
