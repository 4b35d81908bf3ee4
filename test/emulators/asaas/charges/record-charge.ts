import { civilDate } from '../../http/sao-paulo.ts';
import type { Account } from '../account/account.ts';
import { today, type World } from '../world.ts';
import type { ChargeRecord } from './charge-record.ts';
import type { Terms } from './terms.ts';

export interface NewCharge {
  readonly customer: string;
  readonly billingType: ChargeRecord['billingType'];
  /** Cents. */
  readonly value: number;
  readonly dueDate: string;
  readonly description: string | null;
  readonly externalReference: string | null;
  readonly terms: Terms;
  readonly daysAfterDueDateToRegistrationCancellation: number | null;
  readonly postalService: boolean;
  readonly keyId: string | null;
  readonly installment?: string;
  readonly installmentNumber?: number;
  /** Instant in ms; default now. */
  readonly createdAt?: number;
}

/** Puts a charge on record without asking whether the API would accept it. */
export function recordCharge(world: World, account: Account, charge: NewCharge): ChargeRecord {
  const sequence = world.ids.next();
  const createdAt = charge.createdAt ?? world.clock.now();
  const record: ChargeRecord = {
    id: world.ids.charge(),
    accountId: account.id,
    sequence,
    createdAt,
    dateCreated: civilDate(createdAt),
    keyId: charge.keyId,
    invoiceNumber: String(sequence).padStart(8, '0'),
    installment: charge.installment ?? null,
    installmentNumber: charge.installmentNumber ?? null,
    originalDueDate: charge.dueDate,
    customer: charge.customer,
    status: charge.dueDate < today(world) ? 'OVERDUE' : 'PENDING',
    billingType: charge.billingType,
    value: charge.value,
    originalValue: null,
    interestValue: null,
    dueDate: charge.dueDate,
    description: charge.description,
    externalReference: charge.externalReference,
    terms: charge.terms,
    daysAfterDueDateToRegistrationCancellation: charge.daysAfterDueDateToRegistrationCancellation,
    postalService: charge.postalService,
    deleted: false,
    paymentDate: null,
    clientPaymentDate: null,
    confirmedDate: null,
    creditDate: null,
    pixTransaction: null,
    pixQrCodeId: null,
    nossoNumero: String(1_000_000 + sequence),
    receiptUrl: null,
    invoiceViewedAt: null,
    bankSlipViewedAt: null,
    chargebackStatus: null,
    refunds: [],
    revision: 1,
    listedFrom: 0,
  };
  account.charges.set(record.id, record);
  return record;
}
