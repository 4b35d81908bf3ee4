import { describe, expect, it } from 'vitest';
import { readQuotas } from '../../../../lib/engine/quota/account-quotas.ts';
import { unspent } from '../../../../lib/ledger/quota.ts';
import { freshLedger } from '../engine-ports.ts';
import { ACCOUNT, HOUR } from './quota-kit.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const SYNC = { sharePercent: 20, browsersPerAccount: 5 };

async function quotaOf(change: Partial<ReturnType<typeof unspent>> = {}) {
  const ledger = freshLedger();
  await ledger.quota.put({ ...unspent(ACCOUNT), ...change });
  const [quota] = await readQuotas(ledger, [ACCOUNT], SYNC, NOW);
  return quota;
}

describe('what a page shows of a quota', () => {
  it('of an account that was asked nothing, everything is left', async () => {
    const [quota] = await readQuotas(freshLedger(), [ACCOUNT], SYNC, NOW);
    expect(quota).toEqual({
      accountId: ACCOUNT,
      spent: 0,
      sweepSpent: 0,
      sweepBudget: 1_000,
      endsAt: null,
      pausedUntil: null,
      charges: 2_222,
      thousandAt: NOW + 900_000,
      isTroubled: false,
    });
  });

  it('says how many charges the running window still bears, whatever sweeps have used', async () => {
    const since = NOW - HOUR;
    expect(await quotaOf({ since, spent: { sweep: 900, job: 17_000, person: 0 } })).toMatchObject({
      spent: 17_900,
      endsAt: since + 12 * HOUR,
      charges: 333,
      thousandAt: since + 12 * HOUR + 600_000,
    });
    const full = { since, spent: { sweep: 0, job: 20_000, person: 0 } };
    expect(await quotaOf(full)).toMatchObject({
      charges: 0,
      thousandAt: since + 12 * HOUR + 900_000,
    });
  });

  it('tells a pause that Asaas asked for from a server in trouble', async () => {
    const asked = await quotaOf({ pausedUntil: NOW + HOUR });
    expect(asked).toMatchObject({
      pausedUntil: NOW + HOUR,
      isTroubled: false,
      thousandAt: NOW + HOUR + 900_000,
    });
    const troubled = await quotaOf({ failures: 5, pausedUntil: NOW + 5_000 });
    expect(troubled).toMatchObject({ pausedUntil: NOW + 5_000, isTroubled: true });
  });

  it('forgets a pause that is over, and a window', async () => {
    const over = { since: NOW - 13 * HOUR, pausedUntil: NOW - 1 };
    const spent = { sweep: 1_000, job: 0, person: 0 };
    expect(await quotaOf({ ...over, spent })).toMatchObject({
      spent: 0,
      endsAt: null,
      pausedUntil: null,
    });
  });
});
