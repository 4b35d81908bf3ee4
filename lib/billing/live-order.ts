import type { Charge } from './charge.ts';
import { livenessOf, type Liveness } from './status.ts';

/** Lower keeps. Whatever may hold money comes before what is merely open, and that before what is gone. */
const RANK: Readonly<Record<Liveness, number>> = {
  paid: 0,
  settling: 1,
  contested: 1,
  unknown: 1,
  live: 2,
  refunded: 3,
  deleted: 3,
};

type Ordered = Pick<
  Charge,
  'id' | 'status' | 'deleted' | 'paymentDate' | 'createdOn' | 'invoiceNumber'
>;

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Asaas's invoice numbers are decimal strings with leading zeros; one that is missing comes last. */
function compareNumbers(a: string | null, b: string | null): number {
  const digits = (text: string | null) =>
    text !== null && /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, '') : null;
  const [left, right] = [digits(a), digits(b)];
  if (left === null || right === null) {
    return (left === null ? 1 : 0) - (right === null ? 1 : 0);
  }
  return left.length - right.length || compareText(left, right);
}

/**
 * Total order of the charges of one reference, the one to keep first: paid, then the oldest, then the
 * lowest invoice number, then the id. Two browsers that look at the same charges must keep the same one.
 */
export function compareForKeeping(a: Ordered, b: Ordered): number {
  return (
    RANK[livenessOf(a)] - RANK[livenessOf(b)] ||
    compareText(a.createdOn, b.createdOn) ||
    compareNumbers(a.invoiceNumber, b.invoiceNumber) ||
    compareText(a.id, b.id)
  );
}
