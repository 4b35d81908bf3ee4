import type { Charge } from './charge.ts';
import { compareForKeeping } from './live-order.ts';
import { livenessOf, type Liveness } from './status.ts';

const STANDING: ReadonlySet<Liveness> = new Set(['live', 'paid', 'settling', 'contested']);

/** Charges that money could still come in for, or already did, in the order in which they are kept. */
export function standingCharges<C extends Charge>(charges: readonly C[]): C[] {
  return charges.filter((charge) => STANDING.has(livenessOf(charge))).toSorted(compareForKeeping);
}

/** Nothing of it can be paid any more, and nothing that was paid was kept. */
export function isGone(charge: Charge): boolean {
  const liveness = livenessOf(charge);
  return liveness === 'deleted' || liveness === 'refunded';
}
