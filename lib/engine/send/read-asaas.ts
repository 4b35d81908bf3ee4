import type { AsaasClient } from '../../asaas/client.types.ts';
import type { Charge, Payer } from '../../billing/charge.ts';
import { documentKind } from '../../billing/document.ts';
import type { Customer } from '../../billing/invoice.ts';
import { payerReference } from '../../billing/reference.ts';
import { fail, ok, type Result } from '../../billing/result.ts';
import type { FailureView } from '../../messages/failure.ts';
import type { AccountSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { asaasFailureView } from '../setup/failures.ts';
import { locateCharges } from './locate.ts';
import type { IxcReading } from './read-ixc.ts';

interface PayerReading {
  readonly byReference: readonly Payer[];
  readonly byDocument: readonly Payer[];
  /** Open charges of these payers that carry no reference at all. */
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
  providerKey: string,
  { invoice, customer, predecessors }: IxcReading,
): Promise<Result<AsaasReading, FailureView>> {
  const locate = (id: string) => locateCharges(ports, accounts, providerKey, id);
  const [referenced, payers, ...replaced] = await Promise.all([
    locate(invoice.id),
    readPayers(client, providerKey, customer),
    ...predecessors.map(({ id }) => locate(id)),
  ]);
  if (!referenced.ok) return referenced;
  if (!payers.ok) return payers;
  const charges: Charge[] = [];
  for (const answer of replaced) {
    if (!answer.ok) return answer;
    charges.push(...answer.value);
  }
  return ok({ referenced: referenced.value, predecessors: charges, ...payers.value });
}

async function readPayers(
  client: AsaasClient,
  providerKey: string,
  customer: Customer,
): Promise<Result<PayerReading, FailureView>> {
  const byReference = await client.listPayers({
    externalReference: payerReference(providerKey, customer.id),
  });
  if (!byReference.ok) return fail(asaasFailureView(byReference.error));
  let byDocument: readonly Payer[] = [];
  if (
    !byReference.value.some((payer) => !payer.deleted) &&
    documentKind(customer.document) !== null
  ) {
    const answer = await client.listPayers({ cpfCnpj: customer.document });
    if (!answer.ok) return fail(asaasFailureView(answer.error));
    byDocument = answer.value;
  }
  const candidates = [...byReference.value, ...byDocument].filter((payer) => !payer.deleted);
  const unreferenced: Charge[] = [];
  for (const payer of candidates.slice(0, 3)) {
    for (const status of ['PENDING', 'OVERDUE']) {
      const open = await client.listCharges(
        { customer: payer.id, status },
        { offset: 0, limit: 100 },
      );
      if (!open.ok) return fail(asaasFailureView(open.error));
      unreferenced.push(...open.value.items.filter(({ reference }) => reference === null));
    }
  }
  return ok({ byReference: byReference.value, byDocument, unreferenced });
}
