import type { Invoice } from './invoice.ts';

/** What tells one `fn_areceber` record from another one that bears its number. */
export type InvoiceIdentity = Pick<
  Invoice,
  'customerId' | 'contractId' | 'document' | 'issuedOn' | 'dueDate' | 'value'
>;

/**
 * Whether two readings of one number are of one record. A base that was restored gives its numbers out
 * again, and the customer alone is no proof: a subscriber has an invoice a month, of the same contract and
 * value. An operator edits one thing at a time; a record in which two things differ is another one, and so
 * is one of another due date where IXC tells neither document nor day of issue.
 */
export function isSameInvoice(one: InvoiceIdentity, other: InvoiceIdentity): boolean {
  if (one.customerId !== other.customerId) return false;
  const isOtherDue = one.dueDate !== other.dueDate;
  const marks = [
    differs(one.contractId, other.contractId),
    differs(one.document, other.document),
    differs(one.issuedOn, other.issuedOn),
  ];
  const isMarked = marks[1] !== null || marks[2] !== null;
  if (!isMarked && isOtherDue) return false;
  const differing = [...marks, isOtherDue, one.value !== other.value].filter(
    (each) => each === true,
  );
  return differing.length <= 1;
}

/** Null where one of the two does not say. */
function differs(one: string | null, other: string | null): boolean | null {
  return one === null || other === null ? null : one !== other;
}
