import { messagesOf } from '../../fixtures/messages.ts';

export type Language = 'pt-BR' | 'en';

type Catalogue = ReturnType<typeof messagesOf>;

const LOCALES = { 'pt-BR': 'pt_BR', en: 'en' } as const;
const loaded = new Map<Language, Catalogue>();

function catalogue(lang: Language): Catalogue {
  const entries = loaded.get(lang) ?? messagesOf(LOCALES[lang]);
  loaded.set(lang, entries);
  return entries;
}

/**
 * The pattern of a message as a page shows it: `key` is its path in `locales/` (codes may keep their
 * hyphens), and each `$1` or `{name}` stands for whatever the page filled in. Throws when the
 * language has no such message.
 */
export function message(lang: Language, key: string): RegExp {
  const text = words(lang, key.replaceAll('-', '_'));
  const parts = text
    .split(/\$\d|\{\w+\}/)
    .map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(parts.join('[\\s\\S]{0,200}?').replace(/\s+/g, '\\s+'));
}

/** The words of a message without variable parts, by its path in `locales/`. */
export function words(lang: Language, key: string): string {
  const text = catalogue(lang).get(key);
  if (text === undefined) throw new Error(`locales/${LOCALES[lang]}.yml has no message "${key}"`);
  return text;
}

/**
 * The label that says `portuguese` in another language: the Portuguese words are the product's
 * contract with its operators, and `locales/` says how the same label reads elsewhere.
 */
export function label(lang: Language, portuguese: string): string {
  const keys = [...catalogue('pt-BR')]
    .filter(([, text]) => text === portuguese)
    .map(([key]) => key);
  const translations = new Set(keys.map((key) => catalogue(lang).get(key)));
  const [only] = translations;
  if (translations.size !== 1 || only === undefined)
    throw new Error(
      `"${portuguese}" has ${translations.size} translations in locales/${LOCALES[lang]}.yml`,
    );
  return only;
}
