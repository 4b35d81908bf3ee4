import type { Charge } from './charge.ts';
import { parseReference } from './reference.ts';

/** How many charges that look the same a person can be said to have looked at. */
export const MOST_ALIKE = 20;

/**
 * Whether a charge that was found beside an invoice may be linked to it, which overwrites its reference:
 * one without a reference, or one that names this invoice under another provider key. The reference of
 * another system is how that system finds its charge, and one to another invoice says whose it is.
 */
export function isAdoptable({ reference }: Charge, invoiceId: string): boolean {
  if (reference === null) return true;
  const ours = parseReference(reference);
  return ours?.kind === 'charge' && ours.invoiceId === invoiceId;
}
