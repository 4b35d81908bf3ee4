import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../../lib/billing/charge.ts';
import { NOT_FOUND, NOT_FOUND_ONCE_PAID } from '../../../../lib/billing/charge-status.ts';
import { MOST_REPLACED } from '../../../../lib/billing/plan/predecessors.ts';
import { chargeReference } from '../../../../lib/billing/reference.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type {
  PredecessorInvoice,
  SendChoices,
  SendFacts,
} from '../../../../lib/billing/send-plan.types.ts';
import { confirmationOf } from '../../../../lib/engine/send/confirmation.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { charge } from '../../../fixtures/charge.ts';
import { day } from '../../../fixtures/day.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { facts } from './facts.ts';

const old = (change: Partial<Charge> = {}): Charge => ({
  ...charge,
  id: 'pay_old',
  reference: chargeReference(KEY, '4000'),
  value: cents(8_000),
  dueDate: day('2026-10-22'),
  status: 'OVERDUE',
  ...change,
});
const closed: PredecessorInvoice = {
  id: '4000',
  status: 'open',
  renegotiated: true,
  customerId: facts.invoice.customerId,
  sending: false,
};
const REPLACE: SendChoices = { replacePredecessors: ['pay_old'] };
const planned = (
  predecessors: readonly Charge[],
  choices: SendChoices = REPLACE,
  change: Partial<SendFacts> = {},
) => planSend({ ...facts, predecessorInvoices: [closed], predecessors, choices, ...change });
function codes(...args: Parameters<typeof planned>) {
  const plan = planned(...args);
  return plan.kind === 'blocked' ? plan.reasons.map(({ code }) => code) : [plan.kind];
}

