import type { Terms } from './terms.ts';

export const STATUSES = [
  'PENDING',
  'RECEIVED',
  'CONFIRMED',
  'OVERDUE',
  'REFUNDED',
  'RECEIVED_IN_CASH',
  'REFUND_REQUESTED',
  'REFUND_IN_PROGRESS',
  'CHARGEBACK_REQUESTED',
  'CHARGEBACK_DISPUTE',
  'AWAITING_CHARGEBACK_REVERSAL',
  'DUNNING_REQUESTED',
  'DUNNING_RECEIVED',
  'AWAITING_RISK_ANALYSIS',
  // Missing in the published definition, but answered by the real API.
  'AUTHORIZED',
] as const;

/** What a client may ask for; answers may also say DEBIT_CARD, TRANSFER or DEPOSIT. */
export const BILLING_TYPES = ['UNDEFINED', 'BOLETO', 'CREDIT_CARD', 'PIX'] as const;

export type BillingType = (typeof BILLING_TYPES)[number];

export interface RefundRecord {
  readonly dateCreated: string;
  readonly value: number;
  /** `DONE` at once for a Pix of an ordinary account; `PENDING` until somebody settles it otherwise. */
  status: string;
  readonly description: string | null;
  readonly endToEndIdentifier: string | null;
  readonly receiptUrl: string;
}

/** One charge as the emulator keeps it. Money in cents, days civil, instants in ms. */
export interface ChargeRecord {
  readonly id: string;
  readonly accountId: string;
  /** Order of creation. */
  readonly sequence: number;
  readonly createdAt: number;
  readonly dateCreated: string;
  /** The key that created it; null when nobody asked the API for it. */
  readonly keyId: string | null;
  readonly invoiceNumber: string;
  readonly installment: string | null;
  readonly installmentNumber: number | null;
  readonly originalDueDate: string;
  customer: string;
  /** A string, because the control may give it a value that no client knows yet. */
  status: string;
  billingType: BillingType;
  value: number;
  originalValue: number | null;
  interestValue: number | null;
  dueDate: string;
  description: string | null;
  externalReference: string | null;
  terms: Terms;
  daysAfterDueDateToRegistrationCancellation: number | null;
  postalService: boolean;
  deleted: boolean;
  paymentDate: string | null;
  clientPaymentDate: string | null;
  confirmedDate: string | null;
  creditDate: string | null;
  pixTransaction: string | null;
  pixQrCodeId: string | null;
  nossoNumero: string | null;
  receiptUrl: string | null;
  invoiceViewedAt: number | null;
  bankSlipViewedAt: number | null;
  chargebackStatus: string | null;
  readonly refunds: RefundRecord[];
  /** Counts updates: without a Pix key of its own, the QR code changes with every one. */
  revision: number;
  /** Lists leave it out before this instant. */
  listedFrom: number;
}

/** Whether a payer can still pay it, and the API may still change or remove it. */
export function isOpen(charge: ChargeRecord): boolean {
  return charge.status === 'PENDING' || charge.status === 'OVERDUE';
}

/** Whether the payer can use a boleto: it is one, or the payer chooses the means. */
export function hasBoleto({ billingType }: Pick<ChargeRecord, 'billingType'>): boolean {
  return billingType === 'BOLETO' || billingType === 'UNDEFINED';
}
