import type { SendFacts } from '../../../billing/send-plan.types.ts';
import type { PayerData, SharedDocument } from '../../../messages/payer-data.ts';
import type { EnginePorts } from '../../ports.ts';
import type { Gathered } from '../../send/gather.ts';

/** More records of one person than these are not counted one by one. */
const MOST_COUNTED = 8;

/** How many charges each payer to choose from has. One that cannot be read is left out. */
export async function countCharges({ facts, client }: Gathered): Promise<PayerData['charges']> {
  if (client === null) return {};
  const ids = [...facts.payersByReference, ...facts.payersByDocument].map(({ id }) => id);
  const counts: Record<string, number> = {};
  for (const customer of [...new Set(ids)].slice(0, MOST_COUNTED)) {
    const page = await client.listCharges({ customer }, { offset: 0, limit: 1 });
    if (page.ok) counts[customer] = page.value.totalCount;
  }
  return counts;
}

/** The other customers of IXC that have this CPF or CNPJ; null: it cannot be searched for here. */
export async function findShared(
  ports: EnginePorts,
  origin: string,
  { customer }: Pick<SendFacts, 'customer'>,
): Promise<readonly SharedDocument[] | null> {
  if (customer.document === '') return null;
  const reader = await ports.ixc(origin);
  if (!reader.ok || reader.value.source === 'hand') return null;
  const found = await reader.value.client.findCustomers({ document: customer.document });
  if (!found.ok) return null;
  return found.value
    .filter(({ id }) => id !== customer.id)
    .map(({ id, name }) => ({ customerId: id, name, payerId: null }));
}
