import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { textOf } from './project-files.ts';

type Messages = { [key: string]: string | Messages };

const portuguese = flat(parse(textOf('locales/pt_BR.yml')) as Messages);
const english = flat(parse(textOf('locales/en.yml')) as Messages);

function flat(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[prefix + key, value] as const]
        : [...flat(value, `${prefix}${key}.`)],
    ),
  );
}

function placeholders(text: string): string[] {
  return (text.match(/\$\d/g) ?? []).sort();
}

describe('locales', () => {
  test('both languages have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...portuguese.keys()].sort());
  });

  test('no text is empty', () => {
    const empty = [...portuguese, ...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  test('both languages put in the same values', () => {
    const different = [...portuguese].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });
});
