import type { Charge } from '../billing/charge.ts';
import { z } from '../schema.ts';
import { date, flag, link, optionalDate, optionalReais, optionalText, reais } from './values.ts';

/**
 * `PaymentGetResponseDTO`, projected. Unknown keys are dropped and unknown statuses kept; what identifies
 * a charge and says what it is worth must be there, or the whole answer is refused.
 */
const body = z.object({
  id: z.string().min(1),
  customer: z.string().min(1),
  externalReference: optionalText,
  status: z.string().min(1),
  deleted: flag,
  billingType: z.string().min(1),
  value: reais,
  netValue: optionalReais,
  originalValue: optionalReais,
  dueDate: date,
  originalDueDate: optionalDate,
  dateCreated: date,
  paymentDate: optionalDate,
  clientPaymentDate: optionalDate,
  creditDate: optionalDate,
  description: optionalText,
  invoiceUrl: link,
  bankSlipUrl: link,
  invoiceNumber: optionalText,
  // An id that nothing needs, and no reason to refuse an answer; only whether it is there matters.
  pixTransaction: optionalText.catch(null),
  // A moment in one of two formats; only whether it is there matters.
  lastInvoiceViewedDate: optionalText,
  lastBankSlipViewedDate: optionalText,
});

/** Reads charges of one account. */
export function chargeBody(accountId: string): z.ZodType<Charge> {
  return body.transform((charge): Charge => ({
    id: charge.id,
    accountId,
    payerId: charge.customer,
    reference: charge.externalReference,
    status: charge.status,
    deleted: charge.deleted,
    billingType: charge.billingType,
    value: charge.value,
    netValue: charge.netValue,
    originalValue: charge.originalValue,
    dueDate: charge.dueDate,
    originalDueDate: charge.originalDueDate,
    createdOn: charge.dateCreated,
    paymentDate: charge.paymentDate,
    clientPaymentDate: charge.clientPaymentDate,
    creditDate: charge.creditDate,
    description: charge.description ?? '',
    invoiceUrl: charge.invoiceUrl,
    bankSlipUrl: charge.bankSlipUrl,
    invoiceNumber: charge.invoiceNumber,
    ...(charge.pixTransaction === null ? {} : { byPix: true as const }),
    viewed: charge.lastInvoiceViewedDate !== null || charge.lastBankSlipViewedDate !== null,
  }));
}
