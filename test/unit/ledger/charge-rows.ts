import fc from 'fast-check';
import { addDays } from '../../../lib/billing/calendar.ts';
import { KNOWN_STATUSES } from '../../../lib/billing/charge-status.ts';
import { cents } from '../../../lib/billing/money.ts';
import { chargeReference } from '../../../lib/billing/reference.ts';
import { chargeRow } from '../../../lib/ledger/charges.ts';
import type { ChargeRow } from '../../../lib/ledger/rows.ts';
import { charge } from '../../fixtures/charge.ts';
import { day } from '../../fixtures/day.ts';
import { KEY } from '../../fixtures/provider.ts';

/** Noon in São Paulo of the day that the charge of the fixture is due on. */
export const NOW = Date.parse('2026-11-22T15:00:00Z');
export const TODAY = day('2026-11-22');

/** A reading of the charge of the fixture, made now unless said otherwise. */
export function reading(change: Partial<ChargeRow> = {}): ChargeRow {
  const row = chargeRow(charge, NOW);
  if (row === null) throw new Error('the fixture has a reference of ours');
  return { ...row, ...change };
}

const near = fc.integer({ min: -4, max: 4 }).map((days) => addDays(TODAY, days));

/** Readings of a few charges in a few accounts, in every status, in any order of time. */
export const readings: fc.Arbitrary<ChargeRow> = fc
  .record({
    number: fc.integer({ min: 1, max: 6 }),
    status: fc.constantFrom(...KNOWN_STATUSES, 'SOMETHING_NEW'),
    deleted: fc.boolean(),
    billingType: fc.constantFrom('UNDEFINED', 'BOLETO', 'PIX'),
    value: fc.integer({ min: 500, max: 90_000 }).map(cents),
    dueDate: near,
    createdOn: near,
    creditDate: fc.option(near),
    paymentDate: fc.option(near),
    seenAt: fc.integer({ min: NOW - 200_000_000, max: NOW + 1000 }),
  })
  .map(({ number, ...change }) =>
    reading({
      ...change,
      id: `pay_${number}`,
      invoiceId: String(number),
      reference: chargeReference(KEY, String(number)),
      accountId: number % 2 === 0 ? 'sandbox:falsa-1' : 'sandbox:falsa-2',
    }),
  );
