import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { readWords } from '../../../../lib/ixc/panel/words.ts';

/** Reads a locale file as the built extension does: keys joined by `_`, `$1` filled. */
function reader(language: 'pt_BR' | 'en') {
  const file = new URL(`../../../../locales/${language}.yml`, import.meta.url);
  const messages: unknown = parse(readFileSync(file, 'utf8'));
  return (key: string, substitution = ''): string => {
    const text = find(messages, key);
    if (text === null) throw new Error(`locales/${language}.yml has no ${key}`);
    return text.replace('$1', substitution);
  };
}

function find(node: unknown, key: string): string | null {
  if (typeof node === 'string') return key === '' ? node : null;
  if (typeof node !== 'object' || node === null) return null;
  for (const [name, child] of Object.entries(node)) {
    if (key !== name && !key.startsWith(`${name}_`)) continue;
    const found = find(child, key.slice(name.length + 1));
    if (found !== null) return found;
  }
  return null;
}

const MINUTE = 60_000;

describe.each(['pt_BR', 'en'] as const)('%s', (language) => {
  test('has every word that the panel shows', () => {
    expect(() => readWords(reader(language))).not.toThrow();
  });
});

test('the buttons begin with the words that operators know', () => {
  const words = readWords(reader('pt_BR'));
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
  expect(readWords(reader('pt_BR')).seen(age)).toBe(text);
});
