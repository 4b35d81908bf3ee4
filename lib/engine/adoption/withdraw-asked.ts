import type { LedgerDatabase } from '../../ledger/database.ts';

/** What was confirmed and has no job yet is confirmed no more: its rows are again what they were before. */
export async function withdrawAsked({
  adoptions,
}: Pick<LedgerDatabase, 'adoptions'>): Promise<void> {
  const asked = adoptions.where('stage').equals('asked');
  await asked.modify({ stage: 'found', batch: null });
  const undoing = adoptions.where('stage').equals('undo-asked');
  await undoing.modify({ stage: 'linked', undo: null });
}
