import { environmentOf } from '../../ledger/charges.ts';
import type { AccountSettings } from '../../settings/settings.ts';

/**
 * The account that may charge a panel without anybody having chosen it: the only one there is. Not while
 * charges stand in another account of the same environment that was removed (`standing`: ids of accounts):
 * nobody can ask about those, so a person decides where their invoices are charged from now on.
 */
export function soleAccount(
  accounts: readonly AccountSettings[],
  standing: readonly string[],
): AccountSettings | null {
  const [only, another] = accounts;
  if (!only || another) return null;
  const isOrphaned = standing.some(
    (id) => id !== only.id && environmentOf(id) === only.environment,
  );
  return isOrphaned ? null : only;
}
