import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../lib/billing/charge.ts';
import { KNOWN_STATUSES } from '../../../lib/billing/charge-status.ts';
import { compareForKeeping } from '../../../lib/billing/live-order.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';

const change = (part: Partial<Charge>): Charge => ({ ...charge, ...part });
const kept = (...charges: Charge[]) => charges.toSorted(compareForKeeping).map(({ id }) => id);

const anyCharge: fc.Arbitrary<Charge> = fc
  .record({
    id: fc.constantFrom('pay_1', 'pay_2', 'pay_3'),
    status: fc.constantFrom(...KNOWN_STATUSES, 'NOVO'),
    deleted: fc.boolean(),
    createdOn: fc.constantFrom(day('2026-11-10'), day('2026-11-11')),
    invoiceNumber: fc.constantFrom(null, '00000009', '10', '0000000010', 'x'),
    paymentDate: fc.constantFrom(null, day('2026-11-12')),
  })
  .map(change);

describe('which of several charges is kept', () => {
  it('is the paid one, however young', () => {
    const old = change({ id: 'pay_a', createdOn: day('2026-11-01') });
    const paid = change({ id: 'pay_b', status: 'RECEIVED', createdOn: day('2026-11-09') });
    expect(kept(old, paid)).toEqual(['pay_b', 'pay_a']);
  });

  it('is never one that is merely open while another may hold money', () => {
    const old = change({ id: 'pay_a', createdOn: day('2026-11-01') });
    for (const status of ['CONFIRMED', 'AUTHORIZED', 'CHARGEBACK_DISPUTE', 'NOVO']) {
      expect(kept(old, change({ id: 'pay_b', status }))).toEqual(['pay_b', 'pay_a']);
    }
  });

  it('is the older one, then the one with the lower number read as a number', () => {
    const young = change({ id: 'pay_a', createdOn: day('2026-11-11'), invoiceNumber: '1' });
    const tenth = change({ id: 'pay_b', invoiceNumber: '0000010' });
    const ninth = change({ id: 'pay_c', invoiceNumber: '00000000009' });
    const unnumbered = change({ id: 'pay_0', invoiceNumber: null });
    expect(kept(young, unnumbered, tenth, ninth)).toEqual(['pay_c', 'pay_b', 'pay_0', 'pay_a']);
  });

  it('is the one with the lower id when nothing else tells', () => {
    expect(kept(change({ id: 'pay_b' }), change({ id: 'pay_a' }))).toEqual(['pay_a', 'pay_b']);
  });

  it('does not depend on who looks: the order is total', () => {
    fc.assert(
      fc.property(anyCharge, anyCharge, anyCharge, (a, b, c) => {
        const [ab, ba] = [compareForKeeping(a, b), compareForKeeping(b, a)];
        expect(Math.sign(ab)).toBe(-Math.sign(ba) + 0);
        if (a.id !== b.id) expect(ab).not.toBe(0);
        if (ab <= 0 && compareForKeeping(b, c) <= 0) {
          expect(compareForKeeping(a, c)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same whatever the order in which the charges were listed', () => {
    const charges = fc.uniqueArray(anyCharge, { selector: ({ id }) => id });
    fc.assert(
      fc.property(charges, (list) => {
        expect(kept(...list)).toEqual(kept(...list.toReversed()));
      }),
    );
  });
});
