import type { Invoice } from './invoice.ts';

/**
 * Whether a row may offer to send its invoice: something is open in IXC, the invoice is released, and it
 * was not renegotiated. A hint for the button; `planSend` decides.
 */
export function canSendInvoice(
  invoice: Pick<Invoice, 'status' | 'open' | 'released' | 'renegotiated'>,
): boolean {
  const isOpen = invoice.status === 'open' || invoice.status === 'partial';
  return isOpen && invoice.open > 0 && invoice.released && !invoice.renegotiated;
}
