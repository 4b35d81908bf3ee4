import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendFacts, SendPlan } from '../../../../lib/billing/send-plan.types.ts';
import { customer } from '../../../fixtures/customer.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { facts } from './facts.ts';

function codes(plan: SendPlan): readonly string[] {
  return plan.kind === 'blocked' ? plan.reasons.map(({ code }) => code) : [];
}

const withInvoice = (change: Partial<SendFacts['invoice']>): SendFacts => ({
  ...facts,
  invoice: { ...invoice, ...change },
});

describe('an invoice that may not be sent', () => {
  it.each([
    ['invoice-received', { status: 'received' }],
    ['invoice-cancelled', { status: 'cancelled' }],
    ['invoice-status-unknown', { status: 'unknown' }],
    ['invoice-renegotiated', { renegotiated: true }],
    ['nothing-open', { open: cents(0) }],
    ['not-released', { released: false }],
    ['no-due-date', { dueDate: null }],
    ['direct-debit', { directDebit: true }],
    ['recurring-card', { recurringCard: true }],
    ['in-collection', { inCollection: true }],
    ['protested', { protested: true }],
    ['contested', { contested: true }],
    ['registered-elsewhere', { registeredElsewhere: ['linha_digitavel'] }],
    ['below-minimum', { open: cents(499), value: cents(499) }],
  ] as const)('is blocked as %s alone', (code, change) => {
    expect(codes(planSend(withInvoice(change)))).toEqual([code]);
  });

  it('may be sent at exactly the least that Asaas takes', () => {
    expect(planSend(withInvoice({ open: cents(500), value: cents(500) })).kind).toBe('new');
  });

  it('says which fields show that somebody else has it', () => {
    const plan = planSend({
      ...withInvoice({ registeredElsewhere: ['nn_boleto', 'pix_txid'] }),
      carteira: {
        id: '5',
        description: 'Banco',
        gatewayName: 'Outro Gateway',
        pixByGateway: true,
        ixcAccountId: null,
        filialId: null,
        active: true,
        mailsOnGeneration: false,
      },
    });
    expect(plan).toMatchObject({
      kind: 'blocked',
      reasons: [
        {
          code: 'registered-elsewhere',
          params: { fields: 'nn_boleto, pix_txid, gateway_nome (Outro Gateway), gera_pix_gateway' },
        },
      ],
    });
  });

  it('tells every reason at once', () => {
    const plan = planSend({
      ...withInvoice({ released: false, protested: true, registeredElsewhere: ['pix_txid'] }),
      account: null,
      providerKey: null,
      customer: { ...customer, document: '' },
      rules: { ...facts.rules, carteiras: ['7'] },
    });
    expect(codes(plan)).toEqual([
      'not-released',
      'protested',
      'registered-elsewhere',
      'provider-not-confirmed',
      'no-account',
      'carteira-not-marked',
      'no-document',
    ]);
  });
});

describe('the setup', () => {
  it.each([
    ['no-account', { account: null }],
    ['provider-not-confirmed', { providerKey: null }],
    ['provider-not-confirmed', { providerKey: 'Not A Key' }],
    ['carteira-not-marked', { rules: { ...facts.rules, carteiras: ['7', '8'] } }],
  ] as const)('blocks as %s', (code, change) => {
    expect(codes(planSend({ ...facts, ...change }))).toEqual([code]);
  });

  it('lets a marked carteira through, and every one when no list is kept', () => {
    const marked = { ...facts, rules: { ...facts.rules, carteiras: ['5'] } };
    expect(planSend(marked).kind).toBe('new');
    expect(planSend({ ...facts, carteira: null }).kind).toBe('new');
  });
});

describe('a customer without a usable document', () => {
  it.each([
    ['no-document', ''],
    ['no-document', '..-'],
    ['invalid-document', '11111111111'],
    ['invalid-document', '52998224726'],
  ])('blocks as %s', (code, document) => {
    expect(codes(planSend({ ...facts, customer: { ...customer, document } }))).toEqual([code]);
  });
});
