import type { ChargeActKind } from '../../../lib/billing/acts/charge-act.ts';
import { actRefusal } from '../../../lib/billing/acts/refusal.ts';
import { refundSums } from '../../../lib/billing/acts/refunded.ts';
import { cents } from '../../../lib/billing/money.ts';
import {
  CHARGE_ACTS,
  type ActReading,
  type ChargeActs,
} from '../../../lib/messages/charge-acts.ts';
import type { DrawerCharge, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { ActView, JobState, JobView } from '../../../lib/messages/job-view.ts';
import { day } from '../../fixtures/day.ts';
import { charged, job, noPlan, NOW, ready } from './drawer-samples.ts';

const REFUNDS = refundSums([]);

const MARIA = { name: 'Maria Exemplo da Silva', document: '***.456.789-**' };

/** The number was given to somebody else in IXC. */
export const OTHER_PAYER = {
  customer: { name: 'Outra Pessoa de Exemplo', document: '***.444.777-**' },
  isOtherPayer: true,
  asksOtherPayer: true,
} as const;

/** One act as its window shows it. */
export function reading(kind: ChargeActKind, change: Partial<ActReading> = {}): ActReading {
  return {
    kind,
    invoiceId: '48211',
    account: { name: 'Provedor Exemplo Ltda', environment: 'sandbox' },
    payer: MARIA,
    customer: MARIA,
    isOtherPayer: false,
    asksOtherPayer: false,
    charge: {
      id: 'pay_exemplo00002',
      group: 'open',
      billingType: 'UNDEFINED',
      value: cents(9990),
      dueDate: day('2026-12-10'),
      seenAt: NOW - 1000,
    },
    seen: { status: 'PENDING', value: cents(9990), dueDate: day('2026-12-10'), refunded: cents(0) },
    refusal: null,
    reasons: [],
    left: kind === 'refund' ? cents(9990) : null,
    refunds: REFUNDS,
    balance: null,
    receipt: kind === 'receive-in-cash' ? { kind: 'close' } : null,
    needsReason: kind === 'cancel' || kind === 'refund',
    ...change,
  };
}

/** Every state of the window, by name. */
export const actStories: Readonly<Record<string, ActReading>> = {
  ...Object.fromEntries(CHARGE_ACTS.map((kind) => [kind, reading(kind)])),
  'refund-in-part': reading('refund', {
    left: cents(5990),
    balance: cents(1234567),
    refunds: refundSums([{ status: 'DONE', value: cents(4000) }]),
  }),
  'receive-in-part': reading('receive-in-cash', { receipt: { kind: 'lower', to: cents(5990) } }),
  'counter-first': reading('receive-in-cash', {
    refusal: { code: 'counter-first' },
    receipt: null,
  }),
  'restore-refused': reading('restore', {
    refusal: { code: 'restore-refused' },
    reasons: [{ code: 'invoice-received' }, { code: 'no-document' }],
  }),
  'other-payer': reading('refund', OTHER_PAYER),
  'cancel-unproven': reading('cancel', {
    customer: { name: 'Outra Pessoa de Exemplo', document: '***.444.777-**' },
    isOtherPayer: true,
    refusal: { code: 'unproven' },
  }),
  'customer-unread': reading('cancel', { customer: null }),
  'paid-twice': reading('receive-in-cash', {
    refusal: { code: 'paid-on-both-sides' },
    receipt: null,
  }),
  'no-balance': reading('refund', {
    refusal: { code: 'no-balance', params: { balance: 'R$ 10,00', value: 'R$ 99,90' } },
  }),
};

function actsOf(charge: DrawerCharge, change: Partial<ChargeActs> = {}): ChargeActs {
  const facts = { role: 'finance', refunds: REFUNDS } as const;
  const plain = { ...charge, deleted: charge.group === 'deleted' };
  return {
    chargeId: charge.id,
    offered: CHARGE_ACTS.map((kind) => ({
      kind,
      refusal: actRefusal(kind, { charge: plain, ...facts }),
    })),
    job: null,
    refunds: null,
    ...change,
  };
}

function actJob(state: JobState, act: Partial<ActView>, more: Partial<JobView> = {}): JobView {
  return job(state, {
    id: 'a'.repeat(32),
    kind: 'act',
    act: {
      kind: 'refund',
      chargeId: 'pay_exemplo00002',
      value: null,
      refusal: null,
      link: null,
      refundStatus: null,
      ...act,
    },
    ...more,
  });
}

/** The drawer with the acts of its charge, by name. */
export async function drawerActStories(): Promise<Readonly<Record<string, DrawerSnapshot>>> {
  const charge = await charged();
  const show = (shown: DrawerCharge, change: Partial<ChargeActs> = {}): DrawerSnapshot => ({
    ...ready,
    ...noPlan,
    charge: shown,
    desk: { ...NO_DESK, acts: actsOf(shown, change) },
  });
  const paid: DrawerCharge = {
    ...charge,
    ...{ group: 'paid', status: 'RECEIVED', billingType: 'PIX', pix: null, linhaDigitavel: null },
    paymentDate: day('2026-12-09'),
  };
  const slip = {
    ...paid,
    status: 'REFUND_REQUESTED',
    group: 'reversing',
    billingType: 'BOLETO',
  } as const;
  const watched = {
    failure: { code: 'check-in-asaas' },
    watchedUntil: NOW + 47 * 3_600_000,
  } as const;
  return {
    'acts-open': show(charge),
    'acts-paid': show(paid),
    'act-queued': show(charge, { job: actJob('queued', { kind: 'cancel' }) }),
    'act-refused': show(paid, {
      job: actJob(
        'blocked',
        { kind: 'cancel', refusal: { code: 'paid' } },
        { failure: { code: 'act-refused' } },
      ),
    }),
    'refund-under-way': show(paid, {
      job: actJob('verified', { value: cents(4000), refundStatus: 'PENDING' }),
      refunds: refundSums([
        { status: 'DONE', value: cents(1000) },
        { status: 'PENDING', value: cents(4000) },
      ]),
    }),
    'refund-watched': show(paid, { job: actJob('blocked', { value: cents(4000) }, watched) }),
    'slip-refund-link': show(slip, {
      job: actJob('done', {
        kind: 'bank-slip-refund',
        link: 'https://sandbox.asaas.com/solicitar-estorno/exemplo00002',
      }),
    }),
  };
}
