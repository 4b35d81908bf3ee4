import { describe, expect, it } from 'vitest';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { charge } from '../../../fixtures/charge.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { facts } from './facts.ts';

const REASON = 'baixado no outro banco';
const registered: SendFacts = {
  ...facts,
  invoice: { ...invoice, registeredElsewhere: ['nn_boleto', 'pix_txid'] },
};
const overriding = (base: SendFacts, overrideReason = REASON, mayOverride = true): SendFacts => ({
  ...base,
  rules: { ...base.rules, mayOverride },
  choices: { ...base.choices, overrideReason },
});
const BLOCKED = { kind: 'blocked', reasons: [{ code: 'registered-elsewhere' }] };

describe('an invoice that is registered elsewhere', () => {
  it('is sent by the finance role with a reason, and says so', () => {
    expect(planSend(overriding(registered))).toMatchObject({
      kind: 'new',
      warnings: [{ code: 'registration-overridden', params: { fields: 'nn_boleto, pix_txid' } }],
    });
  });

  it('is sent through a carteira with another gateway in the same way', () => {
    const { carteira } = facts;
    if (carteira === null) throw new Error('no carteira');
    const gateway = {
      ...facts,
      carteira: { ...carteira, gatewayName: 'Outro Gateway', pixByGateway: true },
    };
    expect(planSend(gateway)).toMatchObject(BLOCKED);
    expect(planSend(overriding(gateway))).toMatchObject({
      kind: 'new',
      warnings: [{ params: { fields: 'gateway_nome (Outro Gateway), gera_pix_gateway' } }],
    });
  });

  it.each(['', '    ', ' abc ', 'abcd'])('stays blocked with the reason %j', (reason) => {
    expect(planSend(overriding(registered, reason))).toMatchObject(BLOCKED);
  });

  it('stays blocked for whoever is not of the finance role, whatever they write', () => {
    expect(planSend(overriding(registered, REASON, false))).toMatchObject(BLOCKED);
  });

  it('keeps every other reason in the way', () => {
    const base = { ...registered, invoice: { ...registered.invoice, protested: true } };
    expect(planSend(overriding(base))).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'protested' }],
    });
  });

  it('has its own charge brought up to date only with the override', () => {
    const standing = { ...registered, referenced: [{ ...charge, value: facts.invoice.open }] };
    expect(planSend(standing)).toMatchObject(BLOCKED);
    expect(planSend(overriding(standing))).toMatchObject({
      kind: 'reuse',
      warnings: [{ code: 'registration-overridden' }],
    });
  });

  it('of one that is not, an override is no matter', () => {
    expect(planSend(overriding(facts))).toMatchObject({ kind: 'new', warnings: [] });
  });
});
