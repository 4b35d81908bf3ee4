/** What merging needs of a table. */
interface Mergeable<T, K> {
  bulkGet(keys: K[]): PromiseLike<(T | undefined)[]>;
  bulkAdd(rows: readonly T[]): PromiseLike<unknown>;
  bulkPut(rows: readonly T[]): PromiseLike<unknown>;
}

/** Adds the rows that are not there yet, and gives how many that were. */
export async function addUnknown<T, K>(
  table: Mergeable<T, K>,
  rows: readonly T[],
  keyOf: (row: T) => K,
): Promise<number> {
  const known = await table.bulkGet(rows.map(keyOf));
  const fresh = rows.filter((_row, index) => known[index] === undefined);
  await table.bulkAdd(fresh);
  return fresh.length;
}

/** Puts the rows that are not there, or only as they were earlier, and gives how many that were. */
export async function putNewer<T, K>(
  table: Mergeable<T, K>,
  rows: readonly T[],
  keyOf: (row: T) => K,
  timeOf: (row: T) => number,
): Promise<number> {
  const known = await table.bulkGet(rows.map(keyOf));
  const newer = rows.filter((row, index) => {
    const before = known[index];
    return before === undefined || timeOf(before) < timeOf(row);
  });
  await table.bulkPut(newer);
  return newer.length;
}
