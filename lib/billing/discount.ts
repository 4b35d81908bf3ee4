import type { Discount } from './added-terms.ts';
import { cents, type Cents } from './money.ts';

/** Percentages are kept in millionths of a percent, so that 0.033 % is exact. */
const SCALE = 1_000_000;

/**
 * The most that a discount takes off a value. A percentage rounds up to the cent: how Asaas rounds it is
 * not documented, and the least that may be charged must hold either way.
 */
export function discountOf(discount: Discount | null, value: Cents): Cents {
  if (discount === null || value <= 0) return cents(0);
  if (discount.kind === 'fixed') return cents(Math.round(discount.amount));
  const whole = BigInt(100 * SCALE);
  const taken = BigInt(value) * BigInt(Math.round(discount.amount * SCALE));
  return cents(Number((taken + whole - 1n) / whole));
}
