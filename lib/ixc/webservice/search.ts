import { fail, ok } from '../../billing/result.ts';
import { formatDocument, normaliseDocument } from '../../billing/document.ts';
import type { Customer, Invoice } from '../../billing/invoice.ts';
import { normaliseName } from '../../billing/person-name.ts';
import type { CustomerSearch, IxcResult } from './client.types.ts';
import { customerRecord } from './customer-record.ts';
import type { FetchPage } from './fetch-page.ts';
import { invoiceRecord } from './invoice-record.ts';
import type { Condition } from './list-request.ts';
import { readFirst } from './read-list.ts';
import { findByPhone } from './search-phone.ts';
import { isId } from './values.ts';

const MOST_CUSTOMERS = 60;
const MOST_ASKED = 20;
/** Open invoices that are read at once. */
export const MOST_INVOICES = 200;

/** Customers by a whole CPF or CNPJ, a telephone, or by how `razao` begins. */
export function findCustomers(
  fetchPage: FetchPage,
  search: CustomerSearch,
): IxcResult<readonly Customer[]> {
  if ('document' in search) return byDocument(fetchPage, search.document);
  if ('phone' in search) return findByPhone(fetchPage, search.phone);
  return byName(fetchPage, search.name);
}

/** IXC compares what is written, punctuation included, and some bases hold both spellings. */
async function byDocument(fetchPage: FetchPage, document: string): IxcResult<readonly Customer[]> {
  const found = new Map<string, Customer>();
  for (const value of [formatDocument(document), normaliseDocument(document)]) {
    const where: Condition[] = [{ field: 'cnpj_cpf', operator: '=', value }];
    const page = { size: MOST_CUSTOMERS, sort: 'id' };
    const answer = await readFirst(fetchPage, 'cliente', customerRecord, where, page);
    if (!answer.ok) return answer;
    for (const customer of answer.value) {
      if (customer.document !== normaliseDocument(document))
        return fail({ kind: 'filter-ignored' });
      found.set(customer.id, customer);
    }
  }
  return ok([...found.values()]);
}

/**
 * There is no "begins with" in IXC. Of the names that contain the first word and do not come before the
 * text, in their own order, those that begin with it come first.
 */
async function byName(fetchPage: FetchPage, name: string): IxcResult<readonly Customer[]> {
  const text = name.trim();
  const [word = text] = text.split(/\s+/);
  const where: Condition[] = [
    { field: 'razao', operator: 'L', value: word },
    { field: 'razao', operator: '>=', value: text },
  ];
  const page = { size: MOST_CUSTOMERS, sort: 'razao' };
  const answer = await readFirst(fetchPage, 'cliente', customerRecord, where, page);
  if (!answer.ok) return answer;
  const beginning = normaliseName(text);
  return ok(answer.value.filter((one) => normaliseName(one.name).startsWith(beginning)));
}

/** What is still to be paid of these customers' invoices, the oldest due date first. */
export async function openInvoicesOf(
  fetchPage: FetchPage,
  customerIds: readonly string[],
): IxcResult<readonly Invoice[]> {
  const ids = [...new Set(customerIds)].filter(isId).slice(0, MOST_ASKED);
  if (ids.length === 0) return ok([]);
  const where: Condition[] = [
    { field: 'id_cliente', operator: 'IN', value: ids.join(',') },
    { field: 'valor_aberto', operator: '>=', value: '0.01' },
  ];
  const page = { size: MOST_INVOICES, sort: 'data_vencimento' };
  const answer = await readFirst(fetchPage, 'fn_areceber', invoiceRecord, where, page);
  if (!answer.ok) return answer;
  if (answer.value.some(({ customerId }) => !ids.includes(customerId))) {
    return fail({ kind: 'filter-ignored' });
  }
  return ok(answer.value.filter(({ status }) => status === 'open' || status === 'partial'));
}
