import type { ChargebackStage } from '../charges/chargeback.ts';
import type { BillingType, ChargeRecord } from '../charges/charge-record.ts';
import type { Payment } from '../charges/pay.ts';
import type { CustomerRecord } from '../customers/customer-record.ts';
import type { NotificationRecord } from '../customers/notification-record.ts';
import type { FaultRule } from '../faults/fault.ts';
import type { FaultState } from '../faults/fault-book.ts';
import type { AccountSeed, Environment } from '../options.ts';
import type { LoggedRequest, RequestFilter } from '../request-log.ts';
import type { StatementEntry } from '../account/statement.ts';

/** A charge that is simply there; the API's checks do not apply. Value in cents. */
export interface ChargeSeed {
  readonly customer: string;
  readonly value: number;
  readonly dueDate: string;
  /** Default BOLETO. */
  readonly billingType?: BillingType;
  readonly externalReference?: string;
  readonly description?: string;
  /** Instant in ms; default now. */
  readonly createdAt?: number;
}

/** What somebody else may change about a charge, from the Asaas web site or another system. */
export type ChargeEdit = Partial<
  Pick<
    ChargeRecord,
    | 'customer'
    | 'status'
    | 'billingType'
    | 'value'
    | 'dueDate'
    | 'description'
    | 'externalReference'
    | 'terms'
  >
>;

export type AccountEdit = Partial<
  Pick<AccountSeed, 'ownPixKey' | 'dailyCreationLimit' | 'approval' | 'balance' | 'slowRefunds'>
>;

export interface AccountSnapshot {
  readonly id: string;
  readonly environment: Environment;
  /** Cents. */
  readonly balance: number;
  /** Requests of the running 12 hours. */
  readonly requests: number;
  readonly customers: readonly CustomerRecord[];
  readonly notifications: readonly NotificationRecord[];
  /** In order of creation, deleted ones included. */
  readonly charges: readonly ChargeRecord[];
  readonly statement: readonly StatementEntry[];
}

export interface Snapshot {
  readonly now: number;
  readonly accounts: readonly AccountSnapshot[];
}

/**
 * What a test may do to the emulated Asaas behind the API's back. Money in cents, instants in ms of
 * the emulator's clock. Every argument and result survives JSON, so that the same commands work from
 * another process (`connectControl`). Records are copies; an unknown id is an error.
 */
export interface AsaasControl {
  // Time
  now(): number;
  /** Moves ahead; late commits, latencies and due dates on the way take effect. */
  advance(ms: number): Promise<void>;
  /** Jumps to an instant in ms or an ISO date. */
  setTime(time: number | string): Promise<void>;
  /** Stops the clock, or lets it tick like the real one again. */
  freeze(): void;
  resume(): void;

  // Faults and traffic
  /** Returns the rule's id. */
  addFault(rule: FaultRule): string;
  removeFault(id: string): void;
  clearFaults(): void;
  faults(): readonly FaultState[];
  /** Requests in order of arrival. */
  requests(filter?: RequestFilter): readonly LoggedRequest[];
  clearRequests(): void;

  // What is there
  /** Charges of a reference (all without one) in every account, deleted ones included. */
  charges(reference?: string): readonly ChargeRecord[];
  charge(id: string): ChargeRecord;
  customers(reference?: string): readonly CustomerRecord[];
  snapshot(): Snapshot;

  // Seeds
  addAccount(seed: AccountSeed): void;
  changeAccount(id: string, edit: AccountEdit): void;
  setKeyEnabled(keyId: string, enabled: boolean): void;
  /** Null: everything. */
  setKeyScopes(keyId: string, scopes: readonly string[] | null): void;
  /** A body as POST /customers takes it. */
  seedCustomer(accountId: string, body: Readonly<Record<string, unknown>>): CustomerRecord;
  seedCharge(accountId: string, charge: ChargeSeed): ChargeRecord;
  /** Back to the accounts of the options: no charge, no fault, no log. The clock goes on. */
  reset(): void;

  // What payers and other people do
  /** The payer pays what is due today; RECEIVED for Pix, CONFIRMED for boleto and card. */
  pay(chargeId: string, payment?: Payment): ChargeRecord;
  /** Paid but not credited, whatever the means: also a Pix that is held back for three days. */
  confirm(chargeId: string): ChargeRecord;
  /** The money of a CONFIRMED charge arrives today. */
  credit(chargeId: string): ChargeRecord;
  overdue(chargeId: string): ChargeRecord;
  /** The payer opens the invoice, or the boleto's PDF. */
  view(chargeId: string, what?: 'invoice' | 'bankSlip'): ChargeRecord;
  edit(chargeId: string, edit: ChargeEdit): ChargeRecord;
  delete(chargeId: string): ChargeRecord;
  restore(chargeId: string): ChargeRecord;
  refund(chargeId: string, refund?: { value?: number; description?: string }): ChargeRecord;
  /** What is PENDING of a charge's refunds is carried out, or called off. Default DONE. */
  settleRefunds(chargeId: string, status?: 'DONE' | 'CANCELLED'): ChargeRecord;
  chargeback(chargeId: string, stage?: ChargebackStage): ChargeRecord;
  /** A Pix to the account's key: a received charge that no reference explains. */
  strayPix(accountId: string, value: number): ChargeRecord;
}
