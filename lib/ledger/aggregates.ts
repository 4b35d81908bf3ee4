import type { CivilDate } from '../billing/calendar.ts';
import { meaningOf } from '../billing/charge-status.ts';
import type { Charge } from '../billing/charge.ts';
import { hasBoleto, livenessOf } from '../billing/status.ts';
import type { LedgerDatabase } from './database.ts';
import type { AggregateRow, Bucket, ChargeRow } from './rows.ts';

type Place = Pick<AggregateRow, 'accountId' | 'providerKey' | 'bucket' | 'day'>;
type Counted = Pick<ChargeRow, 'accountId' | 'providerKey' | 'value'> &
  Parameters<typeof placeIn>[0];
/** What the charges of one place come to, or by how much that changed. */
export type Sums = ReadonlyMap<string, AggregateRow>;

/** The primary key of an aggregate. */
function aggregateKey(row: Place): [string, string, string, string] {
  return [row.accountId, row.providerKey, row.bucket, row.day];
}

/**
 * Where a charge is counted; null when nowhere. What was deleted is not counted, were it paid or not, nor
 * is a status that is not known, money that is merely on its way, or a payment without its day.
 */
function placeIn(
  charge: Pick<
    Charge,
    'status' | 'deleted' | 'billingType' | 'paymentDate' | 'dueDate' | 'creditDate' | 'createdOn'
  >,
): { readonly bucket: Bucket; readonly day: CivilDate } | null {
  if (charge.deleted) return null;
  if (livenessOf(charge) === 'live') {
    return { bucket: hasBoleto(charge) ? 'open' : 'open-no-boleto', day: charge.dueDate };
  }
  switch (meaningOf(charge.status)?.group) {
    case 'confirmed':
      return { bucket: 'confirmed', day: charge.creditDate ?? charge.createdOn };
    case 'paid':
      return charge.paymentDate && { bucket: 'received', day: charge.paymentDate };
    case 'paid-manual':
      return charge.paymentDate && { bucket: 'received-in-cash', day: charge.paymentDate };
    case 'contested':
      return { bucket: 'contested', day: charge.dueDate };
    default:
      return null;
  }
}

/** Adds what each reading changed, `before` and `after` it (absent: there was, or is, no such charge). */
export function sumsOf(
  changes: Iterable<{
    readonly before?: Counted | undefined;
    readonly after?: Counted | undefined;
  }>,
): Sums {
  const sums = new Map<string, AggregateRow>();
  const add = (charge: Counted | undefined, sign: 1 | -1) => {
    const place = charge && placeIn(charge);
    if (!place) return;
    const { accountId, providerKey } = charge;
    const at = { accountId, providerKey, ...place };
    const key = aggregateKey(at).join('\n');
    const { count = 0, cents = 0 } = sums.get(key) ?? {};
    sums.set(key, { ...at, count: count + sign, cents: cents + sign * charge.value });
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return sums;
}

/**
 * Adds sums to those on disk. Must run in the transaction that writes the charges, which `aggregates`
 * belongs to. A place that nothing is left in has no row.
 */
export async function addSums(
  { aggregates }: Pick<LedgerDatabase, 'aggregates'>,
  sums: Sums,
): Promise<void> {
  const deltas = [...sums.values()].filter(({ count, cents }) => count !== 0 || cents !== 0);
  if (deltas.length === 0) return;
  const known = await aggregates.bulkGet(deltas.map(aggregateKey));
  const next = deltas.map((delta, index) => ({
    ...delta,
    count: delta.count + (known[index]?.count ?? 0),
    cents: delta.cents + (known[index]?.cents ?? 0),
  }));
  await aggregates.bulkPut(next.filter(({ count }) => count > 0));
  const emptied = next.filter(({ count }) => count <= 0);
  if (emptied.length > 0) await aggregates.bulkDelete(emptied.map(aggregateKey));
}
