import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cents,
  centsFromReais,
  formatBrl,
  parseIxcMoney,
  reaisOf,
} from '../../../lib/billing/money.ts';

const anyCents = fc.maxSafeInteger().map(cents);
/** Up to 100 million reais, far above any invoice, and where a double still tells cents apart. */
const plausibleCents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map(cents);

describe('cents', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s', (amount) => {
    expect(() => cents(amount)).toThrow(RangeError);
  });

  it('has one zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
  });
});

describe('money as IXC writes it', () => {
  it.each([
    ['26.00', 2600],
    ['0.00', 0],
    ['30', 3000],
    ['59.900000000', 5990],
    ['0.1', 10],
    ['007.50', 750],
    ['-12.34', -1234],
    ['-0.00', 0],
    // Half away from zero, digit by digit: 1.005 as a double is below the half.
    ['1.005', 101],
    ['1.00499999999999999999', 100],
    ['-1.005', -101],
    ['0.995', 100],
  ])('reads %s as %i cents', (text, expected) => {
    expect(parseIxcMoney(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    '10,00',
    '1.000,00',
    'R$ 10',
    '+1',
    '1.',
    '.5',
    '1e3',
    ' 1',
    '1\n',
    '١',
    '--1',
  ])('has no amount for %j', (text) => {
    expect(parseIxcMoney(text)).toBeNull();
  });

  it('has no amount for more than a number can hold exactly', () => {
    expect(parseIxcMoney('99999999999999999999.00')).toBeNull();
  });

  it('reads back every amount written with two decimals', () => {
    fc.assert(
      fc.property(anyCents, (amount) => {
        const digits = String(Math.abs(amount)).padStart(3, '0');
        const text = `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(parseIxcMoney(text)).toBe(amount);
      }),
    );
  });
});

describe('money as JSON', () => {
  it.each([
    [10.23, 1023],
    [0.1 + 0.2, 30],
    [1.005, 101],
    [8.01, 801],
    [29.16, 2916],
    [-0.99, -99],
    [1e-9, 0],
    [4.35, 435],
  ])('reads %d reais as %i cents', (reais, expected) => {
    expect(centsFromReais(reais)).toBe(expected);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21])('refuses %d', (reais) => {
    expect(() => centsFromReais(reais)).toThrow(RangeError);
  });

  it('survives the way there and back through JSON', () => {
    fc.assert(
      fc.property(plausibleCents, (amount) => {
        const json = JSON.stringify(reaisOf(amount));
        expect(json).toMatch(/^-?\d+(\.\d{1,2})?$/);
        expect(centsFromReais(JSON.parse(json) as number)).toBe(amount);
      }),
    );
  });
});

describe('money for people', () => {
  it('is written the Brazilian way, with a normal space', () => {
    expect(formatBrl(cents(123_456))).toBe('R$ 1.234,56');
    expect(formatBrl(cents(5))).toBe('R$ 0,05');
    expect(formatBrl(cents(-500))).toBe('-R$ 5,00');
  });

  it('is written the English way on request', () => {
    expect(formatBrl(cents(123_456), 'en')).toBe('R$1,234.56');
  });

  it('keeps every digit', () => {
    fc.assert(
      fc.property(plausibleCents, (amount) => {
        expect(Number(formatBrl(amount).replace(/\D/g, ''))).toBe(Math.abs(amount));
      }),
    );
  });
});
