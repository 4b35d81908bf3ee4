import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  civilDate,
  daysBetween,
  formatDayMonthYear,
  isWeekend,
  parseDayMonthYear,
  todayInSaoPaulo,
} from '../../../lib/billing/calendar.ts';
import { day } from '../../fixtures/day.ts';

const anyDay = fc
  .date({
    min: new Date('1990-01-01T00:00:00Z'),
    max: new Date('2100-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe('a civil date', () => {
  it.each(['2026-11-22', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])(
    'is %s',
    (text) => {
      expect(civilDate(text)).toBe(text);
    },
  );

  it.each([
    '',
    '0000-00-00',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '0000-01-01',
    '2026-1-1',
    '22/11/2026',
    '2026-11-22 10:00:00',
    '2026-11-22\n',
  ])('is not %j', (text) => {
    expect(civilDate(text)).toBeNull();
  });

  it('is exactly what the machine calendar has', () => {
    fc.assert(
      fc.property(fc.nat(9999), fc.nat(13), fc.nat(32), (year, month, dayOfMonth) => {
        const text = [
          String(year).padStart(4, '0'),
          String(month).padStart(2, '0'),
          String(dayOfMonth).padStart(2, '0'),
        ].join('-');
        const time = Date.parse(`${text}T00:00:00Z`);
        const isReal =
          year > 0 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
        expect(civilDate(text) !== null).toBe(isReal);
      }),
    );
  });
});

describe('arithmetic of days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    // The last days on which Brazil changed its clocks: a day is a day.
    ['2018-11-03', 1, '2018-11-04'],
    ['2019-02-16', 1, '2019-02-17'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(day(from), days)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  it('comes back, and agrees with the order of the texts', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(addDays(other, -days)).toBe(date);
        expect(date < other).toBe(days > 0);
      }),
    );
  });

  it('refuses to leave the four-digit years', () => {
    expect(() => addDays(day('9999-12-31'), 1)).toThrow(RangeError);
  });
});

describe('a weekend', () => {
  it('is Saturday and Sunday', () => {
    expect(isWeekend(day('2026-11-21'))).toBe(true);
    expect(isWeekend(day('2026-11-22'))).toBe(true);
    expect(isWeekend(day('2026-11-23'))).toBe(false);
  });
});

describe('today in São Paulo', () => {
  it.each([
    ['2026-11-22T02:59:59Z', '2026-11-21'],
    ['2026-11-22T03:00:00Z', '2026-11-22'],
    // Daylight saving time, until 2019: two hours behind UTC.
    ['2018-12-25T01:59:59Z', '2018-12-24'],
    ['2018-12-25T02:00:00Z', '2018-12-25'],
  ])('at %s is %s', (instant, expected) => {
    expect(todayInSaoPaulo(Date.parse(instant))).toBe(expected);
  });
});

describe('dates for people', () => {
  it('are day, month and year', () => {
    expect(formatDayMonthYear(day('2026-11-02'))).toBe('02/11/2026');
  });

  it.each(['2/11/2026', '31/02/2026', '2026-11-02', '02-11-2026', ''])('are not %j', (text) => {
    expect(parseDayMonthYear(text)).toBeNull();
  });

  it('are read back', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(parseDayMonthYear(formatDayMonthYear(date))).toBe(date);
      }),
    );
  });
});
