import { fail, ok } from '../../billing/result.ts';
import type { z } from '../../schema.ts';
import type { IxcClient, IxcResult } from './client.types.ts';
import { changedInvoices } from './changed-invoices.ts';
import { customerRecord } from './customer-record.ts';
import { createFetchPage, type IxcClientOptions } from './fetch-page.ts';
import { invoiceOfRenegotiation, invoiceRecord } from './invoice-record.ts';
import type { Table } from './list-request.ts';
import { openInvoices } from './open-invoices.ts';
import { readList } from './read-list.ts';
import { findCustomers, openInvoicesOf } from './search.ts';
import { isId } from './values.ts';
import { accountRecord, carteiraRecord, filialRecord } from './small-records.ts';

/** About 1,000 ids in one `IN` pass what IXC accepts, and it does not say so. */
const BLOCK = 400;

/** A renegotiation closes some months of one customer; this many means that its id was not heeded. */
const MOST_RENEGOTIATED = 400;

/**
 * A client of one webservice that can only read: every request is a list, and there is no function here
 * that could build another. Never throws.
 */
export function createIxcClient(options: IxcClientOptions): IxcClient {
  const fetchPage = createFetchPage(options);

  async function byIds<T extends { readonly id: string }>(
    table: Table,
    record: z.ZodType<T>,
    ids: readonly string[],
  ): IxcResult<readonly T[]> {
    const wanted = [...new Set(ids)].filter(isId);
    const found: T[] = [];
    for (let start = 0; start < wanted.length; start += BLOCK) {
      const block = wanted.slice(start, start + BLOCK);
      const where = [{ field: 'id', operator: 'IN' as const, value: block.join(',') }];
      const answer = await readList(fetchPage, table, record, where, block.length);
      if (!answer.ok) return answer;
      found.push(...answer.value.filter((each) => block.includes(each.id)));
    }
    return ok(found);
  }

  async function byId<T extends { readonly id: string }>(
    table: Table,
    record: z.ZodType<T>,
    id: string,
  ): IxcResult<T | null> {
    if (!isId(id)) return ok(null);
    const where = [{ field: 'id', operator: '=' as const, value: id }];
    const answer = await readList(fetchPage, table, record, where, 1);
    return answer.ok ? ok(answer.value.find((each) => each.id === id) ?? null) : answer;
  }

  return {
    invoices: (ids) => byIds('fn_areceber', invoiceRecord, ids),
    invoice: (id) => byId('fn_areceber', invoiceRecord, id),
    changedInvoices: (since, among) => changedInvoices(fetchPage, since, among),
    closedByRenegotiation: (renegotiationId) => {
      if (!isId(renegotiationId)) return Promise.resolve(ok([]));
      const where = [{ field: 'id_renegociacao', operator: '=' as const, value: renegotiationId }];
      const record = invoiceOfRenegotiation(renegotiationId);
      return readList(fetchPage, 'fn_areceber', record, where, MOST_RENEGOTIATED);
    },
    findCustomers: (search) => findCustomers(fetchPage, search),
    openInvoicesOf: (ids) => openInvoicesOf(fetchPage, ids),
    openInvoices: (from) => openInvoices(fetchPage, from),
    customers: (ids) => byIds('cliente', customerRecord, ids),
    customer: (id) => byId('cliente', customerRecord, id),
    carteira: (id) => byId('fn_carteira_cobranca', carteiraRecord, id),
    carteiras: () => readList(fetchPage, 'fn_carteira_cobranca', carteiraRecord, []),
    accounts: () => readList(fetchPage, 'contas', accountRecord, []),
    filial: (id) => byId('filial', filialRecord, id),
    filiais: () => readList(fetchPage, 'filial', filialRecord, []),
    countInvoices: async () => {
      const answer = await fetchPage({ table: 'fn_areceber', where: [], page: 1, size: 1 });
      if (!answer.ok) return answer;
      // A provider without a single invoice is far less likely than a base that hides them.
      const { total } = answer.value;
      return total > 0 ? ok(total) : fail({ kind: 'suspicious-empty' });
    },
  };
}
