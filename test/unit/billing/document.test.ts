import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentKind,
  formatDocument,
  maskDocument,
  normaliseDocument,
} from '../../../lib/billing/document.ts';

/** Check digits worked out the way the Receita's text tells it: explicit weights, remainder, 11 minus. */
function withCheckDigits(base: string, weights: readonly number[]): string {
  const digit = (text: string, by: readonly number[]) => {
    const sum = [...text].reduce((all, c, at) => all + (c.charCodeAt(0) - 48) * (by[at] ?? NaN), 0);
    return String(sum % 11 < 2 ? 0 : 11 - (sum % 11));
  };
  const first = digit(base, weights.slice(1));
  return base + first + digit(base + first, weights);
}
const CPF_WEIGHTS = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
const CNPJ_WEIGHTS = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];

const characters = (alphabet: string, length: number) =>
  fc
    .array(fc.constantFrom(...alphabet), { minLength: length, maxLength: length })
    .map((list) => list.join(''))
    .filter((text) => !/^(.)\1*$/.test(text));
const cpf = characters('0123456789', 9).map((base) => withCheckDigits(base, CPF_WEIGHTS));
const cnpj = characters('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 12).map((base) =>
  withCheckDigits(base, CNPJ_WEIGHTS),
);

describe('the kind of a document', () => {
  it.each([
    ['529.982.247-25', 'cpf'],
    ['24971563792', 'cpf'],
    ['000.000.001-91', 'cpf'],
    ['11.222.333/0001-81', 'cnpj'],
    // The Receita's own example of the alphanumeric CNPJ.
    ['12.ABC.345/01DE-35', 'cnpj'],
    ['12abc34501de35', 'cnpj'],
  ])('of %s is %s', (text, kind) => {
    expect(documentKind(text)).toBe(kind);
  });

  it.each([
    '',
    '529.982.247-26',
    '111.111.111-11',
    '00000000000',
    '00.000.000/0000-00',
    '11.222.333/0001-82',
    '12.ABC.345/01DE-36',
    '5299822472',
    '5299822472A',
    '12ABC34501DEAB',
    'não tem',
  ])('of %j is none', (text) => {
    expect(documentKind(text)).toBeNull();
  });

  it('accepts what the published rule makes, punctuated or not', () => {
    fc.assert(
      fc.property(cpf, cnpj, (person, company) => {
        expect(documentKind(person)).toBe('cpf');
        expect(documentKind(formatDocument(person))).toBe('cpf');
        expect(documentKind(company)).toBe('cnpj');
        expect(documentKind(formatDocument(company).toLowerCase())).toBe('cnpj');
      }),
    );
  });

  it('refuses every other pair of check digits', () => {
    const pair = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
    fc.assert(
      fc.property(fc.oneof(cpf, cnpj), pair, (document, digits) => {
        const isTheRightOne = document.endsWith(digits);
        expect(documentKind(document.slice(0, -2) + digits) !== null).toBe(isTheRightOne);
      }),
    );
  });
});

describe('a document for people', () => {
  it('is punctuated', () => {
    expect(formatDocument('52998224725')).toBe('529.982.247-25');
    expect(formatDocument('12ABC34501DE35')).toBe('12.ABC.345/01DE-35');
    expect(formatDocument('123')).toBe('123');
  });

  it('is masked to what recognises it and does not identify it', () => {
    expect(maskDocument('123.456.789-09')).toBe('***.456.789-**');
    expect(maskDocument('12345678000195')).toBe('**.***.678/0001-**');
    expect(maskDocument('1234')).toBe('***');
    expect(maskDocument('')).toBe('');
  });

  it('never shows what it masks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const shown = maskDocument(text).replace(/[^0-9A-Z]/g, '');
        expect(shown.length).toBeLessThanOrEqual(
          Math.floor(normaliseDocument(text).length / 2) + 1,
        );
      }),
    );
  });
});
