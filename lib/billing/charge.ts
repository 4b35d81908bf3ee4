import type { CivilDate } from './calendar.ts';
import type { Contact } from './invoice.ts';
import type { Cents } from './money.ts';

export type Environment = 'production' | 'sandbox';

/** What a payer may pay with. `UNDEFINED` lets the payer choose (Asaas's own word). */
export type BillingType = 'UNDEFINED' | 'BOLETO' | 'PIX';

/**
 * One Asaas payment, projected. `status` keeps whatever Asaas said: new values must survive, and are
 * classified by `classifyCharge`, never by comparing here.
 */
export interface Charge {
  readonly id: string;
  readonly accountId: string;
  /** Asaas customer id (`cus_…`). */
  readonly payerId: string;
  /** Our `externalReference`, null when the charge has none. */
  readonly reference: string | null;
  readonly status: string;
  readonly deleted: boolean;
  readonly billingType: string;
  readonly value: Cents;
  readonly netValue: Cents | null;
  /** The value before fine, interest or discount, present once paid with a difference. */
  readonly originalValue: Cents | null;
  readonly dueDate: CivilDate;
  /** The due date that it was made with, which Asaas keeps. Absent: read before this was kept. */
  readonly originalDueDate?: CivilDate | null;
  readonly createdOn: CivilDate;
  readonly paymentDate: CivilDate | null;
  readonly clientPaymentDate: CivilDate | null;
  readonly creditDate: CivilDate | null;
  readonly description: string;
  readonly invoiceUrl: string | null;
  readonly bankSlipUrl: string | null;
  readonly invoiceNumber: string | null;
  /** A Pix transaction belongs to it, whatever its method says. Absent: none, or read before this was kept. */
  readonly byPix?: true;
  /** The payer opened the invoice or the boleto (`lastInvoiceViewedDate` / `lastBankSlipViewedDate`). */
  readonly viewed: boolean;
}

/** What Asaas tells of a charge beside what charging needs. Read when somebody looks, and never kept. */
export interface ChargeStory {
  /** Fine and interest that were paid on top, in cents; null: not paid late, or Asaas does not say. */
  readonly accruedPaid: Cents | null;
  readonly confirmedOn: CivilDate | null;
  readonly estimatedCreditOn: CivilDate | null;
  /** When the payer last opened the invoice or the boleto, ms since the epoch; null: never. */
  readonly invoiceViewedAt: number | null;
  readonly slipViewedAt: number | null;
  readonly refunds: readonly { status: string; value: Cents; requestedOn: CivilDate }[];
}

/** What a payer scans or pastes to pay a charge by Pix. */
export interface PixCode {
  readonly payload: string;
  /** PNG, base64 without prefix. */
  readonly imagePng: string;
  /** `YYYY-MM-DD HH:mm:ss` in America/Sao_Paulo, as Asaas writes it. */
  readonly expiresAt: string;
}

/** An Asaas customer, projected to what choosing a payer needs. */
export interface Payer {
  readonly id: string;
  readonly name: string;
  readonly document: string;
  readonly reference: string | null;
  readonly deleted: boolean;
  /** `notificationDisabled`: Asaas tells it nothing by itself. Absent: unread. */
  readonly silenced?: boolean;
  /** How Asaas reaches it. Absent: unread. In memory alone, and never told to the panel. */
  readonly contact?: Contact;
}
