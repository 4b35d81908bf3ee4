import type { PanelUser } from '../../../messages/panel.ts';
import { SELECTORS } from '../selectors.ts';

/** Longer ones are no names. */
const LONGEST_NAME = 80;
/** How the panel names what it keeps of a user: `…_user_<id>`, and `service:<id>:…`. */
const OF_USER = [/_user_([1-9]\d{0,8})$/, /^service:([1-9]\d{0,8}):/] as const;

/**
 * Who works at this page, by what it shows and keeps in its own storage; asks nobody. Null where it names no
 * user, and where it names several: a computer that others use too keeps what was theirs, and a wrong name
 * in a record is worse than none.
 */
export function readOperator(document: Document): PanelUser | null {
  if (document.querySelector(SELECTORS.loginFrame)) return null;
  const id = onlyUser(keysOf(document));
  return id === null ? null : { id, name: nameOf(document) };
}

function onlyUser(keys: readonly string[]): string | null {
  for (const form of OF_USER) {
    const ids = new Set(keys.flatMap((key) => form.exec(key)?.[1] ?? []));
    const [id, ...others] = ids;
    if (others.length > 0) return null;
    if (id !== undefined) return id;
  }
  return null;
}

/** A page may keep its storage from scripts, and then tells nothing. */
function keysOf({ defaultView }: Document): readonly string[] {
  try {
    return defaultView === null ? [] : Object.keys(defaultView.localStorage);
  } catch {
    return [];
  }
}

function nameOf(document: Document): string | null {
  const text = document.querySelector(SELECTORS.userName)?.textContent ?? '';
  const name = text.replace(/\s+/g, ' ').trim();
  return name === '' || name.length > LONGEST_NAME ? null : name;
}
