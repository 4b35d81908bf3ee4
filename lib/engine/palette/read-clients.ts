import type { Customer, Invoice } from '../../billing/invoice.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import type { FailureView } from '../../messages/failure.ts';
import { FOUND_BY, MOST_CLIENTS, type FoundBy } from '../../messages/palette.ts';
import { ixcFailureView } from '../setup/failures.ts';
import type { Meaning } from './sought.ts';

/** As many open invoices as one question to IXC gives at most: there may be others. */
const MOST_INVOICES = 200;

/** Somebody whom the text may have meant, and what IXC says is open. */
export interface ReadClient {
  readonly customer: Customer;
  readonly foundBy: FoundBy;
  readonly invoices: readonly Invoice[];
}

export interface ReadClients {
  readonly clients: readonly ReadClient[];
  readonly hasMore: boolean;
  /** Of the question that failed first, whatever the others gave. */
  readonly failure: FailureView | null;
}

interface Hit {
  readonly customer: Customer;
  readonly foundBy: FoundBy;
  /** The invoice that was looked for, open or not. */
  readonly invoice: Invoice | null;
}

/** Looks in IXC for everything that a text may mean. `isStale`: nobody waits for the answer any more. */
export async function readClients(
  client: IxcClient,
  meanings: readonly Meaning[],
  isStale: () => boolean,
): Promise<ReadClients> {
  const answers = await Promise.all(meanings.map((meaning) => hitsOf(client, meaning)));
  const failed = answers.find((answer) => !answer.ok);
  const failure = failed?.ok === false ? failed.error : null;
  const hits = inOrder(answers.flatMap((answer) => (answer.ok ? answer.value : [])));
  const shown = hits.slice(0, MOST_CLIENTS);
  if (isStale() || shown.length === 0) return { clients: [], hasMore: false, failure };

  const open = await client.openInvoicesOf(shown.map(({ customer }) => customer.id));
  const isCut = open.ok && open.value.length >= MOST_INVOICES;
  const invoices = open.ok ? open.value : [];
  return {
    clients: shown.map(({ customer, foundBy, invoice }) => {
      const own = invoices.filter(({ customerId }) => customerId === customer.id);
      // The one that was looked for comes first, open or not.
      const others = own.filter(({ id }) => id !== invoice?.id);
      return { customer, foundBy, invoices: invoice === null ? own : [invoice, ...others] };
    }),
    hasMore: hits.length > shown.length || isCut,
    failure: failure ?? (open.ok ? null : ixcFailureView(open.error)),
  };
}

async function hitsOf(
  client: IxcClient,
  { kind, value }: Meaning,
): Promise<Result<readonly Hit[], FailureView>> {
  switch (kind) {
    case 'invoice':
      return invoiceHit(client, value);
    case 'document':
      return customerHits(client, { document: value }, kind);
    case 'phone':
      return customerHits(client, { phone: value }, kind);
    case 'name':
      return customerHits(client, { name: value }, kind);
  }
}

async function invoiceHit(
  client: IxcClient,
  id: string,
): Promise<Result<readonly Hit[], FailureView>> {
  const invoice = await client.invoice(id);
  if (!invoice.ok) return fail(ixcFailureView(invoice.error));
  if (invoice.value === null) return ok([]);
  const customer = await client.customer(invoice.value.customerId);
  if (!customer.ok) return fail(ixcFailureView(customer.error));
  if (customer.value === null) return fail({ code: 'ixc-suspicious-empty' });
  return ok([{ customer: customer.value, foundBy: 'invoice', invoice: invoice.value }]);
}

async function customerHits(
  client: IxcClient,
  search: Parameters<IxcClient['findCustomers']>[0],
  foundBy: FoundBy,
): Promise<Result<readonly Hit[], FailureView>> {
  const found = await client.findCustomers(search);
  if (!found.ok) return fail(ixcFailureView(found.error));
  return ok(found.value.map((customer) => ({ customer, foundBy, invoice: null })));
}

/** Each client once, as the first kind that found them. */
function inOrder(hits: readonly Hit[]): readonly Hit[] {
  const sorted = hits.toSorted((a, b) => FOUND_BY.indexOf(a.foundBy) - FOUND_BY.indexOf(b.foundBy));
  const first = new Map<string, Hit>();
  for (const hit of sorted) if (!first.has(hit.customer.id)) first.set(hit.customer.id, hit);
  return [...first.values()];
}
