import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { charge, payer } from '../../../fixtures/charge.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { facts } from './facts.ts';

const ALIAS = 'antiga.example';
const aliased: SendFacts = { ...facts, aliases: [ALIAS], payersByReference: [] };
const oldCharge = { ...charge, reference: `ixc:${ALIAS}:${invoice.id}` };
const oldPayer = { ...payer, reference: `ixc:${ALIAS}:c:${invoice.customerId}` };

describe('a charge under another key of the same provider', () => {
  it('is this invoice’s charge, and stays as it is', () => {
    const plan = planSend({
      ...aliased,
      referenced: [oldCharge],
      payersByReference: [oldPayer],
    });
    expect(plan).toMatchObject({ kind: 'reuse', charge: { reference: oldCharge.reference } });
  });

  it('is brought up to date like any other', () => {
    const plan = planSend({
      ...aliased,
      invoice: { ...invoice, open: cents(8_000) },
      referenced: [oldCharge],
      payersByReference: [oldPayer],
    });
    expect(plan).toMatchObject({ kind: 'update', value: { from: 10_000, to: 8_000 } });
  });

  it('stands in the way of a second one beside the key’s own', () => {
    expect(
      planSend({
        ...aliased,
        referenced: [charge, { ...oldCharge, id: 'pay_0002' }],
        payersByReference: [payer],
      }),
    ).toMatchObject({ kind: 'blocked', reasons: [{ code: 'several-live' }] });
  });

  it('of another invoice is not taken for this one', () => {
    const other = { ...charge, reference: `ixc:${ALIAS}:4712` };
    expect(planSend({ ...aliased, unreferenced: [other] }).kind).toBe('new');
    // Without the alias it is somebody else's, and asked about.
    expect(planSend({ ...facts, unreferenced: [other] }).kind).toBe('duplicate');
  });
});

describe('a payer under another key of the same provider', () => {
  it('is this customer’s own, and a new charge gets today’s key', () => {
    expect(planSend({ ...aliased, payersByReference: [oldPayer] })).toMatchObject({
      kind: 'new',
      draft: { reference: charge.reference },
      payer: { kind: 'known', payer: { id: oldPayer.id } },
    });
  });

  it('is the same person as the one with today’s key: the lower id, silently', () => {
    const two = [{ ...payer, id: 'cus_000009' }, oldPayer];
    expect(planSend({ ...aliased, payersByReference: two })).toMatchObject({
      payer: { payer: { id: oldPayer.id } },
    });
  });

  it('with another document is for a person, whether to charge or to keep a charge of', () => {
    const stranger = { ...oldPayer, document: '24971563792' };
    const asked = { kind: 'blocked', reasons: [{ code: 'payer-ambiguous' }] };
    expect(planSend({ ...aliased, payersByReference: [stranger] })).toMatchObject(asked);
    const kept = { ...aliased, payersByReference: [stranger], referenced: [oldCharge] };
    expect(planSend(kept).kind).toBe('blocked');
    expect(planSend({ ...kept, choices: { payerId: stranger.id } })).toMatchObject({
      kind: 'reuse',
      warnings: [{ code: 'payer-document-differs' }],
    });
  });

  it('of another customer is never reused', () => {
    const stranger = { ...oldPayer, reference: `ixc:${ALIAS}:c:43` };
    expect(planSend({ ...aliased, payersByDocument: [stranger] })).toMatchObject({
      kind: 'new',
      payer: { kind: 'create' },
    });
  });
});

describe('a charge that was linked from a key that nobody named', () => {
  const unknownPayer = { ...payer, reference: `ixc:outra.example:c:${invoice.customerId}` };
  const linked: SendFacts = {
    ...facts,
    referenced: [charge],
    payersByReference: [],
    payersByDocument: [unknownPayer],
  };

  it('is not asked about its payer, who has this customer’s number and document', () => {
    expect(planSend(linked).kind).toBe('reuse');
  });

  it.each([
    ['another customer’s number', { reference: 'ixc:outra.example:c:43' }],
    ['another document', { document: '24971563792' }],
  ])('is asked about a payer with %s', (_what, change) => {
    expect(
      planSend({ ...linked, payersByDocument: [{ ...unknownPayer, ...change }] }),
    ).toMatchObject({ kind: 'blocked', reasons: [{ code: 'payer-other-document' }] });
  });

  it('does not make that payer the one of a new charge', () => {
    expect(planSend({ ...linked, referenced: [] })).toMatchObject({ payer: { kind: 'create' } });
  });
});
