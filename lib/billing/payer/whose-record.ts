import type { Payer } from '../charge.ts';
import { parseReference } from '../reference.ts';

/**
 * Whether nobody else lays claim to a payer: it has no reference at all, or this customer's, under a key of
 * the provider. One of another system is that system's, whatever CPF it has.
 */
export function isUnclaimed(
  { reference }: Pick<Payer, 'reference'>,
  customerId: string,
  providerKeys: readonly string[],
): boolean {
  if (reference === null) return true;
  const parsed = parseReference(reference);
  if (parsed?.kind !== 'payer' || !providerKeys.includes(parsed.providerKey)) return false;
  return parsed.customerId === customerId;
}
