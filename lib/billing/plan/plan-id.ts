import { shortHash } from '../canonical.ts';
import type { Charge } from '../charge.ts';
import type { Customer, Invoice } from '../invoice.ts';
import { normaliseDocument } from '../document.ts';
import { normaliseName } from '../person-name.ts';
import type { SendPlan } from '../send-plan.types.ts';

/** What of a charge a confirmation is about; that somebody opened its link meanwhile is not. */
function seen({ id, accountId, payerId, status, deleted, value, dueDate }: Charge) {
  return { id, accountId, payerId, status, deleted, value, dueDate };
}

function shown(plan: SendPlan): unknown {
  switch (plan.kind) {
    case 'new':
    case 'blocked':
      return plan;
    case 'reuse':
    case 'update':
    case 'adopt':
      return { ...plan, charge: seen(plan.charge) };
    case 'duplicate':
      return { ...plan, charges: plan.charges.map(seen) };
  }
}

/** A fingerprint of what the operator saw: the same plan has the same id, another one another. */
export function planId(plan: SendPlan): string {
  return shortHash(shown(plan));
}

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
