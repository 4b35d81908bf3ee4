import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../lib/billing/charge.ts';
import { KNOWN_STATUSES } from '../../../lib/billing/charge-status.ts';
import { counterStep, type EarlierBalance } from '../../../lib/billing/counter-step.ts';
import type { Invoice, InvoiceStatus } from '../../../lib/billing/invoice.ts';
import { cents } from '../../../lib/billing/money.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';
import { invoice } from '../../fixtures/invoice.ts';

const TODAY = day('2026-11-22');
const NOTHING = { kind: 'nothing' };

interface Case {
  readonly invoice?: Partial<Invoice>;
  readonly charge?: Partial<Charge>;
  readonly earlier?: Partial<EarlierBalance>;
}

const step = (change: Case) =>
  counterStep({ ...invoice, ...change.invoice }, { ...charge, ...change.charge }, TODAY, {
    whenCharged: null,
    whenSeen: null,
    ...change.earlier,
  });

const RECEIVED = { status: 'received', open: cents(0), received: cents(10_000) } as const;
const partial = (open: number): Partial<Invoice> => ({
  status: 'partial',
  open: cents(open),
  received: cents(10_000 - open),
});

describe('an invoice that was received at the counter', () => {
  it.each([
    [
      'of its own value, on the day of the receipt',
      { paidOn: day('2026-11-20') },
      {},
      10_000,
      '2026-11-20',
    ],
    ['today where IXC does not say when', {}, {}, 10_000, '2026-11-22'],
    ['today where IXC says no day', { paidOn: null }, {}, 10_000, '2026-11-22'],
    ['today where IXC is a day ahead', { paidOn: day('2026-11-23') }, {}, 10_000, '2026-11-22'],
    ['overdue', {}, { status: 'OVERDUE' }, 10_000, '2026-11-22'],
    ['with what had accrued', {}, { value: cents(10_530) }, 10_530, '2026-11-22'],
  ])('closes the charge %s', (_how, read, made, value, paidOn) => {
    expect(step({ invoice: { ...RECEIVED, ...read }, charge: made })).toEqual({
      kind: 'close',
      value,
      paidOn,
    });
  });
});

describe('an invoice that says it was received, and otherwise too', () => {
  it.each<[string, Partial<Invoice>]>([
    ['with all but a cent open', { open: cents(9_999), received: cents(1) }],
    ['with nothing received', { open: cents(0), received: cents(0) }],
  ])('%s closes nothing, and is told', (_how, read) => {
    expect(step({ invoice: { ...RECEIVED, ...read } })).toMatchObject({
      kind: 'alert',
      why: 'contradiction',
    });
  });
});

describe('an invoice that was partly received at the counter', () => {
  it.each<[string, Case, object]>([
    [
      'lowers the charge',
      { earlier: { whenCharged: cents(10_000) } },
      { kind: 'lower', to: 6_000 },
    ],
    [
      'lowers it once the balance is seen to fall',
      { charge: { value: cents(10_500) }, earlier: { whenSeen: cents(8_000) } },
      { kind: 'lower', to: 6_000 },
    ],
    [
      'lowers it where the receipt is of a later day than the charge',
      { invoice: { paidOn: day('2026-11-11') }, charge: { value: cents(10_500) } },
      { kind: 'lower', to: 6_000 },
    ],
    ['lowers it where the charge is all that was open before', {}, { kind: 'lower', to: 6_000 }],
    [
      'leaves what had accrued alone',
      { charge: { value: cents(6_180) }, earlier: { whenCharged: cents(6_000) } },
      NOTHING,
    ],
    [
      'leaves it alone whatever the day, when the balance is what it was',
      {
        invoice: { paidOn: day('2026-11-15') },
        charge: { value: cents(6_180) },
        earlier: { whenCharged: cents(6_000) },
      },
      NOTHING,
    ],
    [
      'leaves it alone when it was received before the charge was made',
      { invoice: { paidOn: day('2026-11-09') }, charge: { value: cents(6_180) } },
      NOTHING,
    ],
    [
      'does nothing when the charge asks for just that',
      { charge: { value: cents(6_000) }, earlier: { whenCharged: cents(10_000) } },
      NOTHING,
    ],
    [
      'never raises the charge',
      { charge: { value: cents(5_000) }, earlier: { whenCharged: cents(10_000) } },
      NOTHING,
    ],
    [
      'lowers what contains fine and interest, where it is known what was open then',
      { charge: { value: cents(10_530) }, earlier: { whenCharged: cents(10_000) } },
      { kind: 'lower', to: 6_000 },
    ],
    [
      'tells a person when nobody knows what was open',
      { charge: { value: cents(6_180) } },
      { kind: 'alert', why: 'partial', open: 6_000 },
    ],
    [
      'tells a person when it was received on the day of the charge',
      { invoice: { paidOn: day('2026-11-10') }, charge: { value: cents(6_180) } },
      { kind: 'alert', why: 'partial', open: 6_000 },
    ],
    ['lowers to R$ 5,00', { invoice: partial(500) }, { kind: 'lower', to: 500 }],
    [
      'tells a person of less than that',
      { invoice: partial(499) },
      { kind: 'alert', why: 'below-minimum', open: 499 },
    ],
  ])('%s', (_what, change, expected) => {
    expect(step({ ...change, invoice: { ...partial(6_000), ...change.invoice } })).toEqual(
      expected,
    );
  });
});

