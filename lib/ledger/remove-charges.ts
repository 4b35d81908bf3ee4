import { addSums, sumsOf } from './aggregates.ts';
import type { LedgerDatabase } from './database.ts';

/** Takes charges out of the ledger with their codes and what happened to them; the aggregates follow. */
export async function removeCharges(ledger: LedgerDatabase, ids: readonly string[]): Promise<void> {
  const { charges, codes, aggregates, happenings } = ledger;
  await ledger.transaction('rw', charges, codes, aggregates, happenings, async () => {
    const rows = (await charges.bulkGet([...ids])).filter((row) => row !== undefined);
    await addSums(ledger, sumsOf(rows.map((row) => ({ before: row }))));
    await charges.bulkDelete([...ids]);
    await codes.bulkDelete([...ids]);
    await happenings
      .where('chargeId')
      .anyOf([...ids])
      .delete();
  });
}
