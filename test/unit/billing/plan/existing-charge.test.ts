import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../../lib/billing/charge.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { chargeReference, payerReference } from '../../../../lib/billing/reference.ts';
import { planSend } from '../../../../lib/billing/send-plan.ts';
import type { SendChoices, SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { charge, payer } from '../../../fixtures/charge.ts';
import { day } from '../../../fixtures/day.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { facts, overdueFacts } from './facts.ts';

const has = (...changes: Partial<Charge>[]): readonly Charge[] =>
  changes.map((change, at) => ({ ...charge, id: `pay_000${at + 1}`, ...change }));
const planned = (referenced: readonly Charge[], choices: SendChoices = {}, base = facts) =>
  planSend({ ...base, referenced, choices });
function codes(referenced: readonly Charge[], choices: SendChoices = {}, base: SendFacts = facts) {
  const plan = planned(referenced, choices, base);
  return plan.kind === 'blocked' ? plan.reasons.map(({ code }) => code) : [plan.kind];
}

describe('a charge that the invoice has already', () => {
  it('is reused as it is', () => {
    expect(planned(has({}))).toEqual({ kind: 'reuse', charge: has({})[0], warnings: [] });
  });

  it('is brought up to the open balance and the due date of the invoice', () => {
    const plan = planned(has({ value: cents(12_000), dueDate: day('2026-11-15') }));
    expect(plan).toMatchObject({
      kind: 'update',
      value: { from: 12_000, to: 10_000 },
      dueDate: { from: '2026-11-15', to: '2026-11-22' },
      warnings: [{ code: 'due-date-changed' }],
    });
  });

  it('is changed only in what differs', () => {
    expect(planned(has({ value: cents(12_000) }))).toMatchObject({ kind: 'update', dueDate: null });
    expect(planned(has({ dueDate: day('2026-11-25') }))).toMatchObject({
      kind: 'update',
      value: null,
    });
  });

  it('is not lowered below what Asaas takes', () => {
    const almostPaid = { ...facts, invoice: { ...invoice, open: cents(300) } };
    expect(codes(has({}), {}, almostPaid)).toEqual(['below-minimum']);
  });

  it('moves to the date that the operator chose, unless that is past', () => {
    expect(planned(has({}), { dueDate: day('2026-11-28') })).toMatchObject({
      kind: 'update',
      dueDate: { to: '2026-11-28' },
    });
    expect(codes(has({}), { dueDate: day('2026-11-09') })).toEqual(['overdue-needs-choice']);
  });

  it.each([
    'CONFIRMED',
    'AUTHORIZED',
    'AWAITING_RISK_ANALYSIS',
    'CHARGEBACK_DISPUTE',
    'REFUND_REQUESTED',
    'DUNNING_REQUESTED',
  ])('that is %s is shown, never changed', (status) => {
    expect(planned(has({ status, value: cents(12_000) }))).toMatchObject({ kind: 'reuse' });
  });

  it.each(['RECEIVED', 'RECEIVED_IN_CASH', 'DUNNING_RECEIVED'])('that is %s blocks', (status) => {
    expect(codes(has({ status }))).toEqual(['already-paid']);
  });

  it('with a status that nobody knows blocks', () => {
    expect(codes(has({ status: 'BRAND_NEW' }))).toEqual(['charge-unknown-status']);
    expect(codes(has({ status: 'RECEIVED', deleted: true }))).toEqual(['charge-unknown-status']);
  });

  it('in another account blocks', () => {
    expect(codes(has({ accountId: 'sandbox:other' }))).toEqual(['live-in-other-account']);
    expect(codes(has({ accountId: 'sandbox:other', status: 'RECEIVED' }))).toEqual([
      'already-paid',
    ]);
    expect(codes(has({ accountId: 'sandbox:other', deleted: true }))).toEqual(['new']);
  });

  it('of a payer that is not this customer’s is for a person to look at', () => {
    const strangers = has({ payerId: 'cus_999999' });
    expect(codes(strangers)).toEqual(['payer-other-document']);
    const shown = { ...payer, id: 'cus_999999', document: '24971563792' };
    const chosen = { payerId: 'cus_999999' };
    const base = { ...facts, payersByReference: [payer, shown] };
    expect(planned(strangers, chosen, base)).toMatchObject({ kind: 'reuse' });
    // Nobody was shown that one, or it is gone: there was nothing to choose.
    expect(codes(strangers, chosen)).toEqual(['payer-other-document']);
    const gone = { ...facts, payersByReference: [payer, { ...shown, deleted: true }] };
    expect(codes(strangers, chosen, gone)).toEqual(['payer-other-document']);
  });

  it('of a payer that carries another customer’s reference is not this customer’s either', () => {
    const moved = { ...payer, reference: payerReference(KEY, '43') };
    const base = { ...facts, payersByReference: [], payersByDocument: [moved] };
    expect(codes(has({}), {}, base)).toEqual(['payer-other-document']);
  });

  it('does not make an invoice sendable that is not', () => {
    const received = { ...facts, invoice: { ...invoice, status: 'received' as const } };
    expect(codes(has({}), {}, received)).toEqual(['invoice-received']);
  });
});

describe('several charges of one invoice', () => {
  it('are for a person to sort out', () => {
    expect(codes(has({}, {}))).toEqual(['several-live']);
    expect(codes(has({ status: 'RECEIVED' }, {}))).toEqual(['already-paid', 'several-live']);
    expect(codes(has({ status: 'RECEIVED' }, { status: 'CONFIRMED' }))).toEqual([
      'already-paid',
      'several-live',
    ]);
  });

  it('count only while they stand', () => {
    const gone = [{ deleted: true }, { status: 'REFUNDED' }];
    expect(planned(has({}, ...gone))).toMatchObject({ kind: 'reuse', charge: { id: 'pay_0001' } });
  });
});

describe('after the last charge is gone', () => {
  it('a deleted one makes room for a new one with the same reference', () => {
    expect(planned(has({ deleted: true }))).toMatchObject({
      kind: 'new',
      draft: { reference: 'ixc:11222333000181:4711' },
    });
  });

  it('a refunded one does so only when the operator confirms it, under the second reference', () => {
    expect(codes(has({ status: 'REFUNDED' }))).toEqual(['refunded-needs-confirmation']);
    expect(planned(has({ status: 'REFUNDED' }), { newAfterRefund: true })).toMatchObject({
      kind: 'new',
      draft: { reference: 'ixc:11222333000181:4711:2' },
    });
  });

  it('the second reference is the last: only two are ever searched for', () => {
    const second = { status: 'REFUNDED', reference: chargeReference(KEY, invoice.id, 2) };
    const plan = planned(has({ status: 'REFUNDED' }, second), { newAfterRefund: true });
    expect(plan).toMatchObject({ draft: { reference: 'ixc:11222333000181:4711:2' } });
  });

  it('the second generation counts as a charge of the invoice like the first', () => {
    const second = { reference: chargeReference(KEY, invoice.id, 2) };
    expect(codes(has({ status: 'REFUNDED' }, second), { newAfterRefund: true })).toEqual(['reuse']);
  });
});

describe('an overdue invoice that was sent before', () => {
  const at = (value: number) => has({ value: cents(value), dueDate: day('2026-12-05') });
  const dueThen = { ...overdueFacts, today: day('2026-12-02') };

  it('keeps its charge’s later date and its accrued value', () => {
    expect(planned(at(10_200), {}, dueThen)).toMatchObject({ kind: 'reuse' });
    expect(planned(at(10_233), {}, dueThen)).toMatchObject({ kind: 'reuse' });
    expect(planned(at(10_000), {}, dueThen)).toMatchObject({ kind: 'reuse' });
  });

  it('goes back to the open balance when the value is beyond what accrued', () => {
    expect(planned(at(10_234), {}, dueThen)).toMatchObject({ value: { to: 10_000 } });
    expect(planned(at(9_999), {}, dueThen)).toMatchObject({ value: { to: 10_000 } });
  });

  it('gives up what was received since, though that is less than what accrued', () => {
    const partial = { status: 'partial', received: cents(100), open: cents(9_900) } as const;
    const base = { ...dueThen, invoice: { ...invoice, ...partial } };
    expect(planned(at(10_000), {}, base)).toMatchObject({ value: { from: 10_000, to: 9_900 } });
    const unmarked = { ...base, invoice: { ...base.invoice, status: 'open' as const } };
    expect(planned(at(10_000), {}, unmarked)).toMatchObject({ value: { to: 9_900 } });
    const known = (contains: boolean) => ({
      ...base,
      madeWithAccrued: new Map([['pay_0001', contains]]),
    });
    expect(planned(at(10_000), {}, known(true))).toMatchObject({ kind: 'reuse' });
    expect(planned(at(10_000), {}, known(false))).toMatchObject({ value: { to: 9_900 } });
  });

  it('goes back to the open balance when it is known to contain nothing that accrued', () => {
    const made = { ...dueThen, madeWithAccrued: new Map([['pay_0001', false]]) };
    expect(planned(at(10_200), {}, made)).toMatchObject({ value: { to: 10_000 } });
  });

  it('never gets accrued fine and interest into a charge that has its own', () => {
    const overdue = has({ status: 'OVERDUE' });
    expect(planned(overdue, { accrued: 'charge-until-today' }, dueThen)).toMatchObject({
      kind: 'reuse',
      charge: { value: 10_000 },
    });
  });
});

describe('an invoice born from a renegotiation', () => {
  const { id, status: open, customerId } = facts.invoice;
  const closed = { id, status: open, renegotiated: true, customerId, sending: false };
  const after = (change: Partial<Charge>) =>
    codes(
      [],
      {},
      {
        ...facts,
        predecessorInvoices: [closed],
        predecessors: has({ id: 'pay_old', ...change }),
      },
    );

  it('waits until the charge of the old one is gone', () => {
    for (const status of ['PENDING', 'OVERDUE']) {
      expect(after({ status })).toEqual(['predecessor-replaceable']);
    }
    for (const status of ['CONFIRMED', 'NOVO']) {
      expect(after({ status })).toEqual(['predecessor-live']);
    }
    expect(after({ status: 'RECEIVED' })).toEqual(['predecessor-paid']);
    expect(after({ deleted: true })).toEqual(['new']);
    expect(after({ status: 'REFUNDED' })).toEqual(['new']);
  });

  it('waits also when it has a charge itself', () => {
    const both = { ...facts, predecessors: has({ id: 'pay_old' }) };
    expect(codes(has({}), {}, both)).toEqual(['predecessor-live']);
  });
});

describe('warnings', () => {
  it('go with every plan that can be confirmed', () => {
    const base = {
      ...facts,
      invoice: { ...invoice, hasBoletoNumber: true },
      customer: { ...facts.customer, active: false },
    };
    const expected = [{ code: 'boleto-number-present' }, { code: 'customer-inactive' }];
    expect(planSend(base)).toMatchObject({ kind: 'new', warnings: expected });
    expect(planned(has({}), {}, base)).toMatchObject({ kind: 'reuse', warnings: expected });
  });
});