describe('an invoice that is no longer asked for', () => {
  it.each<[string, Partial<Invoice>, object]>([
    [
      'cancelled',
      { status: 'cancelled', open: cents(0) },
      { kind: 'cancel', because: 'cancelled' },
    ],
    [
      'renegotiated',
      { status: 'cancelled', open: cents(0), renegotiated: true },
      { kind: 'cancel', because: 'renegotiated' },
    ],
    [
      'renegotiated, by a version that leaves it open with nothing to pay',
      { status: 'open', open: cents(0), renegotiated: true },
      { kind: 'cancel', because: 'renegotiated' },
    ],
  ])('is %s: the charge is cancelled', (_what, read, expected) => {
    expect(step({ invoice: read })).toEqual(expected);
  });
});

describe('nothing is done', () => {
  it.each<[string, Case]>([
    ['for an open invoice', {}],
    ['for an open invoice whose value was changed', { invoice: { open: cents(6_000) } }],
    ['for a status that is not known', { invoice: { status: 'unknown', open: cents(0) } }],
    ['for a renegotiated invoice with a balance', { invoice: { renegotiated: true } }],
    [
      'for a renegotiated invoice that says it was received',
      { invoice: { ...RECEIVED, renegotiated: true } },
    ],
    ['to a deleted charge', { invoice: RECEIVED, charge: { deleted: true } }],
  ])('%s', (_what, change) => {
    expect(step(change)).toEqual(NOTHING);
  });

  it.each(KNOWN_STATUSES.filter((status) => status !== 'PENDING' && status !== 'OVERDUE'))(
    'to a charge that is %s',
    (status) => {
      for (const read of [RECEIVED, { status: 'cancelled' as const }, partial(1_000)]) {
        expect(step({ invoice: read, charge: { status } })).toEqual(NOTHING);
      }
    },
  );
});

describe('whatever IXC and Asaas say', () => {
  const amount = fc.integer({ min: 0, max: 50_000 }).map(cents);
  const maybe = fc.option(amount, { nil: null });
  const date = fc.constantFrom(day('2026-11-01'), day('2026-11-10'), day('2026-11-30'), null);
  const anInvoice = fc
    .record({
      status: fc.constantFrom<InvoiceStatus>('open', 'partial', 'received', 'cancelled', 'unknown'),
      open: amount,
      received: amount,
      renegotiated: fc.boolean(),
      paidOn: date,
    })
    .map((read): Invoice => ({ ...invoice, ...read }));
  const aCharge = fc
    .record({
      status: fc.constantFrom(...KNOWN_STATUSES, 'NEW'),
      deleted: fc.boolean(),
      value: amount,
    })
    .map((made): Charge => ({ ...charge, ...made }));
  const earlier = fc.record({ whenCharged: maybe, whenSeen: maybe });

  it('a charge is never raised, lowered below the minimum, or dated ahead', () => {
    fc.assert(
      fc.property(anInvoice, aCharge, earlier, (read, made, before) => {
        const next = counterStep(read, made, TODAY, before);
        if (next.kind === 'lower') {
          expect(next.to).toBeLessThan(made.value);
          expect(next.to).toBeGreaterThanOrEqual(500);
          expect(next.to).toBe(read.open);
        }
        if (next.kind === 'close') expect(next.paidOn <= TODAY).toBe(true);
      }),
    );
  });

  it('only an unpaid charge that is not deleted is touched', () => {
    fc.assert(
      fc.property(anInvoice, aCharge, earlier, (read, made, before) => {
        const isOpen = ['PENDING', 'OVERDUE'].includes(made.status) && !made.deleted;
        if (!isOpen) expect(counterStep(read, made, TODAY, before)).toEqual(NOTHING);
      }),
    );
  });

  it('the charge is left alone once it is as the step would have it', () => {
    fc.assert(
      fc.property(anInvoice, aCharge, earlier, (read, made, before) => {
        const next = counterStep(read, made, TODAY, before);
        if (next.kind !== 'lower') return;
        expect(counterStep(read, { ...made, value: next.to }, TODAY, before)).toEqual(NOTHING);
      }),
    );
  });
});
