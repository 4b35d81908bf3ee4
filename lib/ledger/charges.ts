import { compareForKeeping } from '../billing/live-order.ts';
import { parseReference } from '../billing/reference.ts';
import type { Charge } from '../billing/charge.ts';
import type { LedgerDatabase } from './database.ts';
import type { ChargeRow } from './rows.ts';

/** Attributes a charge to its invoice by our reference; null when the reference is not one of ours. */
export function chargeRow(charge: Charge, seenAt: number): ChargeRow | null {
  const reference = charge.reference === null ? null : parseReference(charge.reference);
  if (reference?.kind !== 'charge') return null;
  return { ...charge, providerKey: reference.providerKey, invoiceId: reference.invoiceId, seenAt };
}

/** A reading never replaces a newer one: answers can arrive out of order. */
export async function putCharge(ledger: LedgerDatabase, row: ChargeRow): Promise<boolean> {
  const known = await ledger.charges.get(row.id);
  if (known && known.seenAt > row.seenAt) return false;
  await ledger.charges.put(row);
  if (
    known &&
    (known.value !== row.value ||
      known.dueDate !== row.dueDate ||
      known.billingType !== row.billingType)
  ) {
    await ledger.codes.delete(row.id);
  }
  return true;
}

export async function chargesOf(
  ledger: LedgerDatabase,
  providerKey: string,
  invoiceId: string,
): Promise<ChargeRow[]> {
  return ledger.charges.where('[providerKey+invoiceId]').equals([providerKey, invoiceId]).toArray();
}

/**
 * The charge that speaks for the invoice: of the live or paid ones the first in the total order; only
 * when there is none, the newest deleted one.
 */
export function representative(rows: readonly ChargeRow[]): ChargeRow | null {
  const standing = rows.filter((row) => !row.deleted);
  const pool = standing.length > 0 ? standing : rows;
  return pool.toSorted(compareForKeeping)[0] ?? null;
}
