import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NOTHING_TYPED,
  typedInvoiceOf,
  wrongFields,
} from '../../../entrypoints/drawer/typed/typed-draft.ts';
import { typedMoney } from '../../../components/typed-money.ts';
import { moneyText } from '../../../components/formats.ts';
import { cents } from '../../../lib/billing/money.ts';
import { typedInvoice } from '../../../lib/messages/drawer.ts';

const whole = {
  ...NOTHING_TYPED,
  open: '99,90',
  dueDate: '2026-12-10',
  customerId: '901',
  name: 'Maria Exemplo',
  document: '123.456.789-09',
};

describe('an amount as people type it', () => {
  test.each([
    ['99,90', 9990],
    ['99.90', 9990],
    ['99,9', 9990],
    ['99', 9900],
    ['1.234', 123400],
    ['1.234,56', 123456],
    [' R$ 1.234.567,00 ', 123456700],
  ])('"%s" is %i cents', (typed, amount) => {
    expect(typedMoney(typed)).toBe(amount);
  });
  test.each(['', '-1', '1,234', '1.23,45', '1.2345', '12.34.56', '1e3', 'dez'])(
    '"%s" is none, or may be two things',
    (typed) => {
      expect(typedMoney(typed)).toBeNull();
    },
  );
  test('what is shown is read back as it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (amount) => {
        expect(typedMoney(moneyText(cents(amount)))).toBe(amount);
      }),
    );
  });
});

describe('an invoice typed by hand', () => {
  test('e-mail and phone may be left out', () => {
    expect(wrongFields(whole)).toEqual([]);
    expect(typedInvoiceOf(whole)).toMatchObject({ open: 9990, email: null, mobilePhone: null });
  });
  test.each([
    ['open', '0'],
    ['open', '1.000.000,01'],
    ['dueDate', '2026-02-30'],
    ['customerId', '0901'],
    ['name', ' M '],
    ['document', '123.456.789-00'],
    ['email', 'maria@cliente'],
    ['mobilePhone', '1234'],
  ] as const)('%s "%s" sends nothing', (field, typed) => {
    expect(wrongFields({ ...whole, [field]: typed })).toEqual([field]);
    expect(typedInvoiceOf({ ...whole, [field]: typed })).toBeNull();
  });
  test('whatever is sent is what the worker takes', () => {
    const text = fc.string({ maxLength: 40 });
    const draft = fc.record({
      open: text,
      customerId: text,
      name: text,
      email: text,
      mobilePhone: text,
    });
    fc.assert(
      fc.property(draft, (typed) => {
        const sent = typedInvoiceOf({ ...whole, ...typed });
        return sent === null || typedInvoice.safeParse(sent).success;
      }),
    );
  });
});
