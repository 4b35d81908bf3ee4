import type { ChargeRecord } from '../charges/charge-record.ts';
import { NO_TERMS, type Terms } from '../charges/terms.ts';
import type { CustomerRecord } from '../customers/customer-record.ts';
import type { NotificationRecord } from '../customers/notification-record.ts';
import type { AccountSeed, Environment, Fees } from '../options.ts';
import type { StatementEntry } from './statement.ts';

export interface Key {
  readonly id: string;
  readonly key: string;
  scopes: readonly string[] | null;
  enabled: boolean;
}

/** Requests counted since `start`, in ms. */
export interface RequestWindow {
  start: number;
  count: number;
}

/** One Asaas account with all it holds. Money in cents. */
export interface Account {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly document: string;
  readonly email: string;
  readonly keys: Key[];
  readonly terms: Terms;
  readonly fees: Fees;
  ownPixKey: boolean;
  dailyCreationLimit: number;
  approval: string;
  balance: number;
  /** Refunds stay PENDING until they are settled. */
  slowRefunds: boolean;
  readonly customers: Map<string, CustomerRecord>;
  readonly notifications: Map<string, NotificationRecord>;
  readonly charges: Map<string, ChargeRecord>;
  /** Oldest first. */
  readonly statement: StatementEntry[];
  /** Charges created per civil day. */
  readonly createdOn: Map<string, number>;
  quota: RequestWindow | null;
  readonly windows: Map<string, RequestWindow>;
  getsInFlight: number;
}

export function openAccount(seed: AccountSeed): Account {
  return {
    id: seed.id,
    environment: seed.environment,
    name: seed.name,
    document: seed.document,
    email: seed.email,
    keys: seed.keys.map(({ id, key, scopes, enabled }) => ({
      id,
      key,
      scopes: scopes ?? null,
      enabled: enabled ?? true,
    })),
    terms: { ...NO_TERMS, ...seed.terms },
    fees: {
      boleto: 199,
      pix: 199,
      cardFixed: 49,
      cardPercent: 2.99,
      messaging: 99,
      ...seed.fees,
    },
    ownPixKey: seed.ownPixKey ?? true,
    dailyCreationLimit: seed.dailyCreationLimit ?? 5_000,
    approval: seed.approval ?? 'APPROVED',
    balance: seed.balance ?? 100_000,
    slowRefunds: seed.slowRefunds ?? false,
    customers: new Map(),
    notifications: new Map(),
    charges: new Map(),
    statement: [],
    createdOn: new Map(),
    quota: null,
    windows: new Map(),
    getsInFlight: 0,
  };
}

/** Where payers see invoices and slips of the account's environment. */
export function siteOf({ environment }: Account): string {
  return environment === 'sandbox' ? 'https://sandbox.asaas.com' : 'https://www.asaas.com';
}
