import { describe, expect, test } from 'vitest';
import { readWords } from '../../../../lib/ixc/panel/words.ts';
import { localeReader } from './locale-texts.ts';

const MINUTE = 60_000;

describe.each(['pt_BR', 'en'] as const)('%s', (language) => {
  test('has every word that the panel shows', () => {
    expect(() => readWords(localeReader(language))).not.toThrow();
  });
});

test('the buttons begin with the words that operators know', () => {
  const words = readWords(localeReader('pt_BR'));
  expect(words.send).toBe('Enviar via Asaas');
  expect(words.open).toBe('Ver cobrança');
  expect(words.invoice('123')).toBe('título 123');
});

test.each([
  [null, 'ainda não conferido'],
  [20_000, 'visto agora'],
  [2 * MINUTE, 'visto há 2 min'],
  [59 * MINUTE, 'visto há 59 min'],
  [3 * 60 * MINUTE, 'visto há 3 h'],
  [24 * 60 * MINUTE, 'visto há 1 dia'],
  [50 * 60 * MINUTE, 'visto há 2 dias'],
])('an age of %s ms reads "%s"', (age, text) => {
  expect(readWords(localeReader('pt_BR')).seen(age)).toBe(text);
});
