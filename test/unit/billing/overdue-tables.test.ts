import { describe, expect, it } from 'vitest';
import { accruedUntil } from '../../../lib/billing/accrued.ts';
import { cents } from '../../../lib/billing/money.ts';
import { planSend } from '../../../lib/billing/send-plan.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';
import { facts } from './plan/facts.ts';

/** Everything in cents; percentages as the settings have them; the last three by hand. */
interface Row {
  readonly what: string;
  readonly open: number;
  readonly due: string;
  readonly today: string;
  readonly fine?: number;
  readonly month?: number;
  readonly expected: readonly [daysLate: number, fine: number, interest: number];
}

const TABLE: readonly Row[] = [
  {
    // Sunday 22/11; 2 % of 100,00 = 2,00; 1 % × 10/30 of 100,00 = 0,3333… → 0,33.
    what: 'ten days',
    open: 10_000,
    due: '2026-11-22',
    today: '2026-12-02',
    expected: [10, 200, 33],
  },
  {
    // Friday; 1 % × 1/30 of 100,00 = 0,0333… → 0,03.
    what: 'the day after a business day, though it is a Saturday',
    open: 10_000,
    due: '2026-11-13',
    today: '2026-11-14',
    expected: [1, 200, 3],
  },
  {
    what: 'Sunday, after a Saturday',
    open: 10_000,
    due: '2026-11-21',
    today: '2026-11-22',
    expected: [0, 0, 0],
  },
  {
    what: 'Monday, after a Saturday',
    open: 10_000,
    due: '2026-11-21',
    today: '2026-11-23',
    expected: [0, 0, 0],
  },
  {
    // Late since Saturday: 1 % × 3/30 of 100,00 = 0,10.
    what: 'Tuesday, after a Saturday',
    open: 10_000,
    due: '2026-11-21',
    today: '2026-11-24',
    expected: [3, 200, 10],
  },
  {
    // Friday 20/11 is Consciência Negra.
    what: 'Monday, after a holiday on a Friday',
    open: 10_000,
    due: '2026-11-20',
    today: '2026-11-23',
    expected: [0, 0, 0],
  },
  {
    // Late since Friday: 1 % × 4/30 of 100,00 = 0,1333… → 0,13.
    what: 'Tuesday, after a holiday on a Friday',
    open: 10_000,
    due: '2026-11-20',
    today: '2026-11-24',
    expected: [4, 200, 13],
  },
  {
    // Carnaval Monday and Tuesday, 16 and 17/02/2026.
    what: 'Ash Wednesday, after the Saturday before Carnaval',
    open: 10_000,
    due: '2026-02-14',
    today: '2026-02-18',
    expected: [0, 0, 0],
  },
  {
    // 2024 is a leap year: 28/02 (Wednesday), 29/02, 01/03. 2 % of 99,90 = 1,998 → 2,00;
    // 1 % × 2/30 of 99,90 = 0,0666 → 0,07.
    what: 'over 29 February',
    open: 9_990,
    due: '2024-02-28',
    today: '2024-03-01',
    expected: [2, 200, 7],
  },
  {
    // 2027 is none, 26/02 a Friday: 27, 28, 01/03. 1 % × 3/30 of 99,90 = 0,0999 → 0,10.
    what: 'over the end of a short February',
    open: 9_990,
    due: '2027-02-26',
    today: '2027-03-01',
    expected: [3, 200, 10],
  },
  {
    // 366 days: 1 % × 366/30 of 100,00 = 12,20.
    what: 'a year with 29 February in it',
    open: 10_000,
    due: '2028-02-28',
    today: '2029-02-28',
    expected: [366, 200, 1_220],
  },
  {
    // 365 days from 29/02 (Tuesday): 12,1666… → 12,17.
    what: 'a year from 29 February',
    open: 10_000,
    due: '2028-02-29',
    today: '2029-02-28',
    expected: [365, 200, 1_217],
  },
  {
    // Wednesday. 2 % of 59,90 = 1,198 → 1,20; 1 % × 2/30 of 59,90 = 0,03993… → 0,04.
    what: 'over the turn of the year',
    open: 5_990,
    due: '2026-12-30',
    today: '2027-01-01',
    expected: [2, 120, 4],
  },
  {
    // Thursday: banks close their books, and open again on Monday.
    what: 'the last day of the year, until banks open again',
    open: 5_990,
    due: '2026-12-31',
    today: '2027-01-04',
    expected: [0, 0, 0],
  },
  {
    // 1 % × 5/30 of 59,90 = 0,09983… → 0,10.
    what: 'the last day of the year, after banks opened again',
    open: 5_990,
    due: '2026-12-31',
    today: '2027-01-05',
    expected: [5, 120, 10],
  },
  {
    // 2 % of 0,25 = 0,005: half a cent goes up to 0,01. 1 % × 30/30 of 0,25 = 0,0025 → 0,00.
    what: 'a fine of exactly half a cent',
    open: 25,
    due: '2026-10-23',
    today: '2026-11-22',
    expected: [30, 1, 0],
  },
  {
    // 2 % of 0,24 = 0,0048 → 0,00.
    what: 'a fine of just under half a cent',
    open: 24,
    due: '2026-10-23',
    today: '2026-11-22',
    expected: [30, 0, 0],
  },
  {
    // 1 % × 10/30 of 1,50 = 0,005 → 0,01; 2 % of 1,50 = 0,03.
    what: 'interest of exactly half a cent',
    open: 150,
    due: '2026-11-12',
    today: '2026-11-22',
    expected: [10, 3, 1],
  },
  {
    // 1 % × 10/30 of 1,49 = 0,004966… → 0,00; 2 % of 1,49 = 0,0298 → 0,03.
    what: 'interest of just under half a cent',
    open: 149,
    due: '2026-11-12',
    today: '2026-11-22',
    expected: [10, 3, 0],
  },
  {
    // Thursday 08/10. 1,5 % of 250,10 = 3,7515 → 3,75; 0,5 % × 45/30 of 250,10 = 1,87575 → 1,88.
    what: 'broken percentages',
    open: 25_010,
    due: '2026-10-08',
    today: '2026-11-22',
    fine: 1.5,
    month: 0.5,
    expected: [45, 375, 188],
  },
  {
    // Monday 26/02/2024, 1000 days. 2 % of 49.999,99 = 999,9998 → 1.000,00;
    // 1 % × 1000/30 of 49.999,99 = 16.666,663… → 16.666,66.
    what: 'a thousand days of a large one',
    open: 4_999_999,
    due: '2024-02-26',
    today: '2026-11-22',
    expected: [1_000, 100_000, 1_666_666],
  },
  {
    what: 'no fine and no interest',
    open: 10_000,
    due: '2026-10-08',
    today: '2026-11-22',
    fine: 0,
    month: 0,
    expected: [45, 0, 0],
  },
];

