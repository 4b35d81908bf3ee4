import { readAdoptionRun, writeAdoptionRun } from '../../ledger/adoption-run.ts';
import type { AdoptionStage } from '../../ledger/adoption-rows.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { itemsOf } from '../../ledger/notice-items.ts';

/**
 * Drops what was only staged under an account that was removed: payers of its standardisations, its comparison
 * with all that was read for it, and matches of which nothing came. What was done stays, as history.
 */
export async function forgetAccount(ledger: LedgerDatabase, accountId: string): Promise<void> {
  const { jobs, noticeItems, meta, adoptionSeen, adoptions } = ledger;
  await ledger.transaction('rw', jobs, noticeItems, meta, adoptionSeen, adoptions, async () => {
    const own = await jobs
      .where({ accountId })
      .filter(({ kind }) => kind === 'notices-run')
      .primaryKeys();
    for (const id of own) await itemsOf(ledger, id).delete();
    if ((await readAdoptionRun(ledger))?.accountId === accountId) {
      await writeAdoptionRun(ledger, null);
      await adoptionSeen.clear();
    }
    const inStage = (...stages: readonly AdoptionStage[]) =>
      adoptions.filter((row) => row.accountId === accountId && stages.includes(row.stage));
    await inStage('found', 'asked').delete();
    await inStage('undo-asked').modify({ stage: 'linked', undo: null });
  });
}
