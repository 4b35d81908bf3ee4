import { addSums, sumsOf } from './aggregates.ts';
import type { LedgerDatabase } from './database.ts';
import { erasedCharges } from './erased-charges.ts';
import { happening } from './happenings.ts';
import type { ChargeRow } from './rows.ts';

/** A reading that was kept, beside the one it took the place of. */
export interface KeptCharge {
  readonly row: ChargeRow;
  readonly before: ChargeRow | undefined;
}

/**
 * Keeps readings, a page of a list at a time: charges, the codes that they make void, aggregates and
 * what happened, all in one transaction with one write per table. Gives those that were kept, in their
 * order. A reading is kept unless a newer one is known already; one from the future was made while the
 * clock ran ahead and counts as old. `now` in ms. Of `history` nothing is told: it is no news;
 * nor is a charge that was erased and comes back.
 */
export async function putCharges(
  ledger: LedgerDatabase,
  rows: readonly ChargeRow[],
  now: number,
  as: 'news' | 'history' = 'news',
): Promise<readonly KeptCharge[]> {
  const { charges, codes, aggregates, happenings, meta } = ledger;
  return ledger.transaction('rw', [charges, codes, aggregates, happenings, meta], async () => {
    const kept = newer(rows, await charges.bulkGet(rows.map(({ id }) => id)), now);
    if (kept.length === 0) return kept;
    await charges.bulkPut(kept.map(({ row }) => row));
    const stale = kept.filter(({ row, before }) => before && !hasSameCodes(before, row));
    if (stale.length > 0) await codes.bulkDelete(stale.map(({ row }) => row.id));
    await addSums(ledger, sumsOf(kept.map(({ row, before }) => ({ before, after: row }))));
    if (as === 'history') return kept;
    const news = kept.flatMap(({ row, before }) => happening(before, row, now) ?? []);
    if (news.length === 0) return kept;
    const erased = await erasedCharges(ledger);
    await happenings.bulkAdd(
      news.filter(({ from, chargeId }) => from !== null || !erased.has(chargeId)),
    );
    return kept;
  });
}

/** A list may hold a charge twice: a page shifts while it is read. */
function newer(
  rows: readonly ChargeRow[],
  onDisk: readonly (ChargeRow | undefined)[],
  now: number,
): KeptCharge[] {
  const known = new Map(onDisk.flatMap((row) => (row ? [[row.id, row]] : [])));
  return rows.flatMap((row) => {
    const before = known.get(row.id);
    if (before && before.seenAt > row.seenAt && before.seenAt <= now) return [];
    known.set(row.id, row);
    return [{ row, before }];
  });
}

function hasSameCodes(before: ChargeRow, after: ChargeRow): boolean {
  return (
    before.value === after.value &&
    before.dueDate === after.dueDate &&
    before.billingType === after.billingType
  );
}
