import { compareForKeeping } from '../billing/live-order.ts';
import { parseReference } from '../billing/reference.ts';
import { NOT_FOUND, NOT_FOUND_ONCE_PAID } from '../billing/charge-status.ts';
import { livenessOf } from '../billing/status.ts';
import type { Charge } from '../billing/charge.ts';
import type { LedgerDatabase } from './database.ts';
import { putCharges } from './put-charges.ts';
import type { ChargeRow } from './rows.ts';

/**
 * Attributes a charge to its invoice by our reference; null when the reference is not one of ours.
 * `seenAt` is when the reading was asked for, ms: what is older must never win by answering later.
 */
export function chargeRow(charge: Charge, seenAt: number): ChargeRow | null {
  const reference = charge.reference === null ? null : parseReference(charge.reference);
  if (reference?.kind !== 'charge') return null;
  return { ...charge, providerKey: reference.providerKey, invoiceId: reference.invoiceId, seenAt };
}

/** Keeps one reading, as `putCharges` does. False when a newer one is known already. */
export async function putCharge(
  ledger: LedgerDatabase,
  row: ChargeRow,
  now: number,
): Promise<boolean> {
  return (await putCharges(ledger, [row], now)).length > 0;
}

/** An invoice's charges, under any of these keys of its provider. `environment` leaves out those of the other one: a test is never a payment. */
export async function chargesOf(
  ledger: LedgerDatabase,
  keys: readonly string[],
  invoiceId: string,
  environment: string | null = null,
): Promise<ChargeRow[]> {
  const rows = await ledger.charges
    .where('[providerKey+invoiceId]')
    .anyOf(keys.map((key): [string, string] => [key, invoiceId]))
    .toArray();
  return rows.filter(
    ({ accountId }) => environment === null || environmentOf(accountId) === environment,
  );
}

/**
 * The reading of a charge that Asaas no longer knows by its id. Its status is none: shown as unknown. One
 * that money or a card was seen on stays told apart, however often it is asked for.
 */
export function notFound(row: ChargeRow): ChargeRow {
  const wasOpen = row.status === NOT_FOUND || livenessOf(row) === 'live';
  const hasDate = row.paymentDate ?? row.clientPaymentDate ?? row.creditDate;
  return { ...row, status: wasOpen && hasDate === null ? NOT_FOUND : NOT_FOUND_ONCE_PAID };
}

/** The same charge once a person looked at Asaas and said that it is not there: as one that was deleted. */
export function settledMissing(row: ChargeRow, seenAt: number): ChargeRow {
  return { ...row, status: 'PENDING', deleted: true, seenAt };
}

/** `<environment>:<owner>`, see `AccountSettings.id`. */
export function environmentOf(accountId: string): string {
  return accountId.split(':', 1)[0] ?? '';
}

/**
 * The charge that speaks for the invoice: the first in the total order of those that were not cleanly
 * deleted (a deleted one with a payment is never hidden); only when there is none, a deleted one.
 */
export function representative(rows: readonly ChargeRow[]): ChargeRow | null {
  const visible = rows.filter((row) => livenessOf(row) !== 'deleted');
  const pool = visible.length > 0 ? visible : rows;
  return pool.toSorted(compareForKeeping)[0] ?? null;
}
