import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../lib/billing/charge.ts';
import { rivalryOf } from '../../../lib/billing/rival-charges.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';

const one = (id: string, change: Partial<Charge> = {}): Charge => ({ ...charge, id, ...change });
const paid = (on: string): Partial<Charge> => ({
  status: 'RECEIVED',
  paymentDate: day(on),
  clientPaymentDate: day(on),
});
const OLD = { createdOn: day('2026-10-01') };
const MANUAL = { status: 'RECEIVED_IN_CASH', paymentDate: day('2026-11-12') };

describe('the charges of one invoice', () => {
  it.each<[string, Charge[], object | null]>([
    ['are as they should be when one stands', [one('a'), one('b', { deleted: true })], null],
    [
      'keep the paid one',
      [one('a', OLD), one('b', paid('2026-11-12'))],
      { kind: 'several-live', keep: 'b' },
    ],
    [
      'keep the one that the payer opened',
      [one('a', OLD), one('b', { viewed: true })],
      { kind: 'several-live', keep: 'b' },
    ],
    [
      'are for a person when the payer opened both',
      [one('a', { viewed: true }), one('b', { viewed: true })],
      { kind: 'several-live', keep: null },
    ],
    [
      'are for a person when one of them is only older',
      [one('a', OLD), one('b')],
      { kind: 'several-live', keep: null },
    ],
    [
      'were paid twice: the earlier payment stays',
      [one('a', paid('2026-11-13')), one('b', { ...paid('2026-11-12') })],
      { kind: 'paid-twice', keep: 'b' },
    ],
    [
      'were paid twice on one day: a person decides',
      [one('a', { ...paid('2026-11-12'), ...OLD }), one('b', paid('2026-11-12'))],
      { kind: 'paid-twice', keep: null },
    ],
    [
      'were paid and received in cash: the money stays',
      [one('a', { ...MANUAL, ...OLD }), one('b', paid('2026-11-14'))],
      { kind: 'paid-twice', keep: 'b' },
    ],
    [
      'were paid twice when one is not credited yet',
      [
        one('a', { status: 'CONFIRMED', clientPaymentDate: day('2026-11-14') }),
        one('b', paid('2026-11-12')),
      ],
      { kind: 'paid-twice', keep: 'b' },
    ],
    [
      'were paid once when the other was given back',
      [one('a', { ...paid('2026-11-12'), status: 'REFUNDED' }), one('b', paid('2026-11-12'))],
      null,
    ],
  ])('%s', (_what, charges, expected) => {
    const found = rivalryOf(charges);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toMatchObject(expected);
  });

  it('are judged alike whatever their age, number and order', () => {
    const facts = fc.record({
      status: fc.constantFrom('PENDING', 'OVERDUE', 'CONFIRMED', 'RECEIVED', 'RECEIVED_IN_CASH'),
      viewed: fc.boolean(),
      clientPaymentDate: fc.constantFrom(day('2026-11-12'), day('2026-11-13'), null),
    });
    const born = fc.constantFrom(day('2026-10-01'), day('2026-11-01'), day('2026-11-10'));
    fc.assert(
      fc.property(
        fc.array(facts, { maxLength: 4 }),
        fc.array(born, { minLength: 8, maxLength: 8 }),
        (all, days) => {
          const made = (shift: number) =>
            all.map((each, at) =>
              one(`pay_${at}`, { ...each, createdOn: days[at + shift] ?? charge.createdOn }),
            );
          expect(rivalryOf(made(4).toReversed())).toEqual(rivalryOf(made(0)));
        },
      ),
    );
  });
});
