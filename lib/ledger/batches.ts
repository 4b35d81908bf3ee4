import { Dexie, type IndexableType, type Table } from 'dexie';

/** Rows held in memory at a time. */
const BATCH = 2000;

/** Every row of a table in the order of its primary key, some thousand at a time. */
export async function* batchesOf<T, K>(
  table: Table<T, K>,
  size = BATCH,
): AsyncGenerator<readonly T[]> {
  let after: IndexableType = Dexie.minKey;
  for (;;) {
    const keys = await table.where(':id').above(after).limit(size).primaryKeys();
    const last = keys.at(-1) as IndexableType | undefined;
    if (last === undefined) return;
    yield await table.where(':id').between(keys[0], last, true, true).toArray();
    after = last;
  }
}
