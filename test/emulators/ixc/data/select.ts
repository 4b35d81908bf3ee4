import { compareValues, predicate, type Condition } from './condition.ts';
import type { Row } from './row.ts';

/** One page of a listing. */
export interface Selection {
  readonly conditions: readonly Condition[];
  /** `table.column`. */
  readonly sortBy: string;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly pageSize: number;
}

export interface Selected {
  readonly rows: readonly Row[];
  /** All that meet the conditions, not only this page. */
  readonly total: number;
}

/** Filters (every condition must hold), sorts and pages records; `read` gives a column's value. */
export function select(
  rows: Iterable<Row>,
  selection: Selection,
  read: (row: Row, column: string) => string,
): Selected {
  const tests = selection.conditions.map((condition) => {
    const meets = predicate(condition);
    return (row: Row) => meets(read(row, condition.column));
  });
  const found = [...rows].filter((row) => tests.every((test) => test(row)));
  const direction = selection.descending ? -1 : 1;
  const { sortBy } = selection;
  found.sort((a, b) => direction * compareValues(sortBy, read(a, sortBy), read(b, sortBy)));
  const start = (selection.page - 1) * selection.pageSize;
  return { rows: found.slice(start, start + selection.pageSize), total: found.length };
}
