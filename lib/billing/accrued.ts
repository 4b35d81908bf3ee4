import { businessDayFrom } from './business-days.ts';
import { type CivilDate, daysBetween } from './calendar.ts';
import { cents, type Cents } from './money.ts';
import type { Accrued, OverdueRule } from './send-plan.types.ts';

/** Percentages are kept in millionths of a percent, so that 0.033 % is exact. */
const SCALE = 1_000_000n;
const DAYS_OF_A_MONTH = 30n;

function millionths(percent: number): bigint {
  return BigInt(Math.round(percent * Number(SCALE)));
}

/** `numerator / denominator` in whole cents, half up. Both are positive. */
function halfUp(numerator: bigint, denominator: bigint): Cents {
  return cents(Number((2n * numerator + denominator) / (2n * denominator)));
}

/**
 * What is due on a day without banks may be paid on the next one with, and is not late (Código Civil, art.
 * 132, § 1º). Whoever does not, is late since the due date itself.
 */
function daysLateOn(today: CivilDate, dueDate: CivilDate): number {
  return today <= businessDayFrom(dueDate) ? 0 : daysBetween(dueDate, today);
}

/**
 * Fine and interest on an open balance that was due on `dueDate`, until `today`. The fine is a percentage
 * once; interest is simple, a percentage a month, pro rata by days of a 30-day month. Each is rounded
 * half up to the cent on its own. All zero when nothing is late or nothing is open.
 */
export function accruedUntil(
  open: Cents,
  dueDate: CivilDate,
  today: CivilDate,
  rule: Pick<OverdueRule, 'finePercent' | 'interestPercentMonth'>,
): Accrued {
  const daysLate = daysLateOn(today, dueDate);
  if (daysLate === 0 || open <= 0) {
    return { daysLate, fine: cents(0), interest: cents(0), total: cents(0) };
  }
  const balance = BigInt(open);
  const fine = halfUp(balance * millionths(rule.finePercent), 100n * SCALE);
  const interest = halfUp(
    balance * millionths(rule.interestPercentMonth) * BigInt(daysLate),
    100n * SCALE * DAYS_OF_A_MONTH,
  );
  return { daysLate, fine, interest, total: cents(fine + interest) };
}
