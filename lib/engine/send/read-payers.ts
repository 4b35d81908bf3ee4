import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge, Payer } from '../../billing/charge.ts';
import { documentKind } from '../../billing/document.ts';
import type { Customer } from '../../billing/invoice.ts';
import { isOfKeys } from '../../billing/own-keys.ts';
import type { DueWindow } from '../../billing/plan/lookalikes.ts';
import { payerReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import type { AsaasScope } from './read-asaas.ts';
import { recentReadings } from './recent-readings.ts';

/** Records of one person that are looked through for charges that look the same. */
const MOST_PAYERS = 30;
const PAGE = 100;
/** Charges of one payer that are looked at, due within a few weeks. */
const MOST_CHARGES = 300;

export interface PayerReading {
  readonly byReference: readonly Payer[];
  readonly byDocument: readonly Payer[];
  /** Charges of these payers due then that are not this provider's: somebody else's, or another key's. */
  readonly unreferenced: readonly Charge[];
  /** False: there are more than were read. */
  readonly unreferencedRead: boolean;
}

/**
 * The payers that may stand for a customer, and their charges that look the same.
 *
 * By CPF or CNPJ first. Where one of those carries the customer's reference, it is the payer that any plan
 * takes, the lowest id of several, and the search by reference is left out: all that it could add are
 * records with another document, which no plan takes then. It is made after all where the operator chose a
 * payer, or a charge of the invoice has one, that the document does not bring.
 *
 * Only such a known payer is remembered, and only a `sparing` reading recalls it: what was read a moment
 * ago for the drawer that was confirmed. That nobody was found is never remembered, or two invoices of one
 * new customer would make two payers.
 */
export async function readPayers(
  ports: EnginePorts,
  customer: Customer,
  { account, client, keys, windows, payerId, care }: AsaasScope,
  referenced: Promise<Result<readonly Charge[], FailureView>>,
): Promise<Result<PayerReading, FailureView>> {
  const { payers: recent } = recentReadings(ports);
  const key = JSON.stringify([account.id, keys, customer.id, customer.document, windows]);
  const askedAt = ports.now();
  const recalled = care === 'sparing' ? recent.get(key, askedAt) : null;
  // On its way beside the search for the invoice's charges.
  const [charges, early] = await Promise.all([
    referenced,
    recalled === null ? readByDocument(client, customer) : null,
  ]);
  if (!charges.ok) return charges;
  if (early?.ok === false) return early;
  const inAccount = charges.value.filter(({ accountId }) => accountId === account.id);
  const wanted = inAccount.map((charge) => charge.payerId).concat(payerId ?? []);
  const isBrought = (payers: readonly Payer[]) =>
    wanted.every((id) => payers.some((payer) => payer.id === id));
  if (recalled !== null && isBrought(recalled.byDocument)) return ok(recalled);

  const byDocument = early ?? (await readByDocument(client, customer));
  if (!byDocument.ok) return byDocument;
  const ours = ofReference(byDocument.value, keys, customer.id);
  const isKnown = ours.some(({ deleted }) => !deleted) && isBrought(byDocument.value);
  const byReference = isKnown ? ok(ours) : await readByReference(client, keys, customer.id);
  if (!byReference.ok) return byReference;
  const alike = await readAlike(client, keys, windows, [...byReference.value, ...byDocument.value]);
  if (!alike.ok) return alike;
  const reading = { byReference: byReference.value, byDocument: byDocument.value, ...alike.value };
  if (isKnown) recent.put(key, reading, askedAt);
  else recent.drop(key);
  return ok(reading);
}

/** Also where a payer has our reference: another record of the same person may owe the same money. */
async function readByDocument(
  client: AsaasClient,
  { document }: Customer,
): Promise<Result<readonly Payer[], FailureView>> {
  if (documentKind(document) === null) return ok([]);
  const answer = await client.listPayers({ cpfCnpj: document });
  return answer.ok ? answer : fail(asaasFailureView(answer.error));
}

function ofReference(payers: readonly Payer[], keys: readonly string[], customerId: string) {
  const references = new Set(keys.map((key) => payerReference(key, customerId)));
  return payers.filter(({ reference }) => reference !== null && references.has(reference));
}

/** Charges of these payers due in these days, in any status. */
async function readAlike(
  client: AsaasClient,
  keys: readonly string[],
  windows: readonly DueWindow[],
  all: readonly Payer[],
): Promise<Result<Pick<PayerReading, 'unreferenced' | 'unreferencedRead'>, FailureView>> {
  const payers = all.filter(({ deleted }) => !deleted);
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
  return ok({ unreferenced, unreferencedRead });
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
