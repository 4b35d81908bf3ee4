import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accruedUntil } from '../../../lib/billing/accrued.ts';
import { addDays } from '../../../lib/billing/calendar.ts';
import { cents } from '../../../lib/billing/money.ts';
import { day } from '../../fixtures/day.ts';

// A business day: what is due on another one may be paid on the next.
const DUE = day('2026-11-19');
const after = (days: number) => addDays(DUE, days);
const accrued = (
  open: number,
  daysLate: number,
  finePercent: number,
  interestPercentMonth: number,
) => accruedUntil(cents(open), DUE, after(daysLate), { finePercent, interestPercentMonth });

describe('fine and interest', () => {
  // Worked out by hand. Fine = balance × fine %. Interest = balance × month % × days ÷ 30. Cents, half up.
  it.each([
    // balance, days, fine %, month %, fine, interest
    [10_000, 1, 2, 1, 200, 3], // 100,00: 1 % ÷ 30 = 3,33 cents
    [10_000, 10, 2, 1, 200, 33], // 33,33 cents
    [10_000, 15, 2, 1, 200, 50], // exactly half a month
    [10_000, 30, 2, 1, 200, 100], // a month
    [10_000, 365, 2, 1, 200, 1217], // 1216,67 cents
    [9_990, 10, 2, 1, 200, 33], // fine 199,80
    [7_525, 1, 2, 1, 151, 3], // fine exactly 150,50: half up; interest 2,51
    [7_524, 1, 2, 1, 150, 3], // fine 150,48
    [4_500, 1, 0, 1, 0, 2], // interest exactly 1,50: half up
    [4_499, 1, 0, 1, 0, 1], // 1,4997
    [10_000, 10, 0.033, 0, 3, 0], // fine 3,30
    [12_345, 7, 1.5, 0.5, 185, 14], // fine 185,175; interest 14,4025
    [1, 1, 2, 1, 0, 0], // one cent
    [999_999_999, 3_650, 2, 1, 20_000_000, 1_216_666_665], // ten million reais, ten years: …665,45
    [10_000, 10, 0, 0, 0, 0],
  ])(
    'on %i cents, %i days late, at %d %% and %d %% a month are %i and %i cents',
    (open, days, finePercent, month, fine, interest) => {
      expect(accrued(open, days, finePercent, month)).toEqual({
        daysLate: days,
        fine,
        interest,
        total: fine + interest,
      });
    },
  );

  it('are nothing on the day itself and before it', () => {
    const nothing = { daysLate: 0, fine: 0, interest: 0, total: 0 };
    expect(accrued(10_000, 0, 2, 1)).toEqual(nothing);
    expect(accrued(10_000, -5, 2, 1)).toEqual(nothing);
  });

  it('are nothing on an invoice with nothing open', () => {
    expect(accrued(0, 10, 2, 1).total).toBe(0);
    expect(accrued(-100, 10, 2, 1).total).toBe(0);
  });

  it('grow with the days and with the balance, and never go below zero', () => {
    const percent = fc.integer({ min: 0, max: 2000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.integer({ min: 1, max: 4000 }),
        percent,
        percent,
        (open, days, fine, month) => {
          const { total } = accrued(open, days, fine, month);
          expect(total).toBeGreaterThanOrEqual(0);
          expect(accrued(open, days + 1, fine, month).total).toBeGreaterThanOrEqual(total);
          expect(accrued(open + 1, days, fine, month).total).toBeGreaterThanOrEqual(total);
        },
      ),
    );
  });
});
