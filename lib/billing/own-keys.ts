import type { Charge } from './charge.ts';
import { isProviderKey, parseReference } from './reference.ts';

/**
 * Every key under which charges of one provider were made: the one that is written today and the others
 * that are only looked for. Each once, the one in use first; what is no key is left out.
 */
export function ownKeys(providerKey: string | null, aliases: readonly string[]): readonly string[] {
  const all = providerKey === null ? aliases : [providerKey, ...aliases];
  return [...new Set(all)].filter(isProviderKey);
}

/** Whether a charge carries a reference of another key than the one that is written, which was only named. */
export function isUnderAlias(
  { reference }: Pick<Charge, 'reference'>,
  { providerKey, aliases }: { providerKey: string | null; aliases: readonly string[] },
): boolean {
  const others = aliases.filter((alias) => alias !== providerKey);
  return isOfKeys({ reference }, others);
}

/** Whether a charge carries a reference of one of these keys, whatever invoice it names. */
export function isOfKeys({ reference }: Pick<Charge, 'reference'>, keys: readonly string[]) {
  const parsed = reference === null ? null : parseReference(reference);
  return parsed !== null && keys.includes(parsed.providerKey);
}
