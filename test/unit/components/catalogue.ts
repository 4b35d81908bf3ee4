import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The messages of a file of `locales/`, plural forms and all, by their dotted key. */
export function catalogue(locale: 'pt_BR' | 'en'): ReadonlyMap<string, string> {
  const file = new URL(`../../../locales/${locale}.yml`, import.meta.url);
  const messages = new Map<string, string>();
  flatten(parse(readFileSync(file, 'utf8')), '', messages);
  return messages;
}

function flatten(value: unknown, key: string, into: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) {
    into.set(key, String(value));
    return;
  }
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.every(([name]) => name === 'n' || /^\d$/.test(name)))
    into.set(key, entries.map(([, text]) => String(text)).join(' | '));
  else
    for (const [name, child] of entries) flatten(child, key === '' ? name : `${key}.${name}`, into);
}
