import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge, Payer } from '../../billing/charge.ts';
import { documentKind } from '../../billing/document.ts';
import type { Customer } from '../../billing/invoice.ts';
import { isOfKeys } from '../../billing/own-keys.ts';
import { payerReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import type { IxcReading } from './read-ixc.ts';
import { referencedCharges } from './referenced.ts';

/** Records of one person that are looked through for charges that look the same. */
const MOST_PAYERS = 5;
const PAGE = 100;
/** Pages of one payer's open charges, per status. Beyond it nothing is planned: one unseen may be the same debt. */
const MOST_PAGES = 100;

interface PayerReading {
  readonly byReference: readonly Payer[];
  readonly byDocument: readonly Payer[];
  /** Open charges of these payers that are not this provider's: somebody else's, or another key's. */
  readonly unreferenced: readonly Charge[];
}

/** What Asaas says of one invoice: its charges in every account, its predecessors', its payers. */
export interface AsaasReading extends PayerReading {
  readonly referenced: readonly Charge[];
  readonly predecessors: readonly Charge[];
}

/** Reads all of it, or says why not. */
export async function readAsaas(
  ports: EnginePorts,
  accounts: readonly AccountSettings[],
  client: AsaasClient,
  keys: readonly string[],
  { invoice, customer, predecessors }: IxcReading,
  chosen: string | undefined,
): Promise<Result<AsaasReading, FailureView>> {
  const locate = (id: string) => referencedCharges(ports, accounts, keys, id);
  const [referenced, payers] = await Promise.all([
    locate(invoice.id),
    readPayers(client, keys, customer, chosen),
  ]);
  if (!referenced.ok) return referenced;
  if (!payers.ok) return payers;
  const charges: Charge[] = [];
  for (const { id } of predecessors) {
    const answer = await locate(id);
    if (!answer.ok) return answer;
    charges.push(...answer.value);
  }
  return ok({ referenced: referenced.value, predecessors: charges, ...payers.value });
}

async function readPayers(
  client: AsaasClient,
  keys: readonly string[],
  customer: Customer,
  chosen: string | undefined,
): Promise<Result<PayerReading, FailureView>> {
  const byReference = await readByReference(client, keys, customer.id);
  if (!byReference.ok) return byReference;
  // Also where a payer has our reference: another record of the same person may owe the same money.
  const hasDocument = documentKind(customer.document) !== null;
  const byDocument = hasDocument ? await client.listPayers({ cpfCnpj: customer.document }) : ok([]);
  if (!byDocument.ok) return fail(asaasFailureView(byDocument.error));

  const ids = [...byReference.value, ...byDocument.value].flatMap((payer) =>
    payer.deleted ? [] : [payer.id],
  );
  const first = chosen !== undefined && ids.includes(chosen) ? [chosen] : [];
  const unreferenced: Charge[] = [];
  for (const payer of [...new Set([...first, ...ids])].slice(0, MOST_PAYERS)) {
    const open = await readOpenCharges(client, payer);
    if (!open.ok) return open;
    unreferenced.push(...open.value.filter((charge) => !isOfKeys(charge, keys)));
  }
  return ok({ byReference: byReference.value, byDocument: byDocument.value, unreferenced });
}

/** A payer may carry the customer's reference under any key of the provider. */
async function readByReference(
  client: AsaasClient,
  keys: readonly string[],
  customerId: string,
): Promise<Result<Payer[], FailureView>> {
  const payers: Payer[] = [];
  for (const key of keys) {
    const answer = await client.listPayers({ externalReference: payerReference(key, customerId) });
    if (!answer.ok) return fail(asaasFailureView(answer.error));
    payers.push(...answer.value);
  }
  return ok(payers);
}

async function readOpenCharges(
  client: AsaasClient,
  customer: string,
): Promise<Result<Charge[], FailureView>> {
  const charges: Charge[] = [];
  for (const status of ['PENDING', 'OVERDUE']) {
    for (let page = 0, more = true; more; page += 1) {
      if (page === MOST_PAGES) return fail({ code: 'asaas-rubbish' });
      const at = { offset: page * PAGE, limit: PAGE };
      const answer = await client.listCharges({ customer, status }, at);
      if (!answer.ok) return fail(asaasFailureView(answer.error));
      charges.push(...answer.value.items);
      more = answer.value.hasMore;
    }
  }
  return ok(charges);
}