describe('the open charge of an invoice renegotiated into this one', () => {
  it('is named with its value and date, so that it can be agreed to', () => {
    expect(planned([old()], {})).toMatchObject({
      kind: 'blocked',
      reasons: [
        {
          code: 'predecessor-replaceable',
          params: { charge: 'pay_old', invoice: '4000', value: 'R$ 80,00', due: '22/10/2026' },
        },
      ],
    });
  });

  it('is replaced where the operator said so, and the plan says which', () => {
    expect(planned([old()])).toMatchObject({
      kind: 'new',
      draft: { value: 10_000 },
      replaces: [{ id: 'pay_old', invoiceId: '4000', value: 8_000, dueDate: '2026-10-22' }],
    });
  });

  it('is not replaced by a choice that named another one', () => {
    expect(codes([old()], { replacePredecessors: ['pay_other'] })).toEqual([
      'predecessor-replaceable',
    ]);
    const two = [old(), old({ id: 'pay_other' })];
    expect(codes(two)).toEqual(['predecessor-replaceable', 'predecessor-replaceable']);
    expect(codes(two, { replacePredecessors: ['pay_old', 'pay_other'] })).toEqual(['new']);
  });

  it.each<[string, Partial<Charge>]>([
    ['confirmed', { status: 'CONFIRMED' }],
    ['at risk analysis', { status: 'AWAITING_RISK_ANALYSIS' }],
    ['contested', { status: 'CHARGEBACK_DISPUTE' }],
    ['at a collection agency', { status: 'DUNNING_REQUESTED' }],
    ['of a status that nobody knows', { status: 'NOVO' }],
    ['deleted and paid', { deleted: true, paymentDate: day('2026-10-22') }],
    ['in another account', { accountId: 'sandbox:other' }],
    ['of a payer that is not this customer’s', { payerId: 'cus_999999' }],
    ['without a reference', { reference: null }],
    ['a boleto that may be clearing', { billingType: 'BOLETO', dueDate: day('2026-11-09') }],
    ['one whose boleto may be clearing', { billingType: 'UNDEFINED', dueDate: day('2026-11-09') }],
    ['one whose boleto is due today', { billingType: 'UNDEFINED', dueDate: day('2026-11-10') }],
  ])('is left alone when it is %s', (_what, change) => {
    expect(codes([old(change)])).toEqual(['predecessor-live']);
    // And the others with it: together or not at all.
    const both = [old(change), old({ id: 'pay_open' })];
    const all = { replacePredecessors: ['pay_old', 'pay_open'] };
    expect(codes(both, all)).toEqual(['predecessor-live', 'predecessor-live']);
  });

  it.each<[string, Partial<PredecessorInvoice>, string]>([
    ['open in IXC', { renegotiated: false }, 'predecessor-live'],
    ['received in part', { renegotiated: false, status: 'partial' }, 'predecessor-live'],
    ['of no known status', { renegotiated: false, status: 'unknown' }, 'predecessor-live'],
    ['another customer’s', { customerId: '999' }, 'predecessor-live'],
    ['another one than IXC names', { id: '4001' }, 'predecessor-live'],
    ['cancelled in IXC', { renegotiated: false, status: 'cancelled' }, 'new'],
    ['received in IXC', { renegotiated: false, status: 'received' }, 'new'],
  ])('is replaced only where its invoice is over: it is %s', (_what, change, code) => {
    const predecessorInvoices = [{ ...closed, ...change }];
    expect(codes([old()], REPLACE, { predecessorInvoices })).toEqual([code]);
  });

  it('waits for the sending of its own invoice, with or without a charge of it', () => {
    const predecessorInvoices = [{ ...closed, sending: true }];
    const sending = { code: 'predecessor-sending', params: { invoice: '4000' } };
    for (const charges of [[old()], []]) {
      expect(planned(charges, REPLACE, { predecessorInvoices })).toMatchObject({
        kind: 'blocked',
        reasons: [sending],
      });
    }
    const paid = old({ id: 'pay_paid', status: 'RECEIVED' });
    expect(codes([old(), paid], REPLACE, { predecessorInvoices })).toEqual([
      'predecessor-sending',
      'predecessor-paid',
    ]);
  });

  it('is nobody’s here when an alias alone brought it, paid or not', () => {
    for (const status of ['PENDING', 'RECEIVED']) {
      const foreign = old({ status, reference: chargeReference('antiga.example', '4000') });
      expect(planned([foreign], REPLACE, { unproven: [foreign.id] })).toMatchObject({
        reasons: [
          { code: 'live-under-alias', params: { charge: 'pay_old', key: 'antiga.example' } },
        ],
      });
    }
  });

  it('is left alone when another one was paid: IXC must know of that first', () => {
    const paid = old({ id: 'pay_paid', status: 'RECEIVED' });
    const all = { replacePredecessors: ['pay_old', 'pay_paid'] };
    expect(codes([old(), paid], all)).toEqual(['predecessor-live', 'predecessor-paid']);
  });

  it('is left alone while the new invoice has a charge of its own', () => {
    expect(codes([old()], REPLACE, { referenced: [charge] })).toEqual(['predecessor-live']);
  });

  it('is left alone when there are more than anybody looks through', () => {
    const ids = Array.from({ length: MOST_REPLACED + 1 }, (_, at) => `pay_${at}`);
    const all = ids.map((id) => old({ id }));
    const [reason] = codes(all, { replacePredecessors: ids });
    expect(reason).toBe('predecessor-live');
    expect(codes(all.slice(1), { replacePredecessors: ids })).toEqual(['new']);
  });

  it('is not replaced by linking a charge, which would leave two to be paid', () => {
    const stray = { ...charge, id: 'pay_stray', reference: null };
    const choices = { ...REPLACE, adoptChargeId: 'pay_stray' };
    expect(codes([old()], choices, { unreferenced: [stray] })).toEqual(['predecessor-live']);
    expect(codes([], choices, { unreferenced: [stray] })).toEqual(['adopt']);
  });

  it('does not hide what else is in the way', () => {
    const protested = { ...facts.invoice, protested: true };
    expect(codes([old()], REPLACE, { invoice: protested })).toEqual(['protested']);
  });
});

describe('the confirmation of a replacement', () => {
  const confirmed = (predecessors: readonly Charge[], choices = REPLACE) =>
    confirmationOf(planned(predecessors, choices), facts.invoice, facts.customer);

  it('covers just these charges, at this value and date', () => {
    const one = confirmed([old()]);
    expect(confirmed([old()])).toBe(one);
    expect(confirmed([old({ status: 'PENDING' })])).toBe(one);
    expect(confirmed([old({ value: cents(8_001) })])).not.toBe(one);
    expect(confirmed([old({ dueDate: day('2026-10-23') })])).not.toBe(one);
    expect(confirmed([])).not.toBe(one);
  });
});

describe('a charge that Asaas no longer finds', () => {
  it('can be cleared by a person, unless money was ever seen on it', () => {
    const lost = { ...charge, status: NOT_FOUND };
    const found = { code: 'charge-not-found', params: { charge: charge.id } };
    expect(planned([], {}, { referenced: [lost] })).toMatchObject({ reasons: [found] });
    expect(planned([old({ status: NOT_FOUND })])).toMatchObject({
      reasons: [{ code: 'charge-not-found', params: { charge: 'pay_old' } }],
    });
    const paid = { ...charge, status: NOT_FOUND_ONCE_PAID };
    expect(codes([], {}, { referenced: [paid] })).toEqual(['charge-unknown-status']);
    expect(codes([old({ status: NOT_FOUND_ONCE_PAID })])).toEqual(['predecessor-live']);
  });
});
