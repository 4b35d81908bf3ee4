import { formatDocument, maskDocument } from '../../billing/document.ts';
import type { Payer } from '../../billing/charge.ts';
import type { Customer } from '../../billing/invoice.ts';
import { sameName } from '../../billing/person-name.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { AsaasClient } from '../../asaas/client.types.ts';
import type { IxcClient } from '../../ixc/webservice/client.types.ts';
import type { AdoptionRow } from '../../ledger/adoption-rows.ts';
import type { AdoptionNames, PersonName } from '../../messages/adoption.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { agrees } from '../send/under-alias.ts';
import { asaasFailureView, ixcFailureView } from '../setup/failures.ts';

/**
 * Who IXC's customer and Asaas's payer of some listed charges are, read for whoever looks at them now. Nothing
 * of it is written anywhere. A charge that the list does not have is left out of the answer.
 */
export async function readNames(
  ports: Pick<EnginePorts, 'ledger' | 'ixc' | 'asaas' | 'readSettings'>,
  chargeIds: readonly string[],
): Promise<Result<readonly AdoptionNames[], FailureView>> {
  const found = await ports.ledger.adoptions.bulkGet([...chargeIds]);
  const rows = found.filter((row) => row !== undefined);
  const customers = await readCustomers(ports, rows);
  if (!customers.ok) return customers;
  const payers = await readPayers(ports, rows);
  if (!payers.ok) return payers;
  return ok(
    rows.map((row): AdoptionNames => {
      const payer = payers.value.get(row.payerId) ?? null;
      return {
        chargeId: row.id,
        payer: payer && { id: payer.id, ...shown(payer) },
        customers: (customers.value.get(row.id) ?? []).map((customer) => ({
          id: customer.id,
          ...shown(customer),
          nameDiffers: payer !== null && !sameName(payer.name, customer.name),
          documentDiffers: payer !== null && !agrees(payer, customer),
        })),
      };
    }),
  );
}

function shown({ name, document }: Pick<Customer, 'name' | 'document'>): PersonName {
  return { name, document: document === '' ? '' : maskDocument(formatDocument(document)) };
}

/** Charge id → the customers of its invoices: of several invoices, of whomever they are. */
async function readCustomers(
  { ixc }: Pick<EnginePorts, 'ixc'>,
  rows: readonly AdoptionRow[],
): Promise<Result<ReadonlyMap<string, readonly Customer[]>, FailureView>> {
  const all = new Map<string, readonly Customer[]>();
  for (const origin of new Set(rows.map((row) => row.origin))) {
    const own = rows.filter((row) => row.origin === origin && row.invoiceIds.length > 0);
    if (own.length === 0) continue;
    const reader = await ixc(origin);
    if (!reader.ok) return reader;
    const { value } = reader;
    if (value.source !== 'direct' && value.source !== 'document') {
      return fail({ code: 'ixc-token-missing' });
    }
    const ids = await customerIds(value.client, own);
    if (!ids.ok) return ids;
    const customers = await value.client.customers([...new Set([...ids.value.values()].flat())]);
    if (!customers.ok) return fail(ixcFailureView(customers.error));
    for (const { id } of own) {
      const wanted = ids.value.get(id) ?? [];
      all.set(
        id,
        customers.value.filter((customer) => wanted.includes(customer.id)),
      );
    }
  }
  return ok(all);
}

/** A row keeps the customer of its first invoice alone. */
async function customerIds(
  client: Pick<IxcClient, 'invoices'>,
  rows: readonly AdoptionRow[],
): Promise<Result<ReadonlyMap<string, readonly string[]>, FailureView>> {
  const several = rows.filter(({ invoiceIds }) => invoiceIds.length > 1);
  const asked = [...new Set(several.flatMap(({ invoiceIds }) => invoiceIds))];
  const invoices = asked.length === 0 ? ok([]) : await client.invoices(asked);
  if (!invoices.ok) return fail(ixcFailureView(invoices.error));
  const of = new Map(invoices.value.map(({ id, customerId }) => [id, customerId]));
  return ok(
    new Map(
      rows.map(({ id, customerId, invoiceIds }) => {
        const others = invoiceIds.flatMap((invoiceId) => of.get(invoiceId) ?? []);
        return [id, [...new Set(customerId === null ? others : [customerId, ...others])]];
      }),
    ),
  );
}

/** Payer id → the record, each in its charge's own account; one that is gone is missing. */
async function readPayers(
  { asaas, readSettings }: Pick<EnginePorts, 'asaas' | 'readSettings'>,
  rows: readonly AdoptionRow[],
): Promise<Result<ReadonlyMap<string, Payer>, FailureView>> {
  const { accounts } = await readSettings();
  const payers = new Map<string, Payer>();
  for (const accountId of new Set(rows.map((row) => row.accountId))) {
    const account = accounts.find(({ id }) => id === accountId);
    if (!account) return fail({ code: 'no-account' });
    const client = await asaas(account, 'person');
    if (!client.ok) return client;
    const own = rows.filter((row) => row.accountId === accountId);
    const read = await eachPayer(client.value, [...new Set(own.map(({ payerId }) => payerId))]);
    if (!read.ok) return read;
    for (const payer of read.value) payers.set(payer.id, payer);
  }
  return ok(payers);
}

async function eachPayer(
  client: Pick<AsaasClient, 'getPayer'>,
  ids: readonly string[],
): Promise<Result<readonly Payer[], FailureView>> {
  const answers = await Promise.all(ids.map((id) => client.getPayer(id)));
  const payers: Payer[] = [];
  for (const answer of answers) {
    if (answer.ok) payers.push(answer.value);
    else if (answer.error.kind !== 'not-found') return fail(asaasFailureView(answer.error));
  }
  return ok(payers);
}
