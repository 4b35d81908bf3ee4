import type { EnginePorts } from '../ports.ts';
import type { Subject } from './subjects.ts';

/**
 * Whose invoice it is, asked of IXC at this moment: no name is ever kept. Null where IXC cannot be read now,
 * as while the vault is locked.
 */
export async function customerNameOf(
  { ledger, ixc }: Pick<EnginePorts, 'ledger' | 'ixc'>,
  { origin, invoiceId }: Pick<Subject, 'origin' | 'invoiceId'>,
): Promise<string | null> {
  if (origin === null || invoiceId === null) return null;
  const reader = await ixc(origin);
  if (!reader.ok || reader.value.source === 'hand') return null;
  const { client } = reader.value;
  const known = await ledger.invoices.get([origin, invoiceId]);
  const read = known ? null : await client.invoice(invoiceId);
  const customerId = known?.customerId ?? (read?.ok === true ? read.value?.customerId : undefined);
  if (customerId === undefined) return null;
  const customer = await client.customer(customerId);
  return customer.ok ? (customer.value?.name ?? null) : null;
}
