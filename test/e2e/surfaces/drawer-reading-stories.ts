import type { DrawerCharge, DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { draft, newPlan, noPlan, ready } from './drawer-samples.ts';

const elsewhere = {
  code: 'registered-elsewhere',
  params: { fields: 'nn_boleto, linha_digitavel' },
} as const;

const leftOut = {
  code: 'conditional-discount-left-out',
  params: { value: 'R$ 10,00', until: '05/12/2026', mayGive: 'yes' },
} as const;

const unread: DrawerSnapshot = {
  ...ready,
  ...noPlan,
  ...{ invoice: null, customer: null, source: null },
  failure: { code: 'ixc-certificate' },
};

const webservice = [
  { source: 'direct', failure: { code: 'ixc-certificate' } },
  { source: 'document', failure: { code: 'ixc-certificate' } },
] as const;

/** The drawer by how IXC was read, and what an operator may decide in spite of a reason or a warning. */
export function readingStories(charge: DrawerCharge): Readonly<Record<string, DrawerSnapshot>> {
  return {
    'unread-looking': { ...unread, instead: 'looking' },
    'unread-hand': {
      ...unread,
      instead: {
        ways: [...webservice, { source: 'session', failure: { code: 'ixc-logged-out' } }],
        offer: 'hand',
        known: [],
      },
    },
    'unread-session': {
      ...unread,
      instead: {
        ways: [...webservice, { source: 'session', failure: null }],
        offer: 'session',
        known: [],
      },
    },
    'unread-received': {
      ...unread,
      instead: {
        ways: [
          { source: 'direct', failure: { code: 'ixc-token-refused' } },
          {
            source: 'session',
            failure: { code: 'ixc-session-unusable', detail: 'fn_areceber.valor_aberto' },
          },
        ],
        offer: null,
        known: [{ code: 'invoice-received' }],
      },
    },
    'typing-asked': {
      ...ready,
      ...noPlan,
      ...{ invoice: null, customer: null, source: 'hand' },
      failure: { code: 'ixc-by-hand' },
    },
    'typing-expired': {
      ...ready,
      ...noPlan,
      ...{ invoice: null, customer: null, source: 'hand' },
      failure: { code: 'typed-expired' },
    },
    'typed-preview': {
      ...ready,
      source: 'hand',
      invoice: ready.invoice && { ...ready.invoice, carteira: '' },
      plan: { ...newPlan, warnings: [{ code: 'typed-by-hand' }] },
    },
    'session-preview': {
      ...ready,
      source: 'session',
      plan: {
        ...newPlan,
        warnings: [
          { code: 'read-by-session' },
          {
            code: 'account-document-differs',
            params: { account: '**.***.333/0001-**', filial: '**.***.444/0001-**' },
          },
        ],
      },
    },
    'override-offered': {
      ...ready,
      rights: { mayOverride: true },
      plan: { kind: 'blocked', reasons: [elsewhere], overdue: null },
    },
    'override-refused': {
      ...ready,
      plan: { kind: 'blocked', reasons: [elsewhere], overdue: null },
    },
    overridden: {
      ...ready,
      rights: { mayOverride: true },
      plan: {
        ...newPlan,
        warnings: [{ code: 'registration-overridden', params: elsewhere.params }],
      },
    },
    'blocked-by-setup': {
      ...ready,
      plan: {
        kind: 'blocked',
        reasons: [
          { code: 'carteira-not-marked', params: { carteira: 'Boleto residencial' } },
          { code: 'predecessors-unread' },
          {
            code: 'predecessor-live',
            params: { charge: 'pay_exemplo00009', invoice: '47100' },
          },
        ],
        overdue: null,
      },
    },
    'blocked-by-fatura': {
      ...ready,
      plan: { kind: 'blocked', reasons: [{ code: 'billed-by-fatura' }], overdue: null },
    },
    'discount-left-out': { ...ready, plan: { ...newPlan, warnings: [leftOut] } },
    'discount-given': {
      ...ready,
      plan: {
        ...newPlan,
        draft: {
          ...draft,
          billingType: 'BOLETO',
          terms: {
            finePercent: 2,
            interestPercentMonth: 0.033,
            discount: { kind: 'fixed', amount: 1000, daysBefore: 5 },
            registrationDays: 30,
          },
        },
        warnings: [{ code: 'conditional-discount-given', params: { ...leftOut.params } }],
      },
    },
    'pix-expired': {
      ...ready,
      ...noPlan,
      charge: {
        ...charge,
        pix: charge.pix && { ...charge.pix, expiresAt: '2020-01-01 23:59:59' },
      },
    },
  };
}
