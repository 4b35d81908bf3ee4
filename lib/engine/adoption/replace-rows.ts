import type { AdoptionRow, AdoptionStage } from '../../ledger/adoption-rows.ts';
import type { LedgerDatabase } from '../../ledger/database.ts';
import { BUSY } from './advance-batch.ts';
import { isNamed } from './compare.ts';

/** What was linked can still be undone. */
const KEPT: ReadonlySet<AdoptionStage> = new Set(['linked', 'kept']);

/**
 * Puts what was compared in the place of the comparison before. Rows of what is under way stay, and so do
 * linked ones, unless their charge was among those without our reference and the ledger does not say that it
 * still carries it: then somebody cleared it since. Within a transaction on `adoptions` and `charges`.
 */
export async function replaceRows(
  { adoptions, charges }: LedgerDatabase,
  rows: readonly AdoptionRow[],
): Promise<void> {
  const listed = new Set(rows.map(({ id }) => id));
  const staying = new Set<string>();
  for (const { id, stage } of await adoptions.toArray()) {
    if (BUSY.includes(stage)) staying.add(id);
    if (!KEPT.has(stage)) continue;
    const known = listed.has(id) ? await charges.get(id) : null;
    if (known === null || isNamed(known?.reference ?? null)) staying.add(id);
  }
  await adoptions.filter(({ id }) => !staying.has(id)).delete();
  await adoptions.bulkPut(rows.filter(({ id }) => !staying.has(id)));
}
