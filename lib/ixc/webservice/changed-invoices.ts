import { fail } from '../../billing/result.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { IxcResult } from './client.types.ts';
import type { FetchPage } from './fetch-page.ts';
import { invoiceRecord } from './invoice-record.ts';
import type { Condition } from './list-request.ts';
import { readList } from './read-list.ts';
import { isId } from './values.ts';

/** A whole night's batch of a large provider; more means that the condition was not heeded. */
const MOST = 20_000;

/** Invoices touched since a moment of the server's own time, among these ids where they are given. */
export async function changedInvoices(
  fetchPage: FetchPage,
  since: string,
  among?: readonly string[],
): IxcResult<readonly Invoice[]> {
  const ids = among?.filter(isId);
  const where: Condition[] = [{ field: 'ultima_atualizacao', operator: '>=', value: since }];
  if (ids) where.push({ field: 'id', operator: 'IN', value: ids.join(',') });
  const answer = await readList(fetchPage, 'fn_areceber', invoiceRecord, where, MOST);
  if (!answer.ok) return answer;
  const isHeeded = answer.value.every(
    ({ id, updatedAt }) =>
      updatedAt !== null && updatedAt >= since && (ids === undefined || ids.includes(id)),
  );
  return isHeeded ? answer : fail({ kind: 'filter-ignored' });
}
