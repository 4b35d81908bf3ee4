import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../lib/billing/calendar.ts';
import { cents } from '../../../lib/billing/money.ts';
import { classifyCharge } from '../../../lib/billing/status.ts';
import { putCharges } from '../../../lib/ledger/put-charges.ts';
import type { ChargeRow } from '../../../lib/ledger/rows.ts';
import { readSummary } from '../../../lib/ledger/summaries.ts';
import { day } from '../../fixtures/day.ts';
import { freshLedger } from '../engine/engine-ports.ts';
import { NOW, reading, TODAY } from './charge-rows.ts';

async function summaryOf(...changes: Partial<ChargeRow>[]) {
  const ledger = freshLedger();
  const rows = changes.map((change, index) => reading({ id: `pay_${index}`, ...change }));
  await putCharges(ledger, rows, NOW);
  // A summary that needed a charge would not find any.
  await ledger.charges.clear();
  return readSummary(ledger, TODAY);
}

const tally = (count: number, sum: number) => ({ count, cents: sum });

describe('a summary', () => {
  it('is empty before anything was read', async () => {
    expect(await summaryOf()).toEqual([]);
  });

  it('splits open charges by their due day, and counts payments of today alone', async () => {
    const [yesterday, tomorrow] = [day('2026-11-21'), day('2026-11-23')];
    const [line, ...others] = await summaryOf(
      { dueDate: TODAY },
      { dueDate: tomorrow, value: cents(500) },
      { dueDate: day('2026-11-17'), status: 'OVERDUE' },
      { status: 'RECEIVED', paymentDate: TODAY, value: cents(700) },
      { status: 'RECEIVED', paymentDate: yesterday },
      { status: 'RECEIVED_IN_CASH', paymentDate: TODAY, value: cents(900) },
      { status: 'CONFIRMED', creditDate: day('2026-12-20'), value: cents(1100) },
      { status: 'CONFIRMED', createdOn: day('2026-10-01'), value: cents(1100) },
    );
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      pending: tally(2, 10_500),
      overdue: tally(1, 10_000),
      receivedToday: tally(1, 700),
      receivedInCashToday: tally(1, 900),
      confirmed: tally(2, 2200),
    });
  });

  it('keeps accounts and providers apart', async () => {
    const lines = await summaryOf(
      {},
      { accountId: 'production:falsa' },
      { providerKey: 'outro-provedor' },
    );
    expect(lines.map(({ pending }) => pending.count)).toEqual([1, 1, 1]);
  });

  it('calls overdue exactly what a badge does, around holidays and whatever it may be paid by', async () => {
    const charges = fc.record({
      dueDate: fc.integer({ min: -9, max: 3 }).map((days) => addDays(TODAY, days)),
      billingType: fc.constantFrom('BOLETO', 'UNDEFINED', 'PIX'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(charges, { minLength: 1, maxLength: 12 }), async (changes) => {
        const [line] = await summaryOf(...changes);
        const groups = changes.map((change) => classifyCharge(reading(change), TODAY));
        const overdue = groups.filter((group) => group === 'overdue').length;
        expect(line?.overdue.count).toBe(overdue);
        expect(line?.pending.count).toBe(groups.length - overdue);
      }),
      { numRuns: 30 },
    );
  });
});
