import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge, Payer } from '../../billing/charge.ts';
import type { AgreedDate } from '../../billing/edit/agreed-date.ts';
import { documentKind } from '../../billing/document.ts';
import type { Customer } from '../../billing/invoice.ts';
import { isOfKeys } from '../../billing/own-keys.ts';
import type { DueWindow } from '../../billing/plan/lookalikes.ts';
import { payerReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { agreedDates } from './agreed-dates.ts';
import { madeWithAccrued } from './made-with-accrued.ts';
import type { IxcReading } from './read-ixc.ts';
import { referencedCharges } from './referenced.ts';

/** Records of one person that are looked through for charges that look the same. */
const MOST_PAYERS = 30;
const PAGE = 100;
/** Charges of one payer that are looked at, due within a few weeks. */
const MOST_CHARGES = 300;

interface PayerReading {
  readonly byReference: readonly Payer[];
  readonly byDocument: readonly Payer[];
  /** Charges of these payers due then that are not this provider's: somebody else's, or another key's. */
  readonly unreferenced: readonly Charge[];
  /** False: there are more than were read. */
  readonly unreferencedRead: boolean;
}

/** What Asaas says of one invoice: its charges in every account, its predecessors', its payers. */
export interface AsaasReading extends PayerReading {
  readonly referenced: readonly Charge[];
  readonly madeWithAccrued: ReadonlyMap<string, boolean>;
  readonly agreed: ReadonlyMap<string, AgreedDate>;
  readonly predecessors: readonly Charge[];
}

/** Reads all of it, or says why not. */
export async function readAsaas(
  ports: EnginePorts,
  accounts: readonly AccountSettings[],
  client: AsaasClient,
  keys: readonly string[],
  { invoice, customer, predecessors }: IxcReading,
  windows: readonly DueWindow[],
): Promise<Result<AsaasReading, FailureView>> {
  const locate = (id: string) => referencedCharges(ports, accounts, keys, id);
  const [referenced, payers] = await Promise.all([
    locate(invoice.id),
    readPayers(client, keys, customer, windows),
  ]);
  if (!referenced.ok) return referenced;
  if (!payers.ok) return payers;
  const charges: Charge[] = [];
  for (const { id } of predecessors) {
    const answer = await locate(id);
    if (!answer.ok) return answer;
    charges.push(...answer.value);
  }
  const pairs = keys.map((key): [string, string] => [key, invoice.id]);
  const jobs = await ports.ledger.jobs.where('[providerKey+invoiceId]').anyOf(pairs).toArray();
  return ok({
    referenced: referenced.value,
    madeWithAccrued: madeWithAccrued(jobs, referenced.value),
    agreed: agreedDates(jobs, referenced.value),
    predecessors: charges,
    ...payers.value,
  });
}

async function readPayers(
  client: AsaasClient,
  keys: readonly string[],
  customer: Customer,
  windows: readonly DueWindow[],
): Promise<Result<PayerReading, FailureView>> {
  const byReference = await readByReference(client, keys, customer.id);
  if (!byReference.ok) return byReference;
  // Also where a payer has our reference: another record of the same person may owe the same money.
  const hasDocument = documentKind(customer.document) !== null;
  const byDocument = hasDocument ? await client.listPayers({ cpfCnpj: customer.document }) : ok([]);
  if (!byDocument.ok) return fail(asaasFailureView(byDocument.error));

  const payers = [...byReference.value, ...byDocument.value].filter(({ deleted }) => !deleted);
  const ids = [...new Set(payers.map(({ id }) => id))];
  const unreferenced: Charge[] = [];
  let unreferencedRead = ids.length <= MOST_PAYERS;
  for (const payer of ids.slice(0, MOST_PAYERS)) {
    for (const window of windows) {
      const due = await readCharges(client, payer, window);
      if (!due.ok) return due;
      unreferenced.push(...due.value.charges.filter((charge) => !isOfKeys(charge, keys)));
      unreferencedRead &&= due.value.complete;
    }
  }
  return ok({
    byReference: byReference.value,
    byDocument: byDocument.value,
    unreferenced,
    unreferencedRead,
  });
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

/** In any status: what was paid, or is being paid, is as much a charge of the same money as an open one. */
async function readCharges(
  client: AsaasClient,
  customer: string,
  { from, to }: DueWindow,
): Promise<
  Result<{ readonly charges: readonly Charge[]; readonly complete: boolean }, FailureView>
> {
  const filter = { customer, 'dueDate[ge]': from, 'dueDate[le]': to } as const;
  const charges: Charge[] = [];
  for (let offset = 0; offset < MOST_CHARGES; offset += PAGE) {
    const page = await client.listCharges(filter, { offset, limit: PAGE });
    if (!page.ok) return fail(asaasFailureView(page.error));
    charges.push(...page.value.items);
    if (!page.value.hasMore) return ok({ charges, complete: true });
  }
  return ok({ charges, complete: false });
}
