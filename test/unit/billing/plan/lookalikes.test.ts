import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../../lib/billing/charge.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { chargeReference } from '../../../../lib/billing/reference.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendChoices, SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { charge } from '../../../fixtures/charge.ts';
import { day } from '../../../fixtures/day.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { facts } from './facts.ts';

describe('a charge of the payer without a reference of this provider key', () => {
  const stray = (change: Partial<Charge>): SendFacts => ({
    ...facts,
    unreferenced: [{ ...charge, id: 'pay_stray', reference: null, ...change }],
  });
  const kind = (change: Partial<Charge>, choices: SendChoices = {}) =>
    planSend({ ...stray(change), choices }).kind;

  it('of like value and date is asked about', () => {
    expect(planSend(stray({}))).toMatchObject({
      kind: 'duplicate',
      charges: [{ id: 'pay_stray' }],
    });
    expect(kind({ value: cents(10_233), dueDate: day('2026-11-30') })).toBe('duplicate');
    expect(kind({ status: 'RECEIVED' })).toBe('duplicate');
    expect(kind({ status: 'NOVO' })).toBe('duplicate');
  });

  it('is asked about also when another system, or another key of ours, made it', () => {
    for (const reference of [
      'CRM-77',
      chargeReference('antiga', invoice.id),
      chargeReference('antiga', '4712'),
      'ixc:antiga:c:42',
    ]) {
      expect(kind({ reference }), reference).toBe('duplicate');
      expect(kind({ reference }, { createAnotherThan: ['pay_stray'] }), reference).toBe('new');
    }
  });

  it('of another value or another month is not', () => {
    expect(kind({ value: cents(12_000) })).toBe('new');
    expect(kind({ dueDate: day('2026-12-22') })).toBe('new');
    expect(kind({ deleted: true })).toBe('new');
    expect(kind({ status: 'REFUNDED' })).toBe('new');
  });

  it('that was paid late is compared by what it asked for', () => {
    const late = { status: 'RECEIVED', value: cents(11_500) };
    expect(kind({ ...late, originalValue: cents(10_000) })).toBe('duplicate');
    expect(kind({ ...late, originalValue: cents(11_400) })).toBe('new');
  });

  it('that Asaas no longer lets be changed is asked about, and cannot be adopted', () => {
    for (const status of ['CONFIRMED', 'RECEIVED', 'DUNNING_REQUESTED', 'AUTHORIZED', 'NOVO']) {
      expect(kind({ status }, { adoptChargeId: 'pay_stray' }), status).toBe('duplicate');
      expect(kind({ status }, { createAnotherThan: ['pay_stray'] }), status).toBe('new');
    }
  });

  it('that names another invoice of ours is not this one’s', () => {
    expect(kind({ reference: chargeReference(KEY, '4712') })).toBe('new');
  });

  it('can be adopted, or another one made beside it', () => {
    expect(kind({}, { adoptChargeId: 'pay_stray' })).toBe('adopt');
    expect(kind({}, { createAnotherThan: ['pay_stray'] })).toBe('new');
    expect(kind({}, { createAnotherThan: ['pay_seen'] })).toBe('duplicate');
  });

  it('can be adopted when it names this very invoice under another key', () => {
    for (const generation of [1, 2]) {
      const reference = chargeReference('antiga', invoice.id, generation);
      expect(kind({ reference }, { adoptChargeId: 'pay_stray' })).toBe('adopt');
    }
  });

  it('cannot be adopted away from another system or another invoice', () => {
    for (const reference of ['CRM-77', '', chargeReference('antiga', '4712'), 'ixc:antiga:c:42']) {
      expect(kind({ reference }, { adoptChargeId: 'pay_stray' }), reference).toBe('duplicate');
    }
  });

  it('cannot be adopted unless it was one of those shown', () => {
    expect(kind({}, { adoptChargeId: 'pay_other' })).toBe('duplicate');
    expect(kind({ value: cents(1) }, { adoptChargeId: 'pay_stray' })).toBe('new');
  });

  it('is not asked about while something else is in the way', () => {
    expect(planSend({ ...stray({}), account: null }).kind).toBe('blocked');
  });
});
