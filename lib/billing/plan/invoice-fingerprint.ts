import { shortHash } from '../canonical.ts';
import type { Customer, Invoice } from '../invoice.ts';
import { normaliseDocument } from '../document.ts';
import { normaliseName } from '../person-name.ts';

/**
 * A fingerprint of what a confirmation rests on in IXC. Another one just before the request means that
 * status, open balance, due date or payer changed since, and that nothing may be sent.
 */
export function invoiceFingerprint(
  invoice: Pick<Invoice, 'status' | 'open' | 'dueDate' | 'customerId'>,
  customer: Pick<Customer, 'id' | 'document' | 'name'>,
): string {
  return shortHash([
    invoice.status,
    invoice.open,
    invoice.dueDate,
    invoice.customerId,
    customer.id,
    normaliseDocument(customer.document),
    normaliseName(customer.name),
  ]);
}
