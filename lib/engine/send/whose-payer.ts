import type { Payer } from '../../billing/charge.ts';
import { documentKind, normaliseDocument } from '../../billing/document.ts';
import type { Customer } from '../../billing/invoice.ts';
import { ownKeys } from '../../billing/own-keys.ts';
import { payerReference } from '../../billing/reference.ts';
import type { PanelSettings } from '../../settings/settings.ts';
import type { EnginePorts } from '../ports.ts';
import { agrees } from './under-alias.ts';

/** A customer as IXC has it now; null where it cannot be asked. */
export async function customerOf(
  { ixc }: Pick<EnginePorts, 'ixc'>,
  origin: string,
  customerId: string,
): Promise<Customer | null> {
  const reader = await ixc(origin);
  if (!reader.ok || reader.value.source === 'hand') return null;
  const read = await reader.value.client.customer(customerId);
  return read.ok ? read.value : null;
}

/** Neither our reference nor the document says that the payer is the customer, and IXC has a document. */
export function isSomebodyElse(
  payer: Payer,
  customer: Customer,
  { providerKey, aliases }: Pick<PanelSettings, 'providerKey' | 'aliases'>,
): boolean {
  if (documentKind(normaliseDocument(customer.document)) === null) return false;
  const references = ownKeys(providerKey, aliases).map((key) => payerReference(key, customer.id));
  return !references.some((each) => each === payer.reference) && !agrees(payer, customer);
}
