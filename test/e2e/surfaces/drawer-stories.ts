import type { Charge } from '../../../lib/billing/charge.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { StatusGroup } from '../../../lib/billing/status.ts';
import type { DrawerCharge, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { charge as sample } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';
import { replacingStories } from './drawer-replacing-stories.ts';
import { readingStories } from './drawer-reading-stories.ts';
import { charged, draft, job, MINUTE, newPlan, noPlan, NOW, ready } from './drawer-samples.ts';

const existing: Charge = {
  ...sample,
  id: 'pay_exemplo00001',
  payerId: 'cus_exemplo00001',
  reference: null,
  billingType: 'BOLETO',
  value: cents(9990),
  netValue: null,
  dueDate: day('2026-12-08'),
  createdOn: day('2026-11-20'),
  description: 'Mensalidade de dezembro',
  invoiceUrl: 'https://sandbox.asaas.example/i/exemplo00001',
};

const accrued = { daysLate: 37, fine: cents(200), interest: cents(123), total: cents(323) };

const inGroup = (charge: DrawerCharge, group: StatusGroup, more: Partial<DrawerCharge> = {}) => ({
  ...ready,
  ...noPlan,
  charge: { ...charge, group, pix: null, linhaDigitavel: null, ...more },
});

/** Every state that the drawer can show, by name. */
export async function drawerStories(): Promise<Readonly<Record<string, DrawerSnapshot>>> {
  const charge = await charged();
  const paid = { paymentDate: day('2026-12-09'), status: 'RECEIVED' };
  const known = { id: 'cus_exemplo00001', name: 'Maria E. da Silva', document: '***.456.789-**' };
  return {
    loading: { ...ready, ...noPlan, invoice: null, customer: null, account: null, busy: true },
    'preview-new': ready,
    'preview-production': {
      ...ready,
      account: { name: 'Provedor Exemplo Ltda', environment: 'production' },
      customer: {
        name: 'Cooperativa de Telecomunicações e Desenvolvimento Rural do Vale Exemplo Ltda',
        document: '**.***.333/0001-**',
        email: null,
        phone: null,
        id: '902',
      },
      notifier: 'asaas',
      plan: {
        ...newPlan,
        draft: { ...draft, value: cents(123456789), billingType: 'PIX' },
        warnings: [
          { code: 'boleto-number-present' },
          { code: 'due-date-changed', params: { from: '10/12/2026', to: '15/12/2026' } },
          { code: 'no-contact' },
        ],
      },
    },
    'overdue-question': {
      ...ready,
      plan: {
        kind: 'blocked',
        reasons: [{ code: 'overdue-needs-choice' }],
        overdue: { proposedDueDate: day('2026-11-25'), accrued },
      },
    },
    'overdue-charged': {
      ...ready,
      plan: {
        ...newPlan,
        accrued,
        draft: { ...draft, value: cents(10313), dueDate: day('2026-11-25'), containsAccrued: true },
      },
    },
    blocked: {
      ...ready,
      plan: {
        kind: 'blocked',
        reasons: [
          { code: 'registered-elsewhere', params: { fields: 'nn_boleto, linha_digitavel' } },
          { code: 'no-document' },
          { code: 'no-account' },
        ],
        overdue: null,
      },
    },
    'payer-choice': {
      ...ready,
      plan: { kind: 'blocked', reasons: [{ code: 'payer-ambiguous' }], overdue: null },
      payers: [
        {
          ...known,
          ours: true,
          email: 'maria@cliente.example',
          phone: '11987654321',
          reference: 'ixc:11222333000181:c:901',
        },
        {
          id: 'cus_exemplo00002',
          name: 'Mario Exemplo',
          document: '***.456.789-**',
          ours: false,
          email: 'mario@outro.example',
          phone: null,
          reference: null,
        },
      ],
    },
    'refund-confirmation': {
      ...ready,
      plan: { kind: 'blocked', reasons: [{ code: 'refunded-needs-confirmation' }], overdue: null },
    },
    duplicate: { ...ready, plan: { kind: 'duplicate', charges: [existing] } },
    'duplicate-paid': {
      ...ready,
      plan: {
        kind: 'duplicate',
        charges: [
          { ...existing, status: 'RECEIVED', paymentDate: day('2026-11-21') },
          { ...existing, id: 'pay_exemplo00002', status: 'CONFIRMED', billingType: 'CREDIT_CARD' },
        ],
      },
    },
    'duplicate-many': {
      ...ready,
      plan: {
        kind: 'duplicate',
        charges: Array.from({ length: 25 }, (_, at) => ({ ...existing, id: `pay_exemplo1${at}` })),
      },
    },
    ...replacingStories(job),
    adopt: { ...ready, plan: { kind: 'adopt', charge: existing, besides: [], warnings: [] } },
    update: {
      ...ready,
      charge,
      plan: {
        kind: 'update',
        charge: existing,
        value: { from: cents(9990), to: cents(7990) },
        dueDate: { from: day('2026-12-08'), to: day('2026-12-10') },
        warnings: [],
      },
    },
    'job-queued': { ...ready, ...noPlan, job: job('queued') },
    'job-intent': { ...ready, ...noPlan, job: job('intent') },
    'job-waiting': {
      ...ready,
      ...noPlan,
      job: job('waiting', { nextAt: NOW + 50_000, failure: { code: 'asaas-rate-limited' } }),
    },
    'job-unknown': { ...ready, ...noPlan, job: job('unknown', { nextAt: NOW + 9 * MINUTE }) },
    'job-blocked': {
      ...ready,
      ...noPlan,
      job: job('blocked', {
        failure: {
          code: 'asaas-rejected',
          detail: 'O CPF/CNPJ informado é inválido.',
        },
      }),
    },
    'job-watched': {
      ...ready,
      ...noPlan,
      job: job('blocked', {
        failure: { code: 'check-in-asaas' },
        watchedUntil: NOW + 40 * 60 * MINUTE,
      }),
    },
    'job-settled': { ...ready, job: job('cancelled', { settled: true }) },
    'job-called-off': {
      ...{ ...ready, ...noPlan },
      job: job('unknown', { calledOff: 'looking', nextAt: NOW + MINUTE }),
    },
    'job-called-off-deleted': {
      ...{ ...inGroup(charge, 'deleted'), plan: newPlan, planId: 'plan-2' },
      job: job('cancelled', { calledOff: 'deleted' }),
    },
    'job-unchecked': {
      ...ready,
      ...noPlan,
      job: job('done', { failure: { code: 'verification-given-up' } }),
      charge,
    },
    'job-changed': {
      ...ready,
      job: job('blocked', { failure: { code: 'changed-since-confirmation' } }),
    },
    'charge-open': { ...ready, ...noPlan, job: job('verified'), charge },
    'still-payable': {
      ...ready,
      planId: null,
      charge,
      plan: { kind: 'blocked', reasons: [{ code: 'invoice-received' }], overdue: null },
    },
    'verified-deleted': {
      ...inGroup(charge, 'deleted'),
      job: job('verified', { nextAt: NOW + 9 * MINUTE }),
    },
    'no-document': {
      ...ready,
      customer: {
        name: 'Maria Exemplo da Silva',
        document: '',
        email: null,
        phone: null,
        id: '901',
      },
      invoice: ready.invoice && { ...ready.invoice, carteira: '1' },
      plan: { kind: 'blocked', reasons: [{ code: 'no-document' }], overdue: null },
    },
    'charge-locked': { ...inGroup(charge, 'open'), failure: { code: 'locked' } },
    'charge-fetching': inGroup(charge, 'open'),
    'charge-codes-failed': inGroup(charge, 'overdue', {
      status: 'OVERDUE',
      codesFailure: { code: 'asaas-unavailable' },
    }),
    'charge-confirmed': inGroup(charge, 'confirmed', { ...paid, status: 'CONFIRMED' }),
    'charge-lapsed': inGroup(charge, 'overdue', { status: 'OVERDUE', registrationLapsed: true }),
    'charge-paid': inGroup(charge, 'paid', { ...paid, creditDate: day('2026-12-10') }),
    'charge-unknown': inGroup(charge, 'unknown', { status: 'SOMETHING_NEW' }),
    'charge-unproven': {
      ...inGroup(charge, 'unknown', {
        ...{ status: '', unproven: true, netValue: null, invoiceUrl: null, bankSlipUrl: null },
      }),
      plan: {
        kind: 'blocked',
        reasons: [
          { code: 'live-under-alias', params: { charge: charge.id, key: 'provedor-antigo' } },
        ],
        overdue: null,
      },
    },
    'charge-deleted': { ...inGroup(charge, 'deleted'), plan: newPlan, planId: 'plan-2' },
    locked: { ...ready, ...noPlan, customer: null, failure: { code: 'locked' } },
    failure: {
      ...ready,
      ...noPlan,
      invoice: null,
      customer: null,
      failure: { code: 'ixc-token-refused', detail: 'Usuário sem permissão de acesso.' },
    },
    ...readingStories(charge),
    outdated: { ...ready, failure: { code: 'plan-outdated' } },
  };
}
