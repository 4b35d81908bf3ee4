import type { Charge } from '../../billing/charge.ts';
import { parseReference } from '../../billing/reference.ts';
import { livenessOf } from '../../billing/status.ts';

/**
 * Whether an invoice may have a charge of the second reference, by its charges in every account that were
 * listed now or are in the ledger. One is made only where an earlier one was given back, and Asaas removes
 * nothing but what is pending or overdue: whatever was given back stays in the lists of the first reference
 * for good. So only open ones, and those that were removed while they were, rule a second one out; anything
 * else (paid, settling, contested, given back, unknown) does not.
 */
export function mayHaveSecond(charges: readonly Charge[]): boolean {
  return charges.some((charge) => {
    const reference = charge.reference === null ? null : parseReference(charge.reference);
    if (reference?.kind === 'charge' && reference.generation > 1) return true;
    const liveness = livenessOf(charge);
    return liveness !== 'live' && liveness !== 'deleted';
  });
}
