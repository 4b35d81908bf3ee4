import { describe, expect, it } from 'vitest';
import type { QuotaRow } from '../../../../lib/ledger/rows.ts';
import { readMeters } from '../../../../lib/ledger/quota.ts';
import { fail } from '../../../../lib/billing/result.ts';
import { settings } from '../../../fixtures/settings.ts';
import { ACCOUNT, HOUR, quotaKit } from './quota-kit.ts';

const afterSettling = () => new Promise((resolve) => setTimeout(resolve, 900));

describe('what an account was asked', () => {
  it('is on the disk, exactly, half a second after the last request', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    for (let n = 0; n < 13; n += 1) await ask('sweep');
    for (let n = 0; n < 2; n += 1) await ask('person');
    await afterSettling();
    expect((await kit.row())?.spent).toEqual({ sweep: 13, job: 0, person: 2 });
  });

  it('is never too low after a death between two counts, and too high by nine of a kind at most', async () => {
    const kit = quotaKit();
    const real = 37;
    for (let n = 0; n < real; n += 1) {
      // A life of a worker each: it dies before it could say what it did not use.
      await kit.worker().ask('job');
      const { spent } = (await kit.row()) ?? { spent: { job: 0 } };
      expect(spent.job).toBeGreaterThanOrEqual(n + 1);
      expect(spent.job).toBeLessThanOrEqual((n + 1) * 10);
    }
    await afterSettling();
    expect((await kit.row())?.spent.job).toBe(real);
  });

  it('adds up when a worker that was believed dead goes on beside its successor', async () => {
    const kit = quotaKit();
    const [old, young] = [kit.worker(), kit.worker()];
    await Promise.all([
      ...Array.from({ length: 15 }, () => old.ask('job')),
      ...Array.from({ length: 12 }, () => young.ask('job')),
    ]);
    await afterSettling();
    expect((await kit.row())?.spent.job).toBe(27);
  });

  it('is written a few times, however many requests there are', async () => {
    const kit = quotaKit();
    let writes = 0;
    const count = () => {
      writes += 1;
    };
    kit.ledger.quota.hook('creating', count);
    kit.ledger.quota.hook('updating', count);
    const { ask } = kit.worker();
    await Promise.all(Array.from({ length: 60 }, () => ask('job')));
    expect(writes).toBeLessThanOrEqual(8);
  });

  it('leaves out what never left the browser', async () => {
    const kit = quotaKit();
    const { ask } = kit.worker();
    await ask('person');
    kit.answerWith(async () => fail({ kind: 'permission-missing', origin: 'https://x.example' }));
    await ask('person').catch(() => undefined);
    await afterSettling();
    expect((await kit.row())?.spent.person).toBe(1);
  });

  it('is shown by the meter as it is, with what was only counted ahead taken off', async () => {
    const kit = quotaKit();
    const { ask, governor } = kit.worker();
    await ask('sweep');
    await ask('person');
    await ask('person');
    const started = kit.clock.now();
    const meter = {
      accountId: ACCOUNT,
      spent: 3,
      sweepSpent: 1,
      sweepBudget: 1_000,
      endsAt: started + 12 * HOUR,
      pausedUntil: null,
    };
    expect(await governor.meters()).toEqual([meter]);
    await afterSettling();
    expect(await readMeters(kit.ledger, [ACCOUNT], settings.sync, kit.clock.now())).toEqual([
      meter,
    ]);
    await kit.clock.advance(12 * HOUR);
    expect(await governor.meters()).toMatchObject([{ spent: 0, sweepSpent: 0, endsAt: null }]);
  });

  it('goes on being counted in memory when the disk refuses', async () => {
    const kit = quotaKit({ sharePercent: 1, browsersPerAccount: 25 });
    const { ask } = kit.worker();
    kit.ledger.close({ disableAutoOpen: true });
    const answers = [];
    for (let n = 0; n < 12; n += 1) answers.push((await ask('sweep')).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(10);
    expect((await ask('person')).status).toBe(200);
  });
});

describe('a clock that jumped', () => {
  it('ahead and back again leaves a window that ends within twelve hours, with its counts', async () => {
    const kit = quotaKit({ sharePercent: 1, browsersPerAccount: 25 });
    const year = 365 * 24 * HOUR;
    await kit.write({ since: kit.clock.now() + year, spent: { sweep: 10, job: 0, person: 0 } });
    const { ask, governor } = kit.worker();
    expect((await ask('sweep')).status).toBe(429);
    const [meter] = await governor.meters();
    expect(meter?.endsAt).toBe(kit.clock.now() + 12 * HOUR);
    await kit.clock.advance(12 * HOUR);
    expect((await ask('sweep')).status).toBe(200);
  });

  it('ahead by more than a window and back again has forgotten nothing', async () => {
    const kit = quotaKit({ sharePercent: 1, browsersPerAccount: 25 });
    const before = kit.clock.now();
    await kit.write({ since: before - HOUR, spent: { sweep: 9, job: 40, person: 3 } });
    await kit.clock.advance(13 * HOUR);
    await kit.worker().ask('job');
    await afterSettling();
    expect((await kit.row())?.spent).toEqual({ sweep: 0, job: 1, person: 0 });
    await kit.clock.set(before + HOUR);
    const { ask, governor } = kit.worker();
    expect((await ask('sweep')).status).toBe(200);
    expect((await ask('sweep')).status).toBe(429);
    await afterSettling();
    expect(await kit.row()).toMatchObject({
      since: before - HOUR,
      spent: { sweep: 10, job: 41, person: 3 },
    });
    expect(await governor.meters()).toMatchObject([{ spent: 54, endsAt: before + 11 * HOUR }]);
  });

  it.each<[string, Partial<QuotaRow>]>([
    ['a pause', { pausedUntil: 14 * HOUR }],
    ['the rest of a server in trouble', { pausedUntil: HOUR, failures: 6 }],
    ['an endpoint', { windows: { 'GET v3/payments': { remaining: 0, resetAt: 11 * 60_000 } } }],
  ])('never closes %s for ever', async (_name, { pausedUntil = null, windows = {}, ...rest }) => {
    const kit = quotaKit();
    const now = kit.clock.now();
    const moved = Object.entries(windows).map(
      ([family, { remaining, resetAt }]) =>
        [family, { remaining, resetAt: now + resetAt }] as const,
    );
    await kit.write({
      ...rest,
      pausedUntil: pausedUntil === null ? null : now + pausedUntil,
      windows: Object.fromEntries(moved),
    });
    expect((await kit.worker().ask('person')).status).toBe(200);
  });

  it('keeps a pause that Asaas may have asked for', async () => {
    const kit = quotaKit();
    await kit.write({ pausedUntil: kit.clock.now() + 12 * HOUR });
    expect((await kit.worker().ask('person')).status).toBe(429);
  });
});
