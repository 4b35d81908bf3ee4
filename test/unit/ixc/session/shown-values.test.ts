import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents, parseIxcMoney } from '../../../../lib/billing/money.ts';
import { plainDate, plainFlag, plainMoney } from '../../../../lib/ixc/session/shown-values.ts';

describe('an amount that a panel shows', () => {
  it.each([
    ['99,90', '99.90'],
    ['1.234,56', '1234.56'],
    ['1234,56', '1234.56'],
    ['1.234.567,89', '1234567.89'],
    ['-5,00', '-5.00'],
    ['0,00', '0.00'],
    ['99.90', '99.90'],
    ['1234.56', '1234.56'],
    ['59.900000000', '59.900000000'],
    ['26', '26'],
    ['', ''],
  ])('%j is %j', (shown, plain) => {
    expect(plainMoney(shown)).toBe(plain);
  });

  it.each([
    '1.234',
    '1,234',
    '12.345.678',
    '1,234.56',
    '12.34,56',
    '1.2345,67',
    '99,9',
    '99.9',
    '99,',
    ',90',
    '.90',
    'R$ 99,90',
    '99,90-',
    '1 234,56',
    '1e3',
    'NaN',
  ])('%j could mean two things, or none, and is refused', (shown) => {
    expect(plainMoney(shown)).toBeNull();
  });

  it('keeps every cent, in either notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (amount) => {
        const reais = Math.floor(amount / 100);
        const rest = String(amount % 100).padStart(2, '0');
        const grouped = reais.toLocaleString('pt-BR');
        for (const shown of [`${reais},${rest}`, `${grouped},${rest}`, `${reais}.${rest}`]) {
          expect(parseIxcMoney(plainMoney(shown) ?? '')).toBe(cents(amount));
        }
      }),
    );
  });
});

describe('a date that a panel shows', () => {
  it.each([
    ['22/11/2026', '2026-11-22'],
    ['05/06/2026', '2026-06-05'],
    ['22/11/2026 13:53:41', '2026-11-22 13:53:41'],
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22 13:53:41', '2026-11-22 13:53:41'],
    ['00/00/0000', '0000-00-00'],
    ['0000-00-00', '0000-00-00'],
    ['', ''],
  ])('%j is %j', (shown, plain) => {
    expect(plainDate(shown)).toBe(plain);
  });

  it.each([
    '22/11/26',
    '5/6/2026',
    '22-11-2026',
    '22.11.2026',
    'hoje',
    '2026/11/22',
    '2026-11-22T00:00',
  ])('%j is refused', (shown) => {
    expect(plainDate(shown)).toBeNull();
  });
});

describe('a flag that a panel shows', () => {
  it.each(['S', 'N', 'P', ''])('%j is what the database keeps', (shown) => {
    expect(plainFlag(shown)).toBe(shown);
  });

  it.each(['Sim', 'Não', 's', '1', 'true'])('%j is a word that proves nothing', (shown) => {
    expect(plainFlag(shown)).toBeNull();
  });
});
