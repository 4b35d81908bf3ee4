import { choosePayer } from '../../../billing/plan/payer.ts';
import type { Payer } from '../../../billing/charge.ts';
import { parseReference } from '../../../billing/reference.ts';
import type { SendFacts } from '../../../billing/send-plan.types.ts';
import type { ChargeRow } from '../../../ledger/rows.ts';
import type { SharedDocument } from '../../../messages/payer-data.ts';

/** Every payer that was read, each once. */
function allPayers({ payersByReference, payersByDocument }: SendFacts): readonly Payer[] {
  return [
    ...new Map([...payersByReference, ...payersByDocument].map((one) => [one.id, one])).values(),
  ];
}

/** The payer that the charge is of, or else the one that a sending would charge; null: none, or not decided. */
export function payerOf(
  facts: SendFacts,
  charge: Pick<ChargeRow, 'payerId' | 'accountId'> | null,
): Payer | null {
  const all = allPayers(facts).filter(({ deleted }) => !deleted);
  if (charge !== null) {
    if (charge.accountId !== facts.account?.id) return null;
    return all.find(({ id }) => id === charge.payerId) ?? null;
  }
  if (facts.providerKey === null) return null;
  const chosen = choosePayer(facts, facts.providerKey);
  if (!chosen.ok || chosen.value.kind !== 'known') return null;
  return chosen.value.payer;
}

/** Payers at Asaas with the customer's document that are other customers', as their references say. */
export function othersPayers(facts: SendFacts): readonly SharedDocument[] {
  return facts.payersByDocument.flatMap(({ id, reference, deleted }): SharedDocument[] => {
    const parsed = reference === null || deleted ? null : parseReference(reference);
    if (parsed?.kind !== 'payer' || parsed.customerId === facts.customer.id) return [];
    return [{ customerId: parsed.customerId, name: null, payerId: id }];
  });
}
