import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  AdoptableCharge,
  AdoptingInvoice,
} from '../../../../lib/billing/adoption/candidates.ts';
import { matchCharges } from '../../../../lib/billing/adoption/match.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { day } from '../../../fixtures/day.ts';

const DUE = day('2026-12-20');

const charge = (change: Partial<AdoptableCharge> = {}): AdoptableCharge => ({
  id: 'pay_1',
  payerId: 'cus_1',
  person: 'p1',
  name: 'n1',
  value: cents(7_700),
  dueDate: DUE,
  exclusion: null,
  payerOf: null,
  ...change,
});

const invoice = (change: Partial<AdoptingInvoice> = {}): AdoptingInvoice => ({
  id: '1',
  customerId: '7',
  person: 'p1',
  name: 'n1',
  open: cents(7_700),
  dueDate: DUE,
  exclusion: null,
  ...change,
});

const kinds = (charges: readonly AdoptableCharge[], invoices: readonly AdoptingInvoice[]) =>
  matchCharges(charges, invoices).map((match) =>
    match.kind === 'excluded' ? `${match.kind} ${match.why}` : match.kind,
  );

describe('a charge and an invoice', () => {
  it('match when person, cents and due date are the same', () => {
    expect(kinds([charge()], [invoice()])).toEqual(['exact']);
  });

  it.each([
    ['a cent', charge({ value: cents(7_701) })],
    ['a day', charge({ dueDate: day('2026-12-21') })],
    ['a person', charge({ person: 'p2' })],
  ])('do not when they differ by %s', (_, other) => {
    expect(kinds([other], [invoice()])).toEqual(['unmatched']);
  });

  it('do not when nobody knows the person', () => {
    expect(kinds([charge({ person: null })], [invoice({ person: null })])).toEqual([
      'excluded payer-unknown',
    ]);
  });
});

describe('several candidates', () => {
  it('two charges of one invoice are for a person', () => {
    expect(kinds([charge(), charge({ id: 'pay_2' })], [invoice()])).toEqual([
      'ambiguous',
      'ambiguous',
    ]);
  });

  it('two invoices of one charge are for a person', () => {
    expect(kinds([charge()], [invoice(), invoice({ id: '2' })])).toEqual(['ambiguous']);
  });

  it('a charge that may not be linked is a candidate all the same', () => {
    const other = charge({ id: 'pay_2', exclusion: 'foreign-reference' });
    expect(kinds([charge(), other], [invoice()])).toEqual([
      'ambiguous',
      'excluded foreign-reference',
    ]);
  });

  it('an invoice that may not be sent is a candidate all the same', () => {
    const other = invoice({ id: '2', exclusion: 'not-sendable' });
    expect(kinds([charge()], [invoice(), other])).toEqual(['ambiguous']);
  });

  it('an invoice that has its own charge is none', () => {
    const charged = invoice({ id: '2', exclusion: 'already-charged' });
    expect(kinds([charge()], [invoice(), charged])).toEqual(['exact']);
    expect(kinds([charge()], [charged])).toEqual(['excluded already-charged']);
  });

  it('a payer of another customer is never linked', () => {
    expect(kinds([charge({ payerOf: '8' })], [invoice()])).toEqual(['excluded payer-of-other']);
  });

  it('of one CPF and two names is for a person', () => {
    expect(kinds([charge({ name: 'n2' })], [invoice()])).toEqual(['excluded name-differs']);
    expect(kinds([charge({ payerOf: '7' })], [invoice()])).toEqual(['exact']);
  });
});

const terms = {
  name: fc.constantFrom('n1', 'n1', 'n2'),
  person: fc.constantFrom('p1', 'p2', null),
  dueDate: fc.constantFrom(DUE, day('2026-12-21')),
};
const some = fc.constantFrom(cents(500), cents(7_700));
const charges = fc.uniqueArray(
  fc.record({
    id: fc.nat(40).map((id) => `pay_${id}`),
    payerId: fc.constant('cus'),
    value: some,
    exclusion: fc.constantFrom(null, null, null, 'installment' as const),
    payerOf: fc.constantFrom(null, null, '7', '8'),
    ...terms,
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);
const invoices = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 40 }).map(String),
    customerId: fc.constantFrom('7', '8'),
    open: some,
    exclusion: fc.constantFrom(null, null, null, 'already-charged' as const, 'under-way' as const),
    ...terms,
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);

const exactOf = (all: readonly AdoptableCharge[], open: readonly AdoptingInvoice[]) =>
  matchCharges(all, open).flatMap((match) => (match.kind === 'exact' ? [match] : []));

describe('whatever is compared', () => {
  it('no invoice and no charge is in two exact matches, and each pair is the same in all three', () => {
    fc.assert(
      fc.property(charges, invoices, (all, open) => {
        const exact = exactOf(all, open);
        expect(new Set(exact.map((one) => one.invoice.id)).size).toBe(exact.length);
        expect(new Set(exact.map((one) => one.charge.id)).size).toBe(exact.length);
        for (const one of exact) {
          expect([one.charge.person, one.charge.value, one.charge.dueDate]).toEqual([
            one.invoice.person,
            one.invoice.open,
            one.invoice.dueDate,
          ]);
          expect(one.charge.name).toBe(one.invoice.name);
          expect(one.charge.exclusion).toBeNull();
          expect(one.invoice.exclusion).toBeNull();
        }
      }),
    );
  });

  it('every charge is answered for, once and in its order', () => {
    fc.assert(
      fc.property(charges, invoices, (all, open) => {
        const answered = matchCharges(all, open).map((match) => match.charge.id);
        expect(answered).toEqual(all.map(({ id }) => id));
      }),
    );
  });

  it('the order of either side decides nothing', () => {
    fc.assert(
      fc.property(charges, invoices, (all, open) => {
        const pairs = (one: ReturnType<typeof exactOf>) =>
          one.map((match) => `${match.charge.id} ${match.invoice.id}`).toSorted();
        expect(pairs(exactOf(all.toReversed(), open.toReversed()))).toEqual(
          pairs(exactOf(all, open)),
        );
      }),
    );
  });

  it('another charge like it takes an exact match away', () => {
    fc.assert(
      fc.property(charges, invoices, (all, open) => {
        for (const { charge: one } of exactOf(all, open)) {
          const twice = exactOf([...all, { ...one, id: 'pay_twin' }], open);
          expect(twice.some((match) => match.charge.id === one.id)).toBe(false);
        }
      }),
    );
  });
});
