import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

export type LocaleName = 'pt_BR' | 'en';

/** Reads a locale file as the built extension does: keys joined by `_`, `$1` filled. */
export function localeReader(language: LocaleName) {
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
