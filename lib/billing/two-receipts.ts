import { todayInSaoPaulo } from './calendar.ts';
import type { Charge } from './charge.ts';
import type { Invoice } from './invoice.ts';
import { livenessOf } from './status.ts';

/** One reading of the ledger that found the invoice received, and how the charge stood after it. */
export interface SeenReceived {
  /** ms since the epoch. */
  readonly invoiceReadAt: number;
  /** The last reading that found the charge unpaid; null when there is none after the invoice's. */
  readonly chargeLiveAt: number | null;
}

/** These means of payment are known to Asaas in the moment they are used; a boleto takes days. */
const AT_ONCE: ReadonlySet<string> = new Set(['PIX', 'CREDIT_CARD', 'DEBIT_CARD']);

/** Money that Asaas holds, or is about to: a receipt in cash is the counter's own. */
function isPaidAtAsaas(charge: Charge): boolean {
  if (charge.status === 'RECEIVED_IN_CASH') return false;
  const liveness = livenessOf(charge);
  return liveness === 'paid' || (liveness === 'settling' && charge.status === 'CONFIRMED');
}

/**
 * Whether a charge that was paid and an invoice that was received are two receipts of the same money's
 * worth. The usual case is one: the operator registers in IXC what Asaas received. So it takes proof: the
 * invoice was received on an earlier day than the payer paid, or it was seen received before that, or the
 * charge was still unpaid when the invoice had been seen received, by a means that is known at once.
 */
export function areTwoReceipts(
  invoice: Invoice,
  charge: Charge,
  seen: SeenReceived | null,
): boolean {
  if (invoice.status !== 'received' || invoice.renegotiated || !isPaidAtAsaas(charge)) return false;
  const payerPaidOn = charge.clientPaymentDate;
  const receivedOn = invoice.paidOn ?? null;
  if (payerPaidOn !== null && receivedOn !== null) {
    if (receivedOn < payerPaidOn) return true;
    // Registered after the payment: it is this payment.
    if (receivedOn > payerPaidOn) return false;
  }
  if (seen === null) return false;
  if (payerPaidOn !== null && todayInSaoPaulo(seen.invoiceReadAt) < payerPaidOn) return true;
  const wasLiveAfter = seen.chargeLiveAt !== null && seen.chargeLiveAt >= seen.invoiceReadAt;
  return wasLiveAfter && AT_ONCE.has(charge.billingType);
}
