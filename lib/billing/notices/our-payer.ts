import { parseReference } from '../reference.ts';

/** Whose payer a reference says that it is: ours under one of these keys, another's of that form, or nobody's. */
export function ownerOf(
  reference: string | null,
  providerKeys: readonly string[],
): 'ours' | 'another' | 'nobody' {
  const parsed = reference === null ? null : parseReference(reference);
  if (parsed?.kind !== 'payer') return 'nobody';
  return providerKeys.includes(parsed.providerKey) ? 'ours' : 'another';
}
