import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  businessDayFrom,
  isBusinessDay,
  nextBusinessDay,
  previousBusinessDay,
} from '../../../lib/billing/business-days.ts';
import { addDays, type CivilDate, daysBetween, isWeekend } from '../../../lib/billing/calendar.ts';
import { classifyCharge, overdueFrom } from '../../../lib/billing/status.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';
import { CLOSED_WEEKDAYS } from './bank-holidays.ts';

const closed = new Set(Object.values(CLOSED_WEEKDAYS).flat());
const FIRST = day('2024-01-01');
const DAYS = daysBetween(FIRST, day('2030-12-31'));
const anyDay = fc.integer({ min: 0, max: DAYS - 30 }).map((days) => addDays(FIRST, days));

/** By the table alone. */
function opensBy(date: CivilDate): boolean {
  return !isWeekend(date) && !closed.has(date);
}

/** The `count`-th day on which banks open, of the date and those after it. */
function openDay(date: CivilDate, count: number): CivilDate {
  const open = Array.from({ length: 30 }, (_, after) => addDays(date, after)).filter(opensBy);
  return open[count - 1] ?? date;
}

describe('a business day', () => {
  it.each(Object.keys(CLOSED_WEEKDAYS).map(Number))(
    'is every weekday of %i but those that the table closes',
    (year) => {
      const start = day(`${year}-01-01`);
      const all = Array.from({ length: 366 }, (_, after) => addDays(start, after));
      const weekdays = all.filter((date) => date.startsWith(String(year)) && !isWeekend(date));
      expect(weekdays.filter((date) => !isBusinessDay(date))).toEqual(CLOSED_WEEKDAYS[year]);
    },
  );

  it('is 20 November only before it became a national holiday', () => {
    expect(isBusinessDay(day('2023-11-20'))).toBe(true);
    expect(isBusinessDay(day('2024-11-20'))).toBe(false);
  });

  it('is Ash Wednesday, and Christmas Eve, on which banks open for fewer hours', () => {
    expect(isBusinessDay(day('2026-02-18'))).toBe(true);
    expect(isBusinessDay(day('2026-12-24'))).toBe(true);
  });

  it('is looked for in the very date first, or only after it', () => {
    expect(businessDayFrom(day('2026-11-19'))).toBe('2026-11-19');
    // Friday is a holiday.
    expect(nextBusinessDay(day('2026-11-19'))).toBe('2026-11-23');
    expect(businessDayFrom(day('2026-02-14'))).toBe('2026-02-18');
    // Thursday 31 December, then New Year and a weekend.
    expect(businessDayFrom(day('2026-12-31'))).toBe('2027-01-04');
  });

  it('agrees with the table from any day on', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(businessDayFrom(date)).toBe(openDay(date, 1));
        expect(nextBusinessDay(date)).toBe(openDay(addDays(date, 1), 1));
        expect(previousBusinessDay(nextBusinessDay(date))).toBe(
          opensBy(date) ? date : previousBusinessDay(date),
        );
        expect(previousBusinessDay(openDay(date, 2))).toBe(openDay(date, 1));
      }),
    );
  });
});

describe('overdue', () => {
  const billingTypes = fc.constantFrom('BOLETO', 'UNDEFINED', 'PIX', 'CREDIT_CARD');

  it('begins the day after the business day on which it could still be paid, a boleto one later', () => {
    fc.assert(
      fc.property(anyDay, (due) => {
        expect(overdueFrom(due, false)).toBe(addDays(openDay(due, 1), 1));
        expect(overdueFrom(due, true)).toBe(addDays(openDay(due, 2), 1));
      }),
    );
  });

  it('is what an unpaid charge is from that day on, and on no day before', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 12 }),
        billingTypes,
        fc.constantFrom('PENDING', 'OVERDUE'),
        (dueDate, after, billingType, status) => {
          const today = addDays(dueDate, after);
          const mayPayAtBank = billingType === 'BOLETO' || billingType === 'UNDEFINED';
          const last = openDay(dueDate, mayPayAtBank ? 2 : 1);
          const group = classifyCharge({ ...charge, billingType, status, dueDate }, today);
          expect(group === 'overdue').toBe(today > last);
        },
      ),
    );
  });

  it('is not said on the business day after the due date of what may have been paid by boleto', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('BOLETO', 'UNDEFINED'), (dueDate, billingType) => {
        const today = openDay(dueDate, 2);
        const group = classifyCharge({ ...charge, billingType, status: 'OVERDUE', dueDate }, today);
        expect(group).toBe('clearing');
      }),
    );
  });
});
