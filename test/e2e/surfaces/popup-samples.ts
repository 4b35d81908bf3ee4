import { addDays, todayInSaoPaulo } from '../../../lib/billing/calendar.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { StatusGroup } from '../../../lib/billing/status.ts';
import type { AuditEntry } from '../../../lib/ledger/audit-entry.ts';
import {
  ALERT_KINDS,
  type AggregateRow,
  type AlertKind,
  type AlertRow,
  type Bucket,
  type CounterJobRow,
  type CreateJobRow,
  type HappeningRow,
  type MetaRow,
  type QuotaRow,
} from '../../../lib/ledger/rows.ts';
import type { Found } from '../../../lib/messages/pages.ts';

export const KEY = '11222333000181';
export const ORIGIN = 'https://painel.provedor.example';
export const SANDBOX = `sandbox:${KEY}`;
export const PRODUCTION = `production:${KEY}`;
/** The moment of all samples: what is old or due is so when the pictures are taken. */
export const NOW = Date.now();
const MINUTE = 60_000;
const today = todayInSaoPaulo(NOW);

/** So many charges of a bucket on a day, counted from today. `cents` is their sum. */
export function counted(
  bucket: Bucket,
  days: number,
  count: number,
  sum: number,
  place: Partial<Pick<AggregateRow, 'accountId' | 'providerKey'>> = {},
): AggregateRow {
  const day = addDays(today, days);
  return {
    ...{ accountId: SANDBOX, providerKey: KEY, bucket, day, count, cents: sum },
    ...place,
  };
}

export const figures: readonly AggregateRow[] = [
  counted('open', 0, 12, 1_558_80),
  counted('open', 9, 1_230, 159_777_00),
  counted('open', -30, 41, 5_325_90),
  counted('received', 0, 18, 2_338_20),
  counted('received', -1, 999, 99_900_00),
  counted('received-in-cash', 0, 2, 199_80),
  counted('confirmed', 4, 7, 909_30),
];

/** How old the last complete reading of an account is, and whether one is stuck. ms. */
export function swept(accountId: string, age: number): MetaRow {
  const sweep = { readAt: NOW - age, startedAt: NOW - age, place: null };
  return {
    key: `sync:${accountId}`,
    value: { pausedUntil: null, sweeps: { paid: sweep, confirmed: sweep } },
  };
}

export const PAUSED: MetaRow = { key: 'paused', value: true };

const DETAILS: Readonly<Record<AlertKind, AlertRow['detail']>> = {
  'paid-on-both-sides': { cents: 129_90, received: 129_90 },
  'paid-twice': {},
  'several-live': { keep: 'pay_0001' },
  'reference-cleared': {},
  'counter-differs': { step: 'lower', status: 'partial', open: 4_00, cents: 129_90 },
  'key-lapse': { code: 'invalid_access_token' },
  reversed: { status: 'CHARGEBACK_REQUESTED', cents: 129_90 },
  'storage-low': { freeMb: 150 },
};

export function alert(kind: AlertKind, age = 5 * MINUTE): AlertRow {
  const isOfAll = kind === 'key-lapse' || kind === 'storage-low';
  const seen = { firstAt: NOW - age, lastAt: NOW - age, dismissedAt: null };
  return {
    ...{ id: `${kind}:${SANDBOX}:1`, kind, accountId: SANDBOX, ...seen },
    providerKey: isOfAll ? null : KEY,
    invoiceId: isOfAll ? null : '48211',
    chargeIds: isOfAll ? [] : kind.endsWith('e') ? ['pay_0001', 'pay_0002'] : ['pay_0001'],
    detail: DETAILS[kind],
  };
}

export const alerts = ALERT_KINDS.map((kind, at) => alert(kind, (at + 1) * 7 * MINUTE));

/** So much changed in IXC at once that a person must say first that it is so. */
export const heldChanges: AlertRow = {
  ...{ ...alert('counter-differs'), invoiceId: null, chargeIds: [] },
  detail: { step: 'none', why: 'many', count: 40, origin: ORIGIN },
};

/** A sending of one invoice. */
export function job(change: Partial<CreateJobRow> & { readonly id: string }): CreateJobRow {
  const reference = { origin: ORIGIN, providerKey: KEY, invoiceId: '48211' };
  const place = { accountId: SANDBOX, environment: 'sandbox' as const, ...reference };
  const progress = { attempts: [], absentLocates: [], verifications: 0, tries: 0, revision: 1 };
  return {
    ...{ kind: 'create', state: 'queued', activeKey: `active ${change.id}` },
    ...{ createdAt: NOW - 3 * MINUTE, nextAt: null, lease: null, ...place, ...progress },
    ...{ reasons: [], failure: null, chargeId: null, confirmation: 'x', choices: {} },
    ...{ draft: null, payerId: null },
    ...change,
  };
}

