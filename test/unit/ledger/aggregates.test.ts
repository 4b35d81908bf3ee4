import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import { putCharge } from '../../../lib/ledger/charges.ts';
import type { LedgerDatabase } from '../../../lib/ledger/database.ts';
import { putCharges } from '../../../lib/ledger/put-charges.ts';
import type { AggregateRow, ChargeRow } from '../../../lib/ledger/rows.ts';
import { day } from '../../fixtures/day.ts';
import { freshLedger } from '../engine/engine-ports.ts';
import { NOW, reading, readings } from './charge-rows.ts';

/** The same figures by looking at every charge there is, written down apart from the code. */
function scan(charges: readonly ChargeRow[]): Record<string, [count: number, cents: number]> {
  const bucketOf: Record<string, [bucket: string, day: (row: ChargeRow) => string | null]> = {
    PENDING: ['open', ({ dueDate }) => dueDate],
    OVERDUE: ['open', ({ dueDate }) => dueDate],
    DUNNING_REQUESTED: ['open', ({ dueDate }) => dueDate],
    CONFIRMED: ['confirmed', ({ creditDate, createdOn }) => creditDate ?? createdOn],
    RECEIVED: ['received', ({ paymentDate }) => paymentDate],
    DUNNING_RECEIVED: ['received', ({ paymentDate }) => paymentDate],
    RECEIVED_IN_CASH: ['received-in-cash', ({ paymentDate }) => paymentDate],
    CHARGEBACK_REQUESTED: ['contested', ({ dueDate }) => dueDate],
    CHARGEBACK_DISPUTE: ['contested', ({ dueDate }) => dueDate],
    AWAITING_CHARGEBACK_REVERSAL: ['contested', ({ dueDate }) => dueDate],
  };
  const found: Record<string, [number, number]> = {};
  for (const row of charges) {
    const [named, dayOf] = bucketOf[row.status] ?? [];
    const bucket = named === 'open' && row.billingType === 'PIX' ? 'open-no-boleto' : named;
    const on = dayOf?.(row) ?? null;
    if (row.deleted || bucket === undefined || on === null) continue;
    const key = [row.accountId, row.providerKey, bucket, on].join(' ');
    const [count, sum] = found[key] ?? [0, 0];
    found[key] = [count + 1, sum + row.value];
  }
  return found;
}

function stored(rows: readonly AggregateRow[]): Record<string, [count: number, cents: number]> {
  return Object.fromEntries(
    rows.map((row) => [
      [row.accountId, row.providerKey, row.bucket, row.day].join(' '),
      [row.count, row.cents],
    ]),
  );
}

async function figures(ledger: LedgerDatabase) {
  return stored(await ledger.aggregates.toArray());
}

describe('aggregates', () => {
  it('equal a scan of all charges after any sequence of readings, one by one or by pages', async () => {
    const pages = fc.array(fc.array(readings, { minLength: 1, maxLength: 8 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(pages, fc.boolean(), async (all, oneByOne) => {
        const ledger = freshLedger();
        for (const page of all) {
          if (oneByOne) for (const row of page) await putCharge(ledger, row, NOW);
          else await putCharges(ledger, page, NOW);
        }
        expect(await figures(ledger)).toEqual(scan(await ledger.charges.toArray()));
      }),
      { numRuns: 60 },
    );
  });

  it('follow a charge from open to paid, and leave no row behind where nothing is left', async () => {
    const ledger = freshLedger();
    await putCharge(ledger, reading(), NOW);
    expect(Object.keys(await figures(ledger))).toEqual([
      'sandbox:11222333000181 11222333000181 open 2026-11-22',
    ]);
    const paid = reading({ status: 'RECEIVED', paymentDate: day('2026-11-21'), seenAt: NOW + 1 });
    await putCharge(ledger, paid, NOW + 1);
    expect(await figures(ledger)).toEqual({
      'sandbox:11222333000181 11222333000181 received 2026-11-21': [1, 10_000],
    });
  });

  it('count neither what was deleted nor a status that is not known', async () => {
    const ledger = freshLedger();
    await putCharge(ledger, reading({ id: 'pay_1', deleted: true }), NOW);
    await putCharge(ledger, reading({ id: 'pay_2', status: 'SOMETHING_NEW' }), NOW);
    await putCharge(ledger, reading({ id: 'pay_3', status: 'RECEIVED', paymentDate: null }), NOW);
    expect(await figures(ledger)).toEqual({});
  });

  it('stay as they are when an older reading comes late', async () => {
    const ledger = freshLedger();
    await putCharge(ledger, reading({ seenAt: NOW }), NOW);
    const late = reading({ seenAt: NOW - 5, value: cents(1) });
    expect(await putCharge(ledger, late, NOW)).toBe(false);
    expect(await figures(ledger)).toEqual({
      'sandbox:11222333000181 11222333000181 open 2026-11-22': [1, 10_000],
    });
  });

  it('are written with the charge or not at all', async () => {
    const ledger = freshLedger();
    await ledger.open();
    ledger.aggregates.hook('creating', () => {
      throw new Error('the disk is full');
    });
    await expect(putCharge(ledger, reading(), NOW)).rejects.toThrow();
    expect(await ledger.charges.count()).toBe(0);
    expect(await ledger.happenings.count()).toBe(0);
  });
});
