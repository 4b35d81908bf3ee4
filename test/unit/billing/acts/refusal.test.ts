import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARGE_ACTS, needsFinance } from '../../../../lib/billing/acts/charge-act.ts';
import { counterRefusal } from '../../../../lib/billing/acts/counter-refusal.ts';
import { actRefusal, amountRefusal } from '../../../../lib/billing/acts/refusal.ts';
import { leftToRefund, refundSums } from '../../../../lib/billing/acts/refunded.ts';
import { KNOWN_STATUSES } from '../../../../lib/billing/charge-status.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { charge as sample } from '../../../fixtures/charge.ts';
import { day } from '../../../fixtures/day.ts';

const NONE = refundSums([]);

function refusals(change: Partial<typeof sample>, role: 'attendant' | 'finance' = 'finance') {
  const charge = { ...sample, paymentDate: null, deleted: false, ...change };
  return Object.fromEntries(
    CHARGE_ACTS.map((kind) => [kind, actRefusal(kind, { charge, role, refunds: NONE })?.code]),
  );
}

/** What Asaas takes of each status, from its tables. */
const OFFERED: Readonly<Record<string, readonly string[]>> = {
  PENDING: ['cancel', 'receive-in-cash'],
  OVERDUE: ['cancel', 'receive-in-cash'],
  RECEIVED_IN_CASH: ['undo-receive-in-cash'],
};

describe('what is offered of a charge', () => {
  it.each(KNOWN_STATUSES)('that is %s, paid by Pix, is what Asaas takes', (status) => {
    const isPaid = status === 'RECEIVED' || status === 'CONFIRMED';
    const offered = Object.entries(refusals({ status, billingType: 'PIX' }))
      .filter(([, code]) => code === undefined)
      .map(([kind]) => kind);
    expect(offered).toEqual(OFFERED[status] ?? (isPaid ? ['refund'] : []));
  });

  it('of a paid boleto is the link, and of a card the refund', () => {
    expect(refusals({ status: 'RECEIVED', billingType: 'BOLETO' })).toMatchObject({
      refund: 'boleto-by-link',
      'bank-slip-refund': undefined,
    });
    expect(refusals({ status: 'CONFIRMED', billingType: 'CREDIT_CARD' })['refund']).toBeUndefined();
    expect(refusals({ status: 'RECEIVED', billingType: 'TRANSFER' })['refund']).toBe(
      'method-not-refundable',
    );
  });

  it('of what was paid by Pix is the refund, whatever method it was made with', () => {
    for (const billingType of ['UNDEFINED', 'BOLETO']) {
      expect(refusals({ status: 'RECEIVED', billingType, byPix: true })).toMatchObject({
        refund: undefined,
        'bank-slip-refund': 'not-a-boleto',
      });
    }
    expect(refusals({ status: 'RECEIVED', billingType: 'UNDEFINED' })['refund']).toBe(
      'method-not-refundable',
    );
    expect(refusals({ status: 'PENDING', billingType: 'UNDEFINED', byPix: true })['refund']).toBe(
      'not-paid',
    );
  });

  it('is nothing but to restore it once it was deleted, and not even that when it was paid', () => {
    expect(refusals({ status: 'PENDING', deleted: true })).toMatchObject({
      cancel: 'deleted',
      restore: undefined,
      'receive-in-cash': 'deleted',
    });
    const paid = { status: 'RECEIVED', deleted: true, paymentDate: day('2026-11-20') };
    expect(Object.values(refusals(paid)).filter((code) => code === undefined)).toEqual([]);
  });

  it('never is anything of a status that nobody knows', () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (status, deleted) => {
        fc.pre(!KNOWN_STATUSES.includes(status));
        const offered = Object.values(refusals({ status, deleted })).filter((one) => !one);
        expect(offered).toEqual([]);
      }),
    );
  });

  it('of money is for finance alone, whatever the charge', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...KNOWN_STATUSES),
        fc.constantFrom('PIX', 'BOLETO', 'CREDIT_CARD', 'UNDEFINED'),
        (status, billingType) => {
          const codes = refusals({ status, billingType }, 'attendant');
          for (const kind of CHARGE_ACTS.filter(needsFinance)) {
            expect(codes[kind]).toBe('needs-finance');
          }
        },
      ),
    );
  });
});

const refunds = fc.array(
  fc.record({
    status: fc.constantFrom(
      'DONE',
      'PENDING',
      'CANCELLED',
      'AWAITING_CRITICAL_ACTION_AUTHORIZATION',
    ),
    value: fc.integer({ min: 1, max: 50_000 }).map(cents),
  }),
  { maxLength: 6 },
);

describe('how much may go back', () => {
  it('is never more than was paid, with what went back before', () => {
    fc.assert(
      fc.property(refunds, fc.integer({ min: 1, max: 100_000 }), (given, asked) => {
        const charge = { value: cents(60_000), status: 'CONFIRMED' };
        const sums = refundSums(given);
        const isFree = amountRefusal(cents(asked), charge, sums, null) === null;
        const counted = given.filter(({ status }) => status !== 'CANCELLED');
        const total = counted.reduce((sum, { value }) => sum + value, asked);
        expect(isFree).toBe(total <= 60_000);
        expect(leftToRefund(charge.value, sums)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is never what the account does not have, once the money is credited', () => {
    const received = { value: cents(10_000), status: 'RECEIVED' };
    expect(amountRefusal(cents(10_000), received, NONE, cents(9_801))).toEqual({
      code: 'no-balance',
      params: { balance: 'R$ 98,01', value: 'R$ 100,00' },
    });
    expect(amountRefusal(cents(9_801), received, NONE, cents(9_801))).toBeNull();
    expect(amountRefusal(cents(10_000), received, NONE, null)).toBeNull();
    const confirmed = { ...received, status: 'CONFIRMED' };
    expect(amountRefusal(cents(10_000), confirmed, NONE, cents(0))).toBeNull();
  });

  it('is nothing once all of it went back', () => {
    const all = refundSums([{ status: 'PENDING', value: cents(10_000) }]);
    const charge = { value: cents(10_000), status: 'RECEIVED' };
    expect(amountRefusal(cents(1), charge, all, null)).toEqual({ code: 'all-refunded' });
  });
});

describe('a receipt at the counter', () => {
  it('follows what IXC says, and nothing else', () => {
    expect(counterRefusal({ kind: 'nothing' })).toEqual({ code: 'counter-first' });
    expect(counterRefusal({ kind: 'cancel', because: 'cancelled' })).toEqual({
      code: 'counter-cancelled',
    });
    const why = { kind: 'alert', open: cents(300) } as const;
    expect(counterRefusal({ ...why, why: 'below-minimum' })?.code).toBe('counter-below-minimum');
    expect(counterRefusal({ ...why, why: 'contradiction' })?.code).toBe('counter-contradiction');
    expect(counterRefusal({ kind: 'lower', to: cents(5990) })).toBeNull();
  });
});
