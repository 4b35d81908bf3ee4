import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EditedCharge, PlannedEdit } from '../../../billing/edit/charge-edit.ts';
import { invoiceFingerprint } from '../../../billing/send-plan.ts';
import type { SendFacts } from '../../../billing/send-plan.types.ts';

/**
 * Names exactly what a person agreed to: every change with what it changes from, the charge as it was
 * beside it, and the invoice and customer in IXC. A charge that fell due meanwhile is the same charge.
 */
export function editConfirmation(
  edit: PlannedEdit,
  { charge, terms }: EditedCharge,
  { invoice, customer }: Pick<SendFacts, 'invoice' | 'customer'>,
): string {
  const { id, value, dueDate, billingType, description, payerId } = charge;
  const seen = [id, value, dueDate, billingType, description, payerId, terms];
  const text = JSON.stringify([edit, seen, invoiceFingerprint(invoice, customer)]);
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 32);
}
