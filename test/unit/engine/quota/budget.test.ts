import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../../lib/engine/quota/budgets.ts';
import { QUOTA, sweepBudget, unspent } from '../../../../lib/ledger/quota.ts';
import { ACCOUNT, HOUR, quotaKit, request } from './quota-kit.ts';

const TINY = { sharePercent: 1, browsersPerAccount: 25 } as const;

describe('the share of the sweeps', () => {
  it('is a fifth of the quota for one browser, and a fifth of that for five', () => {
    expect(sweepBudget({ sharePercent: 20, browsersPerAccount: 1 })).toBe(5_000);
    expect(sweepBudget({ sharePercent: 20, browsersPerAccount: 5 })).toBe(1_000);
  });

  it.each([1, 5])('is what %i browser(s) may spend, and not one request more', async (browsers) => {
    const sync = { sharePercent: 1, browsersPerAccount: browsers };
    const kit = quotaKit(sync);
    const most = sweepBudget(sync);
    await kit.write({ spent: { sweep: most - 3, job: 0, person: 0 } });
    const { ask } = kit.worker();
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push((await ask('sweep')).status);
    expect(answers).toEqual([200, 200, 200, 429, 429]);
    expect(kit.sent).toHaveLength(3);
  });

  it('says with a refusal when the window ends, and is whole again then', async () => {
    const kit = quotaKit(TINY);
    const { ask, governor } = kit.worker();
    for (let n = 0; n < 10; n += 1) await ask('sweep');
    await kit.clock.advance(2 * HOUR);
    expect((await ask('sweep')).headers).toEqual({ 'ratelimit-reset': String(10 * 3600) });
    expect(await governor.maySweep(ACCOUNT, 1)).toEqual({
      ok: false,
      error: { kind: 'rate-limited', retryAfterMs: 10 * HOUR },
    });
    await kit.clock.advance(10 * HOUR);
    expect(await governor.maySweep(ACCOUNT, 10)).toMatchObject({ ok: true });
    expect(await governor.maySweep(ACCOUNT, 11)).toMatchObject({ ok: false });
    expect((await ask('sweep')).status).toBe(200);
  });

  it('keeps neither people nor jobs from going on', async () => {
    const kit = quotaKit(TINY);
    await kit.write({ spent: { sweep: 10, job: 0, person: 0 } });
    const { ask } = kit.worker();
    expect((await ask('job', request('/v3/payments', 'POST'))).status).toBe(200);
    expect((await ask('person')).status).toBe(200);
  });

  it('is never passed in any window, whatever the pace, the deaths and the wrong clocks', async () => {
    const step = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          kind: fc.constant('sweep' as const),
          times: fc.integer({ min: 1, max: 14 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('person' as const),
          times: fc.integer({ min: 1, max: 4 }),
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          kind: fc.constant('pass' as const),
          times: fc.integer({ min: 1, max: 9 }),
        }),
      },
      {
        weight: 1,
        arbitrary: fc.record({ kind: fc.constant('death' as const), times: fc.constant(1) }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const kit = quotaKit(TINY);
        let life = kit.worker();
        for (const { kind, times } of steps) {
          if (kind === 'death') life = kit.worker();
          else if (kind === 'pass') await kit.clock.advance(times * HOUR);
          else await Promise.all(Array.from({ length: times }, () => life.ask(kind)));
        }
        expectWithin(kit.sent, sweepBudget(TINY));
      }),
      { numRuns: 40, seed: 20261122 },
    );
  }, 60_000);
});

/** Windows as Asaas counts them, from the first request of any kind; and never twice the share in any 12 hours. */
function expectWithin(sent: ReturnType<typeof quotaKit>['sent'], budget: number): void {
  let begins = Number.NEGATIVE_INFINITY;
  let sweeps = 0;
  for (const { at, purpose } of sent) {
    if (at - begins >= QUOTA.windowMs) {
      begins = at;
      sweeps = 0;
    }
    if (purpose === 'sweep') sweeps += 1;
    expect(sweeps).toBeLessThanOrEqual(budget);
  }
  const times = sent.filter(({ purpose }) => purpose === 'sweep').map(({ at }) => at);
  for (const from of times) {
    const within = times.filter((at) => at >= from && at < from + QUOTA.windowMs).length;
    expect(within).toBeLessThanOrEqual(2 * budget);
  }
}

describe('a large sending', () => {
  const SYNC = { sharePercent: 20, browsersPerAccount: 5 } as const;

  it('is told how much of it goes now and when the rest is through', () => {
    const now = 1_000_000;
    const fresh = unspent(ACCOUNT);
    const at = { now, from: now };
    expect(forecastOf(fresh, SYNC, 600, at)).toEqual({ now: 600, doneAt: now + 60_000 });
    expect(forecastOf(fresh, SYNC, 20_001, at)).toEqual({
      now: 20_000,
      doneAt: now + QUOTA.windowMs + 100,
    });
    const running = {
      ...fresh,
      since: now - HOUR,
      spent: { sweep: 900, job: 14_000, person: 1_000 },
    };
    expect(forecastOf(running, SYNC, 30_000, at)).toEqual({
      now: 5_000,
      doneAt: now + 11 * HOUR + QUOTA.windowMs + 5_000 * 100,
    });
  });

  it('goes nowhere while Asaas asked for a pause', () => {
    const at = { now: 0, from: HOUR };
    expect(forecastOf(unspent(ACCOUNT), SYNC, 10, at)).toEqual({ now: 0, doneAt: HOUR + 1_000 });
  });

  it('is put off at the end of the window, while somebody who looks at a charge goes on', async () => {
    const kit = quotaKit(SYNC);
    await kit.write({ spent: { sweep: 0, job: 19_998, person: 1 } });
    const { ask, governor } = kit.worker();
    const post = request('/v3/payments', 'POST');
    expect((await ask('job', post)).status).toBe(200);
    await kit.clock.advance(HOUR);
    expect(await ask('job', post)).toMatchObject({
      status: 429,
      headers: { 'ratelimit-reset': String(11 * 3600) },
    });
    expect((await ask('person')).status).toBe(200);
    expect(await governor.forecast(ACCOUNT, 5)).toMatchObject({ now: 0 });
    await kit.clock.advance(11 * HOUR);
    expect((await ask('job', post)).status).toBe(200);
  });
});
