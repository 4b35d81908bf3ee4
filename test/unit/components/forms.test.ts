import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { permissionPattern } from '../../../entrypoints/options/panel/permission-pattern.ts';
import { strengthOf } from '../../../entrypoints/options/security/passphrase-strength.ts';
import { decimalWithin } from '../../../entrypoints/options/sending/decimal.ts';
import { draftOf, saveRequest } from '../../../entrypoints/options/sending/sending-draft.ts';
import { termsDraftOf, termsOf } from '../../../entrypoints/options/sending/terms-draft.ts';
import { INHERITED_TERMS } from '../../../lib/billing/added-terms.ts';

describe('permission pattern', () => {
  test('Chromium is asked for the port too, Firefox for the whole host', () => {
    const origin = 'https://203.0.113.7:8443';
    expect(permissionPattern(origin, { firefox: false })).toBe('https://203.0.113.7:8443/*');
    expect(permissionPattern(origin, { firefox: true })).toBe('https://203.0.113.7/*');
  });
});

describe('numbers as people type them', () => {
  test('comma and point both separate decimals', () => {
    expect(decimalWithin(' 1,5 ', 0, 2)).toBe(1.5);
    expect(decimalWithin('1.5', 0, 2)).toBe(1.5);
  });
  test.each(['', 'dois', '-1', '1e3', '1,5,5', '2.01', ' '])(
    '"%s" is not within 0 and 2',
    (typed) => {
      expect(decimalWithin(typed, 0, 2)).toBeNull();
    },
  );
  test('what it gives is always within bounds', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => {
        const value = decimalWithin(typed, 0, 60);
        return value === null || (value >= 0 && value <= 60);
      }),
    );
  });
});

describe('sending settings', () => {
  const saved = {
    billingType: 'PIX',
    notifier: 'ixc',
    overdue: { dueInDays: 3, accrued: 'ask', finePercent: 1.5, interestPercentMonth: 0.033 },
    terms: {
      finePercent: 2,
      interestPercentMonth: null,
      discount: { kind: 'fixed', amount: 1050, daysBefore: 5 },
      registrationDays: 0,
    },
    description: 'Título {titulo}',
    oneClick: true,
  } as const;

  test('what was saved comes back as it was, whatever the decimal mark', () => {
    for (const mark of [',', '.'])
      expect(saveRequest(draftOf(saved, mark))).toEqual({ verb: 'sending/save', ...saved });
  });
  test('nothing is saved while nobody was chosen to notify', () => {
    expect(saveRequest({ ...draftOf(saved, ','), notifier: null })).toBeNull();
  });
  test('a due date takes whole days only', () => {
    expect(saveRequest({ ...draftOf(saved, ','), dueInDays: '1,5' })).toBeNull();
  });
  test('fine above 2 % and interest above 1 % a month are refused', () => {
    expect(saveRequest({ ...draftOf(saved, ','), finePercent: '2,01' })).toBeNull();
    expect(saveRequest({ ...draftOf(saved, ','), interestPercentMonth: '1,01' })).toBeNull();
  });
});

describe('terms of new charges', () => {
  const draft = termsDraftOf(INHERITED_TERMS, String);

  test('blank inherits everything', () => {
    expect(termsOf(draft)).toEqual(INHERITED_TERMS);
  });
  test('zero is not blank', () => {
    expect(termsOf({ ...draft, lateFine: '0', registrationDays: '0' })).toEqual({
      ...INHERITED_TERMS,
      finePercent: 0,
      registrationDays: 0,
    });
  });
  test.each([
    ['a fine above the law', { lateFine: '2,01' }],
    ['interest above the law', { lateInterest: '1,01' }],
    ['half a day of registration', { registrationDays: '1,5' }],
    ['a discount of nothing', { discountKind: 'fixed', discountAmount: '0' }],
    ['a discount of everything', { discountKind: 'percent', discountAmount: '100' }],
    [
      'a discount without its days',
      { discountKind: 'fixed', discountAmount: '5', discountDays: '' },
    ],
  ] as const)('%s is refused', (_what, typed) => {
    expect(termsOf({ ...draft, ...typed })).toBeNull();
  });
  test('a fixed discount is typed in reais and kept in cents', () => {
    expect(
      termsOf({ ...draft, discountKind: 'fixed', discountAmount: '1,15', discountDays: '2' }),
    ).toMatchObject({ discount: { kind: 'fixed', amount: 115, daysBefore: 2 } });
  });
});

describe('passphrase hint', () => {
  test.each([
    ['nove caract'.slice(0, 9), 'short'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['provedor123', 'weak'],
    ['ponte azul grande', 'fair'],
    ['ponte azul grande chuva', 'strong'],
  ])('"%s" is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });
});