/** The same without the key that keeps a second one away: it is over, or stopped for good. */
export function ended(
  change: Partial<CreateJobRow> & { readonly id: string },
): Omit<CreateJobRow, 'activeKey'> {
  const { activeKey: _none, ...row } = job(change);
  return row;
}

const counter: CounterJobRow = {
  ...ended({ id: 'job-counter' }),
  ...{ kind: 'counter', activeKey: 'active counter', state: 'waiting', invoiceId: '48300' },
  ...{ targetId: 'pay_0009', chargeValue: null, nextAt: NOW + 4 * MINUTE },
  step: { kind: 'close', value: cents(129_90), paidOn: today },
  failure: { code: 'asaas-rate-limited', params: { seconds: '240' } },
};

export const jobs = [
  job({ id: 'job-queued', invoiceId: '48212' }),
  job({
    ...{ id: 'job-waiting', invoiceId: '48213', state: 'waiting', nextAt: NOW + 40_000 },
    failure: { code: 'asaas-unavailable', params: { status: '503' } },
  }),
  job({ id: 'job-unknown', invoiceId: '48214', state: 'unknown', nextAt: NOW + MINUTE }),
  counter,
  ended({
    ...{ id: 'job-blocked', invoiceId: '48215', state: 'blocked' },
    reasons: [{ code: 'no-document' }],
  }),
  ended({
    ...{ id: 'job-refused', invoiceId: '48216', state: 'blocked' },
    failure: { code: 'asaas-rejected', detail: 'O CEP informado é inválido.' },
  }),
  ended({ id: 'job-done', invoiceId: '48210', state: 'done', chargeId: 'pay_0003' }),
] as const;

/** Sendings that were called off when their request may have left: before it is found, and after. */
export const calledOff = [
  job({
    ...{ id: 'job-looking', invoiceId: '48217', state: 'unknown', nextAt: NOW + MINUTE },
    cancelAskedAt: NOW - MINUTE,
  }),
  ended({
    ...{ id: 'job-deleted', invoiceId: '48218', state: 'cancelled', chargeId: 'pay_0004' },
    cancelAskedAt: NOW - 2 * MINUTE,
  }),
] as const;

/** The line by which a job that is over is found. */
export function over(jobId: string, action: AuditEntry['action'] = 'job.done'): AuditEntry {
  return {
    ...{ at: NOW, installationId: 'instalacao-exemplo', operator: { seat: 'Balcão 1' } },
    ...{ action, ids: { jobId }, detail: {}, seq: 1 },
    ...{ prevHash: null, hash: '0'.repeat(64) },
  };
}

const STEPS: readonly (readonly [StatusGroup | null, StatusGroup])[] = [
  [null, 'open'],
  ['open', 'overdue'],
  ['open', 'clearing'],
  ['open', 'confirmed'],
  ['confirmed', 'paid'],
  ['open', 'paid-manual'],
];

/** The newest has the highest id. */
export const happenings: readonly HappeningRow[] = STEPS.map(([from, to], at) => ({
  ...{ id: at + 1, at: NOW - (STEPS.length - at) * 11 * MINUTE, from, to },
  ...{ accountId: SANDBOX, providerKey: KEY, invoiceId: `4821${at}`, chargeId: `pay_000${at}` },
  value: cents(129_90 + at),
}));

export const quota: QuotaRow = {
  ...{ accountId: SANDBOX, since: NOW - 60 * MINUTE, pausedUntil: null, failures: 0, windows: {} },
  spent: { sweep: 310, job: 96, person: 18 },
};

const invoice = { origin: ORIGIN, open: 129_90, seenAt: NOW - 2 * MINUTE } as const;

/** A client's open invoices, as a search by the CPF gives them. */
export const found: readonly Found[] = [
  {
    ...{ ...invoice, invoiceId: '48211', customerName: 'Maria Exemplo da Silva Sauro' },
    ...{ dueDate: '2026-12-10', group: 'open' },
  },
  {
    ...{ ...invoice, invoiceId: '48190', customerName: 'Maria Exemplo da Silva Sauro' },
    ...{ dueDate: '2026-11-10', group: 'overdue' },
  },
  {
    ...{ ...invoice, invoiceId: '48150', customerName: null, open: null, dueDate: null },
    ...{ group: 'unsent', seenAt: null },
  },
];
