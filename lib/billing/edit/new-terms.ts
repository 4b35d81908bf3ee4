import type { Discount } from '../added-terms.ts';
import { attemptCodeOf, withAttemptCode, withoutAttemptCode } from '../attempt-code.ts';
import type { Change } from '../send-plan.types.ts';
import {
  type ChargeTerms,
  type EditAsked,
  type EditRefusal,
  MOST_FINE,
  MOST_INTEREST,
  type PlannedEdit,
} from './charge-edit.ts';

/** Asaas takes 500, and a boleto prints only the first lines. */
export const MOST_DESCRIPTION = 300;
/** A discount for paying so many days before the due date. */
const MOST_DISCOUNT_DAYS = 60;

/** Null where nothing changes. */
export function change<T>(from: T, to: T): Change<T> | null {
  return JSON.stringify(from) === JSON.stringify(to) ? null : { from, to };
}

/** The description that was asked for, with the code by which the charge's attempt is known. */
export function newDescription(from: string, asked: string | undefined): Change<string> | null {
  if (asked === undefined) return null;
  const code = attemptCodeOf(from);
  // A text copied from another charge must not make this one known as that one's.
  const text = withoutAttemptCode(asked.trim()).trim();
  return change(from, code === null ? text : withAttemptCode(text, code));
}

function isDiscount({ kind, amount, daysBefore }: Discount): boolean {
  if (!Number.isInteger(daysBefore) || daysBefore < 0 || daysBefore > MOST_DISCOUNT_DAYS) {
    return false;
  }
  if (!(amount > 0)) return false;
  return kind === 'percent' ? amount <= 100 : Number.isSafeInteger(amount);
}

function isPercent(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}

/**
 * Fine, interest and discount as asked for; a value that contains what accrued is given neither fine nor
 * interest. The law's limits hold whatever the settings say.
 */
export function newTerms(
  terms: ChargeTerms,
  asked: EditAsked,
  containsAccrued: boolean,
): {
  readonly changes: Pick<PlannedEdit, 'finePercent' | 'interestPercentMonth' | 'discount'>;
  readonly refusals: readonly EditRefusal[];
} {
  const { finePercent, interestPercentMonth, discount, description } = asked;
  const refusals: EditRefusal[] = [];
  if (finePercent !== undefined && !(isPercent(finePercent) && finePercent <= MOST_FINE)) {
    refusals.push({ code: 'fine-too-high' });
  }
  const isInterestUsable = interestPercentMonth === undefined || isPercent(interestPercentMonth);
  if (!isInterestUsable || (interestPercentMonth ?? 0) > MOST_INTEREST) {
    refusals.push({ code: 'interest-too-high' });
  }
  if (containsAccrued && (finePercent ?? 0) + (interestPercentMonth ?? 0) > 0) {
    refusals.push({ code: 'contains-accrued' });
  }
  if (discount !== undefined && discount !== 'none' && !isDiscount(discount)) {
    refusals.push({ code: 'bad-discount' });
  }
  if (description !== undefined && !isDescription(description)) {
    refusals.push({ code: 'bad-description' });
  }
  const fine = terms.fine.kind === 'percent' || terms.fine.amount === 0 ? terms.fine.amount : null;
  const interest = terms.interestPercentMonth;
  const wanted = discount === 'none' ? null : (discount ?? terms.discount);
  const changes = {
    finePercent: change(fine, containsAccrued ? 0 : (finePercent ?? fine)),
    interestPercentMonth: change(
      interest,
      containsAccrued ? 0 : (interestPercentMonth ?? interest),
    ),
    discount: change(terms.discount, wanted),
  };
  return { changes, refusals };
}

function isDescription(text: string): boolean {
  const { length } = text.trim();
  return length > 0 && length <= MOST_DESCRIPTION;
}