describe('fine and interest, against what was computed by hand', () => {
  it.each(TABLE)('$what', ({ open, due, today, fine = 2, month = 1, expected }) => {
    const rule = { finePercent: fine, interestPercentMonth: month };
    const accrued = accruedUntil(cents(open), day(due), day(today), rule);
    expect([accrued.daysLate, accrued.fine, accrued.interest]).toEqual(expected);
    expect(accrued.total).toBe(accrued.fine + accrued.interest);
  });

  it.each(TABLE.filter(({ open }) => open >= 500))(
    'is what a charge until today adds, once: $what',
    ({ open, due, today, fine = 2, month = 1, expected }) => {
      const late = { ...invoice, open: cents(open), value: cents(open), dueDate: day(due) };
      const overdue = {
        ...facts.rules.overdue,
        finePercent: fine,
        interestPercentMonth: month,
      };
      const plan = planSend({
        ...facts,
        today: day(today),
        invoice: late,
        rules: { ...facts.rules, overdue },
        choices: { accrued: 'charge-until-today' },
      });
      const [, fineCents, interestCents] = expected;
      const value = open + fineCents + interestCents;
      // What accrued nothing keeps the account's own fine and interest for when it is late.
      const none = { finePercent: null, interestPercentMonth: null, discount: null };
      const zeros = { finePercent: 0, interestPercentMonth: 0, discount: null };
      const containsAccrued = value > open;
      expect(plan).toMatchObject({
        kind: 'new',
        draft: { value, containsAccrued, terms: containsAccrued ? zeros : none },
      });
    },
  );
});
