import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { invoiceFingerprint } from '../../billing/send-plan.ts';
import type { Customer, Invoice } from '../../billing/invoice.ts';
import type { SendPlan } from '../../billing/send-plan.types.ts';

/**
 * Names exactly what the operator agreed to: the invoice and customer as they were, and what will be
 * asked of Asaas. Who the payer turns out to be at Asaas is left out, since creating the payer is part
 * of carrying the same plan out.
 */
export function confirmationOf(plan: SendPlan, invoice: Invoice, customer: Customer): string {
  const text = JSON.stringify([plan.kind, askedOf(plan), invoiceFingerprint(invoice, customer)]);
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
}

function askedOf(plan: SendPlan): unknown {
  switch (plan.kind) {
    case 'new':
      return plan.draft;
    case 'update':
      return [plan.charge.id, plan.value?.to ?? null, plan.dueDate?.to ?? null];
    case 'reuse':
    case 'adopt':
      return plan.charge.id;
    case 'duplicate':
    case 'blocked':
      return null;
  }
}
