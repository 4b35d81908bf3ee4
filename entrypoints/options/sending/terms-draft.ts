import type { AddedTerms, Discount } from '../../../lib/billing/added-terms.ts';
import { decimalWithin } from './decimal.ts';

/** What new charges carry, as typed. A blank field inherits the account's own rule. */
export interface TermsDraft {
  readonly lateFine: string;
  readonly lateInterest: string;
  readonly registrationDays: string;
  readonly discountKind: 'inherit' | Discount['kind'];
  /** Percent, or reais. */
  readonly discountAmount: string;
  readonly discountDays: string;
}

export const TERM_LIMITS = {
  lateFine: [0, 2],
  lateInterest: [0, 1],
  registrationDays: [0, 365],
  discountDays: [0, 60],
} as const satisfies Record<string, readonly [number, number]>;

/** More than this of a charge is no discount any more. Reais where it is a fixed one. */
export const DISCOUNT_LIMITS = { percent: [0.01, 99], fixed: [0.01, 100_000] } as const;

const WHOLE: readonly (keyof typeof TERM_LIMITS)[] = ['registrationDays', 'discountDays'];

export function termsDraftOf(terms: AddedTerms, typed: (value: number) => string): TermsDraft {
  const or = (value: number | null): string => (value === null ? '' : typed(value));
  const { discount } = terms;
  return {
    lateFine: or(terms.finePercent),
    lateInterest: or(terms.interestPercentMonth),
    registrationDays: or(terms.registrationDays),
    discountKind: discount?.kind ?? 'inherit',
    discountAmount: discount === null ? '' : typed(amountShown(discount)),
    discountDays: typed(discount?.daysBefore ?? 0),
  };
}

const amountShown = ({ kind, amount }: Discount): number =>
  kind === 'fixed' ? amount / 100 : amount;

/** A number within its limits, null for a blank field, undefined for anything else. */
export function termOf(
  draft: TermsDraft,
  field: keyof typeof TERM_LIMITS,
): number | null | undefined {
  if (draft[field].trim() === '') return null;
  const [min, max] = TERM_LIMITS[field];
  const value = decimalWithin(draft[field], min, max);
  if (value === null || (WHOLE.includes(field) && !Number.isInteger(value))) return undefined;
  return value;
}

/** The discount's amount as `Discount` keeps it (percent, or cents); null when it is none. */
export function discountAmountOf(draft: TermsDraft): number | null {
  if (draft.discountKind === 'inherit') return null;
  const [min, max] = DISCOUNT_LIMITS[draft.discountKind];
  const value = decimalWithin(draft.discountAmount, min, max);
  if (value === null) return null;
  return draft.discountKind === 'fixed' ? Math.round(value * 100) : value;
}

/** What is to be kept; null while something typed is wrong. */
export function termsOf(draft: TermsDraft): AddedTerms | null {
  const finePercent = termOf(draft, 'lateFine');
  const interestPercentMonth = termOf(draft, 'lateInterest');
  const registrationDays = termOf(draft, 'registrationDays');
  if (finePercent === undefined || interestPercentMonth === undefined) return null;
  if (registrationDays === undefined) return null;
  const discount = discountOf(draft);
  return discount === undefined
    ? null
    : { finePercent, interestPercentMonth, discount, registrationDays };
}

function discountOf(draft: TermsDraft): Discount | null | undefined {
  if (draft.discountKind === 'inherit') return null;
  const amount = discountAmountOf(draft);
  const daysBefore = termOf(draft, 'discountDays');
  if (amount === null || daysBefore === null || daysBefore === undefined) return undefined;
  return { kind: draft.discountKind, amount, daysBefore };
}
