import type { Payer } from '../billing/charge.ts';
import { normaliseDocument } from '../billing/document.ts';
import { fail, ok } from '../billing/result.ts';
import type { AsaasCall } from './call.ts';
import type { AsaasResult } from './client.types.ts';
import { listBody } from './list-body.ts';
import { payerBody } from './payer-body.ts';
import { MAX_LIMIT, pageQuery, queryOf } from './query.ts';

export type PayerFilter = { externalReference: string } | { cpfCnpj: string };

/** One customer has one payer, or a few by accident; this many means that the filter was not heeded. */
const MAX_PAGES = 5;
const page = listBody(payerBody);

function matches(payer: Payer, filter: PayerFilter): boolean {
  return 'cpfCnpj' in filter
    ? payer.document === normaliseDocument(filter.cpfCnpj)
    : payer.reference === filter.externalReference;
}

/** All payers of a filter, checked again here, each once. Any page that fails fails the search. */
export async function listPayers(
  call: AsaasCall,
  filter: PayerFilter,
): AsaasResult<readonly Payer[]> {
  const wanted = 'cpfCnpj' in filter ? { cpfCnpj: normaliseDocument(filter.cpfCnpj) } : filter;
  const found = new Map<string, Payer>();
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const window = pageQuery({ offset: pages * MAX_LIMIT, limit: MAX_LIMIT });
    const answer = await call('GET', `/customers${queryOf({ ...wanted, ...window })}`, page);
    if (!answer.ok) return answer;
    for (const payer of answer.value.items) {
      if (matches(payer, wanted)) found.set(payer.id, payer);
    }
    if (!answer.value.hasMore) return ok([...found.values()]);
  }
  return fail({ kind: 'rubbish', detail: 'more payers than one customer can have' });
}
