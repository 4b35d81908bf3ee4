import { standingCharges } from '../../billing/standing.ts';
import { livenessOf } from '../../billing/status.ts';
import { representative } from '../../ledger/charges.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import type { ChargeRow } from '../../ledger/rows.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import { unprovenCharges } from './under-alias.ts';

export interface ShownCharge {
  readonly charge: ChargeRow | null;
  /** False: an alias brought it, and whose it is is not known. Nothing of it may be said or passed on. */
  readonly isProven: boolean;
}

/**
 * The charge that speaks for an invoice, from the ledger alone. One that is known to be its own comes
 * first, unless it is over and another one that may be its own is not.
 */
export async function shownCharge(
  ledger: LedgerDatabase,
  panel: PanelSettings,
  invoiceId: string,
  charges: readonly ChargeRow[],
): Promise<ShownCharge> {
  const unproven = await unprovenCharges(ledger, panel, invoiceId, charges);
  const own = representative(charges.filter(({ id }) => !unproven.has(id)));
  const other = representative(charges.filter(({ id }) => unproven.has(id)));
  if (other === null || (own && rank(own) >= rank(other))) return { charge: own, isProven: true };
  return { charge: other, isProven: false };
}

function rank(charge: ChargeRow): number {
  if (standingCharges([charge]).length > 0) return 2;
  return livenessOf(charge) === 'deleted' ? 0 : 1;
}
