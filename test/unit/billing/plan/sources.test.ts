import { describe, expect, it } from 'vitest';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { charge } from '../../../fixtures/charge.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { facts } from './facts.ts';

const warningsOf = (base: SendFacts) => {
  const plan = planSend(base);
  return 'warnings' in plan ? plan.warnings.map(({ code }) => code) : plan.kind;
};

describe('where the facts come from', () => {
  it.each([
    ['direct', []],
    ['document', []],
    ['session', ['read-by-session']],
    ['hand', ['typed-by-hand']],
  ] as const)('is told when it is less than the webservice: %s', (source, codes) => {
    expect(warningsOf({ ...facts, source })).toEqual(codes);
  });

  it.each([
    ['direct', ['carteira-unread']],
    ['session', ['read-by-session', 'carteira-unread']],
    ['hand', ['typed-by-hand']],
  ] as const)('is told when the carteira could not be read: %s', (source, codes) => {
    expect(warningsOf({ ...facts, source, carteira: null, carteiraRead: false })).toEqual(codes);
  });

  it('typed by hand leaves the carteira unknown, and it is not held against the list', () => {
    const marked = {
      ...facts,
      source: 'hand',
      rules: { ...facts.rules, carteiras: ['7'] },
    } as const;
    expect(planSend({ ...marked, invoice: { ...invoice, carteiraId: '' } }).kind).toBe('new');
    expect(planSend(marked)).toMatchObject({ reasons: [{ code: 'carteira-not-marked' }] });
  });
});

describe('the account', () => {
  const between = (document: string, filialDocument: string | null): SendFacts => ({
    ...facts,
    account: { id: charge.accountId, environment: 'sandbox', document },
    filialDocument,
  });

  it('of another CNPJ than the filial’s is warned of, with both masked', () => {
    const plan = planSend(between('11222333000181', '11.444.777/0001-61'));
    expect(plan).toMatchObject({
      kind: 'new',
      warnings: [
        {
          code: 'account-document-differs',
          params: { account: '**.***.333/0001-**', filial: '**.***.777/0001-**' },
        },
      ],
    });
  });

  it.each([
    ['11222333000181', '11.222.333/0001-81'],
    ['11222333000181', null],
    ['11222333000181', ''],
    ['', '11444777000161'],
  ])('%j beside a filial %j is not', (document, filial) => {
    expect(warningsOf(between(document, filial))).toEqual([]);
  });
});

describe('a panel that bills by fatura', () => {
  it('sends nothing, and says only that', () => {
    const wrong = { ...facts, invoice: { ...invoice, protested: true }, account: null };
    expect(planSend({ ...wrong, billsByFatura: true })).toEqual({
      kind: 'blocked',
      reasons: [{ code: 'billed-by-fatura' }],
      overdue: null,
    });
  });
});

describe('an invoice born from a renegotiation', () => {
  const born = { ...facts, invoice: { ...invoice, bornFromRenegotiation: '88' } };

  it('is blocked where the source cannot read what was renegotiated', () => {
    expect(planSend({ ...born, predecessorsRead: false })).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'predecessors-unread' }],
    });
    expect(planSend(born).kind).toBe('new');
    expect(planSend({ ...facts, predecessorsRead: false }).kind).toBe('new');
  });

  it('names the charge and the invoice that stand in the way', () => {
    const old = { ...charge, id: 'pay_0009', reference: `ixc:${KEY}:4000` };
    expect(planSend({ ...born, predecessors: [{ ...old, status: 'CONFIRMED' }] })).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'predecessor-live', params: { charge: 'pay_0009', invoice: '4000' } }],
    });
    expect(planSend({ ...born, predecessors: [{ ...old, status: 'RECEIVED' }] })).toMatchObject({
      reasons: [{ code: 'predecessor-paid', params: { charge: 'pay_0009', invoice: '4000' } }],
    });
    expect(planSend({ ...born, predecessors: [{ ...old, reference: null }] })).toMatchObject({
      reasons: [{ code: 'predecessor-live', params: { charge: 'pay_0009' } }],
    });
  });
});
