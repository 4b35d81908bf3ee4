import { fail, ok } from '../../billing/result.ts';
import { z } from '../../schema.ts';
import type { IxcFailure, IxcResult } from './client.types.ts';
import type { FetchPage } from './fetch-page.ts';
import type { Condition, Table } from './list-request.ts';

/** What IXC returns without passing its own time limit. */
const PAGE_SIZE = 500;
const MAX_PAGES = 200;

const unreadable = (error: z.ZodError): IxcFailure => {
  // The column and never its value, which may be anybody's.
  const column = error.issues[0]?.path.slice(1).join('.') ?? '';
  return { kind: 'rubbish', detail: `unexpected ${column === '' ? 'record' : column}` };
};

/**
 * Several IXC versions answer a column they do not know with an empty list instead of an error. So an
 * empty list counts only if the table shows a record when it is asked for nothing in particular.
 */
async function confirmEmpty(fetchPage: FetchPage, table: Table): IxcResult<readonly never[]> {
  const probe = await fetchPage({ table, where: [], page: 1, size: 1 });
  if (!probe.ok) return probe;
  return probe.value.total > 0 ? ok([]) : fail({ kind: 'suspicious-empty' });
}

/**
 * The first records, no more than `size`, of those that meet the conditions, in the order of one column.
 */
export async function readFirst<T>(
  fetchPage: FetchPage,
  table: Table,
  record: z.ZodType<T>,
  where: readonly Condition[],
  { size, sort }: { readonly size: number; readonly sort: string },
): IxcResult<readonly T[]> {
  const answer = await fetchPage({ table, where, page: 1, size, sort });
  if (!answer.ok) return answer;
  if (answer.value.total === 0) return confirmEmpty(fetchPage, table);
  const projected = z.array(record).safeParse(answer.value.records);
  return projected.success ? ok(projected.data) : fail(unreadable(projected.error));
}

/**
 * Every record of a table that meets the conditions, projected, in the order of their ids. `expected` is
 * the most that they can match: more means that IXC did not heed them.
 */
export async function readList<T>(
  fetchPage: FetchPage,
  table: Table,
  record: z.ZodType<T>,
  where: readonly Condition[],
  expected = Number.POSITIVE_INFINITY,
): IxcResult<readonly T[]> {
  const records: T[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer = await fetchPage({ table, where, page, size: PAGE_SIZE });
    if (!answer.ok) return answer;
    if (answer.value.total > expected) {
      return fail({ kind: 'rubbish', detail: 'more records than were asked for' });
    }
    const projected = z.array(record).safeParse(answer.value.records);
    if (!projected.success) return fail(unreadable(projected.error));
    records.push(...projected.data);
    if (answer.value.total === 0 && records.length === 0) return confirmEmpty(fetchPage, table);
    if (records.length >= answer.value.total) return ok(records);
    // A short page is no end: a server may give less at once than it is asked for.
    if (projected.data.length === 0)
      return fail({ kind: 'rubbish', detail: 'fewer than the total' });
  }
  return fail({ kind: 'rubbish', detail: 'a list without an end' });
}
