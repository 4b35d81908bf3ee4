import { standingCharges } from '../billing/standing.ts';
import type { LedgerDatabase } from './database.ts';

/** Ids of the accounts in which money could still come in for a charge of ours, or already did. */
export async function standingAccounts({ charges }: LedgerDatabase): Promise<string[]> {
  const ids = (await charges.orderBy('accountId').uniqueKeys()).map(String);
  const standing = ids.map(async (id) => {
    const first = await charges
      .where('accountId')
      .equals(id)
      .filter((charge) => standingCharges([charge]).length > 0)
      .first();
    return first ? [id] : [];
  });
  return (await Promise.all(standing)).flat();
}
