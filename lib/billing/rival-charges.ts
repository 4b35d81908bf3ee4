import type { Charge } from './charge.ts';
import { meaningOf } from './charge-status.ts';
import { standingCharges } from './standing.ts';
import { livenessOf } from './status.ts';

/**
 * More charges of one invoice than there should be, and the one to keep where the facts say which.
 * `keep` is null where only a person can say.
 */
export type Rivalry =
  | {
      readonly kind: 'paid-twice';
      readonly chargeIds: readonly string[];
      readonly keep: string | null;
    }
  | {
      readonly kind: 'several-live';
      readonly chargeIds: readonly string[];
      readonly keep: string | null;
    };

/** Money that came in, whatever is being done about it since. */
function isPaid(charge: Charge): boolean {
  const liveness = livenessOf(charge);
  return liveness === 'paid' || charge.status === 'CONFIRMED';
}

/** The only one that has what the others lack; null when none or several do. */
function only<C extends Charge>(charges: readonly C[], has: (charge: C) => boolean): string | null {
  const [one, ...others] = charges.filter(has);
  return one !== undefined && others.length === 0 ? one.id : null;
}

/** Money at Asaas rather than a receipt in cash; then the one that was paid on an earlier day. */
function keptOfPaid(paid: readonly Charge[]): string | null {
  const isMoney = ({ status }: Charge) => meaningOf(status)?.group !== 'paid-manual';
  const money = paid.filter(isMoney);
  if (money.length === 1) return only(paid, isMoney);
  const days = money.map(({ clientPaymentDate }) => clientPaymentDate);
  if (days.some((day) => day === null)) return null;
  const first = days.toSorted((a, b) => ((a ?? '') < (b ?? '') ? -1 : 1))[0];
  return only(money, ({ clientPaymentDate }) => clientPaymentDate === first);
}

/**
 * What is wrong with the charges of one invoice, null when nothing is. What to keep is said by what was
 * paid and what the payer has opened; the age of a charge says nothing about which of them he will pay.
 */
export function rivalryOf(charges: readonly Charge[]): Rivalry | null {
  const standing = standingCharges(charges);
  const paid = standing.filter(isPaid);
  const ids = (some: readonly Charge[]) => some.map(({ id }) => id).toSorted();
  if (paid.length > 1) {
    return { kind: 'paid-twice', chargeIds: ids(paid), keep: keptOfPaid(paid) };
  }
  if (standing.length < 2) return null;
  const keep = only(standing, isPaid) ?? only(standing, ({ viewed }) => viewed);
  return { kind: 'several-live', chargeIds: ids(standing), keep };
}
