import { describe, expect, test } from 'vitest';
import { addedTerms, descriptionTemplate, route } from '../../../lib/settings/fields.ts';

const inherited = {
  ...{ finePercent: null, interestPercentMonth: null, discount: null, registrationDays: null },
};
const accepts = (change: object) => addedTerms.safeParse({ ...inherited, ...change }).success;

describe('what new charges carry', () => {
  test.each([
    {},
    { finePercent: 2, interestPercentMonth: 1 },
    { finePercent: 0, interestPercentMonth: 0 },
    { discount: { kind: 'percent', amount: 99.5, daysBefore: 0 } },
    { discount: { kind: 'fixed', amount: 500, daysBefore: 60 } },
    { registrationDays: 0 },
  ])('may be %j', (change) => {
    expect(accepts(change)).toBe(true);
  });

  test.each([
    ['a fine above the law', { finePercent: 2.01 }],
    ['interest above the law', { interestPercentMonth: 1.5 }],
    ['a negative fine', { finePercent: -1 }],
    ['a discount of everything', { discount: { kind: 'percent', amount: 100, daysBefore: 0 } }],
    ['a discount of nothing', { discount: { kind: 'fixed', amount: 0, daysBefore: 0 } }],
    ['a part of a cent', { discount: { kind: 'fixed', amount: 10.5, daysBefore: 0 } }],
    ['a discount for paying late', { discount: { kind: 'fixed', amount: 5, daysBefore: -1 } }],
    ['a registration that ends before the due date', { registrationDays: -1 }],
  ])('is never %s', (_what, change) => {
    expect(accepts(change)).toBe(false);
  });
});

test('a description says something, and leaves room for the attempt code', () => {
  const accepted = (text: string) => descriptionTemplate.safeParse(text).success;
  expect([accepted(''), accepted('x'), accepted('x'.repeat(300))]).toEqual([false, true, true]);
  expect(accepted('x'.repeat(301))).toBe(false);
});

test('a route names a filial, a carteira or both: for everything there is the panel’s own account', () => {
  const accepted = (filialId: string | null, carteiraId: string | null) =>
    route.safeParse({ filialId, carteiraId, accountId: 'sandbox:1' }).success;
  expect([accepted('1', null), accepted(null, '1'), accepted('1', '1')]).toEqual([
    ...[true, true, true],
  ]);
  expect(accepted(null, null)).toBe(false);
});
