import type { AdoptionRow } from '../../../lib/ledger/adoption-rows.ts';
import { type AdoptionRun, readAdoptionRun } from '../../../lib/ledger/adoption-run.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';

/** In what part of the list a charge is shown. */
const GROUPS = [
  'exact',
  'ambiguous',
  'excluded',
  'unmatched',
  'under-way',
  'linked',
  'stopped',
  'undone',
] as const;
export type Group = (typeof GROUPS)[number];

interface AdoptionView {
  readonly run: AdoptionRun | null;
  /** In the order of their due dates. */
  readonly rows: readonly AdoptionRow[];
}

/** Everything that the section shows, from the ledger itself. */
export async function readAdoption(ledger: LedgerDatabase): Promise<AdoptionView> {
  const [run, rows] = await Promise.all([readAdoptionRun(ledger), ledger.adoptions.toArray()]);
  const key = ({ dueDate, id }: AdoptionRow) => `${dueDate} ${id}`;
  return { run, rows: rows.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) };
}

/** The confirmation that was linked last, and how many charges of it still are; null: none is. */
export function lastBatch(
  rows: readonly AdoptionRow[],
): { readonly batch: string; readonly count: number; readonly linkedAt: number } | null {
  const linked = rows.filter(({ stage }) => stage === 'linked');
  const last = linked.toSorted((a, b) => (b.linkedAt ?? 0) - (a.linkedAt ?? 0))[0];
  if (last === undefined || last.batch === null) return null;
  const { batch, linkedAt } = last;
  const count = linked.filter((row) => row.batch === batch).length;
  return { batch, count, linkedAt: linkedAt ?? 0 };
}

export function groupOf({ stage, kind }: Pick<AdoptionRow, 'stage' | 'kind'>): Group {
  switch (stage) {
    case 'found':
      return kind;
    case 'asked':
    case 'linking':
    case 'undo-asked':
    case 'undoing':
      return 'under-way';
    case 'linked':
    case 'kept':
      return 'linked';
    case 'stopped':
    case 'undone':
      return stage;
  }
}

/** Rows of each group; what has none is left out. */
export function countsOf(rows: readonly AdoptionRow[]): ReadonlyMap<Group, number> {
  const counts = new Map<Group, number>();
  for (const group of GROUPS) {
    const count = rows.filter((row) => groupOf(row) === group).length;
    if (count > 0) counts.set(group, count);
  }
  return counts;
}
