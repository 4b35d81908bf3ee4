import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Discount } from '../../../lib/billing/added-terms.ts';
import { discountOf } from '../../../lib/billing/discount.ts';
import { cents } from '../../../lib/billing/money.ts';

const percent = (amount: number): Discount => ({ kind: 'percent', amount, daysBefore: 0 });
const fixed = (amount: number): Discount => ({ kind: 'fixed', amount, daysBefore: 0 });

describe('what a discount takes off', () => {
  it.each([
    // 10 % of 99,90 = 9,99.
    [9_990, percent(10), 999],
    // 0,033 % of 100,00 = 0,033: up to 0,04, so that what is left is never more than Asaas takes.
    [10_000, percent(0.033), 4],
    // 33,333 % of 0,03 = 0,00999… → 0,01.
    [3, percent(33.333), 1],
    [10_000, percent(100), 10_000],
    [10_000, fixed(550), 550],
    [0, percent(50), 0],
    [10_000, null, 0],
  ])('is, of %d cents, exact or a cent more', (value, discount, expected) => {
    expect(discountOf(discount, cents(value))).toBe(expected);
  });

  it('is a percentage up to the next cent, whatever the value', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 100_000 }),
        (value, thousandths) => {
          const taken = discountOf(percent(thousandths / 1000), cents(value));
          const exact = (BigInt(value) * BigInt(thousandths)) / 100_000n;
          expect(taken === Number(exact) || taken === Number(exact) + 1).toBe(true);
          expect(BigInt(taken) * 100_000n >= BigInt(value) * BigInt(thousandths)).toBe(true);
        },
      ),
    );
  });
});
