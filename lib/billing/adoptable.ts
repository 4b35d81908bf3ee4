import type { Charge } from './charge.ts';
import { parseReference } from './reference.ts';
import { isEditable } from './status.ts';

/** How many charges that look the same a person can be said to have looked at. */
export const MOST_ALIKE = 20;

/**
 * Whether a charge that was found beside an invoice may be linked to it, which overwrites its reference:
 * one that Asaas still lets be changed, without a reference or naming this invoice under another provider
 * key. The reference of another system is how that system finds its charge, and one to another invoice
 * says whose it is.
 */
export function isAdoptable(charge: Charge, invoiceId: string): boolean {
  return isEditable(charge) && isFree(charge, invoiceId);
}

/** Whether nobody else's reference would be overwritten. */
export function isFree({ reference }: Charge, invoiceId: string): boolean {
  if (reference === null) return true;
  const ours = parseReference(reference);
  return ours?.kind === 'charge' && ours.invoiceId === invoiceId;
}
