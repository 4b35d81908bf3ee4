import { fail, ok } from '../../billing/result.ts';
import type { Invoice } from '../../billing/invoice.ts';
import type { IxcResult, OpenInvoicePage } from './client.types.ts';
import type { FetchPage } from './fetch-page.ts';
import { invoiceRecord } from './invoice-record.ts';
import type { Condition } from './list-request.ts';
import { readFirst } from './read-list.ts';
import { isId } from './values.ts';

/** What IXC returns without passing its own time limit. */
const PAGE = 500;

/**
 * What is still to be paid, in the order of ids and from one id on: an invoice that is paid between two
 * pages moves none of the others out of sight. Fails with `filter-ignored` when others came too.
 */
export async function openInvoices(fetchPage: FetchPage, from: string): IxcResult<OpenInvoicePage> {
  const first = isId(from) ? from : '1';
  const where: Condition[] = [
    { field: 'id', operator: '>=', value: first },
    { field: 'valor_aberto', operator: '>=', value: '0.01' },
  ];
  const page = { size: PAGE, sort: 'id' };
  const answer = await readFirst(fetchPage, 'fn_areceber', invoiceRecord, where, page);
  if (!answer.ok) return answer;
  const ids = answer.value.map(({ id }) => Number(id));
  const isHeeded =
    answer.value.every(({ open }) => open > 0) && ids.every((id) => id >= Number(first));
  const isInOrder = ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? 0));
  if (!isHeeded || !isInOrder) return fail({ kind: 'filter-ignored' });
  const last = ids.at(-1);
  // A short page is no end: a server may give less at once than it is asked for.
  const next = last === undefined ? null : String(last + 1);
  return ok({ invoices: answer.value.filter(isToPay), next });
}

function isToPay({ status }: Invoice): boolean {
  return status === 'open' || status === 'partial';
}
