import QRCode from 'qrcode';
import { INHERITED_TERMS } from '../../../lib/billing/added-terms.ts';
import { cents } from '../../../lib/billing/money.ts';
import type { SendPlan } from '../../../lib/billing/send-plan.types.ts';
import type { DrawerCharge, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { JobState, JobView } from '../../../lib/messages/job-view.ts';
import { day } from '../../fixtures/day.ts';

export const NOW = Date.now();
export const MINUTE = 60_000;
const PIX =
  '00020101021226820014br.gov.bcb.pix2560pix.exemplo.example/qr/v2/cobv/8f1c0b7e4d2a4c1f9a77520400005303986540599.905802BR5917PROVEDOR EXEMPLO6009SAO PAULO62070503***6304A1B2';

export const draft = {
  accountId: 'sandbox:11222333000181',
  environment: 'sandbox',
  reference: 'ixc:11222333000181:48211',
  billingType: 'UNDEFINED',
  value: cents(9990),
  dueDate: day('2026-12-10'),
  description: 'Título 48211',
  containsAccrued: false,
  terms: INHERITED_TERMS,
} as const;

export const newPlan: Extract<SendPlan, { kind: 'new' }> = {
  kind: 'new',
  draft,
  payer: { kind: 'create', reference: 'ixc:11222333000181:c:901', notificationDisabled: true },
  accrued: null,
  replaces: [],
  warnings: [{ code: 'payer-will-be-created' }],
};

export const ready: DrawerSnapshot = {
  invoice: {
    id: '48211',
    dueDate: day('2026-12-10'),
    value: cents(9990),
    open: cents(9990),
    carteira: 'Boleto residencial',
    readAt: NOW - 5000,
  },
  customer: {
    name: 'Maria Exemplo da Silva',
    document: '***.456.789-**',
    email: 'maria@cliente.example',
    phone: '(11) 98765-4321',
    id: '901',
  },
  account: { name: 'Provedor Exemplo Ltda', environment: 'sandbox' },
  source: 'direct',
  rights: { mayOverride: false },
  payers: [],
  plan: newPlan,
  planId: 'plan-1',
  notifier: 'none',
  fee: cents(199),
  defaults: { billingType: 'UNDEFINED', accrued: 'ask', today: day('2026-11-22') },
  job: null,
  charge: null,
  desk: NO_DESK,
  clockOffset: 0,
  failure: null,
  instead: null,
  busy: false,
};

/** A sending, or with `more` a job of another kind. */
export const job = (state: JobState, more: Partial<JobView> = {}): JobView => ({
  id: 'job-1',
  kind: 'create',
  step: null,
  origin: 'https://painel.provedor.example',
  invoiceId: '48211',
  state,
  createdAt: NOW - MINUTE,
  nextAt: null,
  reasons: [],
  failure: null,
  cancellable: state === 'queued' || state === 'waiting',
  retryable: state === 'waiting' || state === 'blocked',
  paused: false,
  watchedUntil: null,
  replacing: [],
  settled: false,
  calledOff: null,
  ...more,
});

export const noPlan = { plan: null, planId: null } as const;

export async function charged(): Promise<DrawerCharge> {
  const png = await QRCode.toBuffer(PIX, { width: 320, margin: 1 });
  return {
    id: 'pay_exemplo00002',
    group: 'open',
    status: 'PENDING',
    billingType: 'UNDEFINED',
    value: cents(9990),
    netValue: cents(9791),
    dueDate: day('2026-12-10'),
    paymentDate: null,
    creditDate: null,
    invoiceUrl: 'https://sandbox.asaas.example/i/exemplo00002',
    bankSlipUrl: 'https://sandbox.asaas.example/b/pdf/exemplo00002',
    seenAt: NOW - 2 * MINUTE - 5000,
    pix: {
      payload: PIX,
      imagePng: png.toString('base64'),
      expiresAt: '2027-12-10 23:59:59',
    },
    linhaDigitavel: '00190500954014481606906809350314337370000009990',
    codesFailure: null,
  };
}
