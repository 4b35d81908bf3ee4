import { describe, expect, it } from 'vitest';
import { putCharge } from '../../../lib/ledger/charges.ts';
import { happeningsSince, lastHappenings } from '../../../lib/ledger/happenings.ts';
import type { ChargeRow } from '../../../lib/ledger/rows.ts';
import { day } from '../../fixtures/day.ts';
import { freshLedger } from '../engine/engine-ports.ts';
import { NOW, reading, TODAY } from './charge-rows.ts';

/** What the ledger says happened after these readings, one minute apart. */
async function told(...changes: Partial<ChargeRow>[]) {
  const ledger = freshLedger();
  for (const [minute, change] of changes.entries()) {
    const seenAt = NOW + minute * 60_000;
    await putCharge(ledger, reading({ seenAt, ...change }), seenAt);
  }
  const all = await happeningsSince(ledger, 0);
  return all.map(({ from, to }) => `${from ?? 'new'} → ${to}`);
}

const PAID = { status: 'RECEIVED', paymentDate: TODAY };

describe('happenings', () => {
  it('tell of a charge that was made today, and of every change of its group', async () => {
    const made = { createdOn: TODAY };
    expect(await told(made, { ...made, status: 'CONFIRMED' }, { ...made, ...PAID })).toEqual([
      'new → open',
      'open → confirmed',
      'confirmed → paid',
    ]);
  });

  it('are not written while a reading says the same', async () => {
    expect(await told({ createdOn: TODAY }, { createdOn: TODAY, viewed: true })).toHaveLength(1);
  });

  it('say nothing of old payments that the first import of an account brings', async () => {
    const paymentDate = day('2026-11-20');
    expect(await told({ ...PAID, paymentDate })).toEqual([]);
    expect(await told({ createdOn: day('2026-01-05') })).toEqual([]);
    expect(await told({ status: 'REFUNDED', paymentDate: day('2026-03-01') })).toEqual([]);
  });

  it('tell of a payment of yesterday that is seen for the first time', async () => {
    expect(await told({ ...PAID, paymentDate: day('2026-11-21') })).toEqual(['new → paid']);
  });

  it('tell of an old payment of a charge that was known as open: the browser was closed', async () => {
    const known = { createdOn: day('2026-01-05') };
    expect(await told(known, { ...known, ...PAID, paymentDate: day('2026-11-02') })).toEqual([
      'open → paid',
    ]);
  });

  it('tell that a charge became overdue though Asaas still calls it pending', async () => {
    const seenAt = NOW + 3 * 86_400_000;
    expect(await told({}, { seenAt })).toEqual(['open → overdue']);
  });

  it('are read on from the last one known, and backwards', async () => {
    const ledger = freshLedger();
    for (const id of ['pay_1', 'pay_2', 'pay_3']) {
      await putCharge(ledger, reading({ id, createdOn: TODAY }), NOW);
    }
    const [first] = await happeningsSince(ledger, 0, 1);
    const rest = await happeningsSince(ledger, first?.id ?? -1);
    expect(rest.map(({ chargeId }) => chargeId)).toEqual(['pay_2', 'pay_3']);
    const newest = await lastHappenings(ledger, 2);
    expect(newest.map(({ chargeId }) => chargeId)).toEqual(['pay_3', 'pay_2']);
  });
});
