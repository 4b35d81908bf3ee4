import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../lib/billing/result.ts';
import { dueAt, MOST_PER_TURN, sweepBudget } from '../../../../lib/engine/sync/pace.ts';
import { SWEEPS } from '../../../../lib/engine/sync/sweeps.ts';
import { createTakeIn } from '../../../../lib/engine/sync/take-in.ts';
import { sweepAccount } from '../../../../lib/engine/sync/sweep-account.ts';
import { account } from '../../../fixtures/settings.ts';
import { DAY, MINUTE, twoSides } from './two-sides.ts';

const HOUR = 60 * MINUTE;

describe('after a sleep', () => {
  it('of days what is due comes in portions, and nothing that happened meanwhile is missed', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    const paid = Array.from({ length: 260 }, () => sides.charged().charge);
    await browser.settle();
    const days = 20;
    for (let day = 0; day < days; day += 1) {
      await sides.clock.advance(DAY);
      for (const charge of paid.slice(day * 13, day * 13 + 13)) sides.asaas.pay(charge.id);
    }
    const perTurn: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      const before = browser.asked.asaas;
      await browser.sync.run();
      perTurn.push(browser.asked.asaas - before);
      await sides.clock.advance(MINUTE);
    }
    expect(Math.max(...perTurn)).toBeLessThanOrEqual(MOST_PER_TURN);
    const rows = await browser.ledger.charges.toArray();
    expect(rows.filter(({ status }) => status === 'RECEIVED')).toHaveLength(paid.length);
  });

  it('the fast lists come first, and one slow one a turn', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    sides.charged();
    await browser.settle();
    await sides.clock.advance(3 * DAY);
    sides.asaas.clearRequests();
    await browser.sync.run();
    const [first] = sides.asaas.requests();
    expect(Object.keys(first?.query ?? {})).toContain('paymentDate[ge]');
    // Paid since the day of the sleep, not since today.
    expect(first?.query['paymentDate[ge]']).toBe('2026-11-10');
    const lists = new Set(sides.asaas.requests().map(({ query }) => JSON.stringify(query)));
    expect(lists.size).toBeLessThan(8);
  });
});

describe('a long list', () => {
  it('is read on in the next turn, by the next worker, from where it was left', async () => {
    const sides = twoSides();
    const first = await sides.browser();
    for (let at = 0; at < 2_500; at += 1) sides.seed({ invoiceId: String(at + 1) });
    const takeIn = createTakeIn(first.ports);
    const turn = () =>
      sweepAccount(first.ports, takeIn, account, {
        watched: true,
        run: 'open',
        sync: { sharePercent: 20, browsersPerAccount: 1 },
      });
    await turn();
    const half = await first.ledger.charges.count();
    expect(half).toBe(MOST_PER_TURN * 100);
    const [gone] = await first.ledger.charges.limit(1).toArray();
    if (gone) sides.asaas.delete(gone.id);
    await sides.clock.advance(HOUR);
    await turn();
    expect(await first.ledger.charges.count()).toBe(2_500);
  });

  it('has its next page on the way while a page is written, and no page is asked for in vain', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    for (let at = 0; at < 250; at += 1) sides.seed({ invoiceId: String(at + 1) });
    const takeIn = createTakeIn(browser.ports);
    const askedWhenWritten: number[] = [];
    await sweepAccount(
      browser.ports,
      async (...page) => {
        const taken = await takeIn(...page);
        askedWhenWritten.push(browser.asked.asaas);
        return taken;
      },
      account,
      { watched: true, run: 'relist', sync: { sharePercent: 20, browsersPerAccount: 1 } },
    );
    expect(askedWhenWritten).toEqual([2, 3, 3]);
  });
});

describe('the pace', () => {
  const pacing = {
    now: Date.parse('2026-11-10T15:00:00Z'),
    watched: true,
    budget: sweepBudget({ sharePercent: 20, browsersPerAccount: 5 }),
    installationId: 'installation-1',
  };
  const [paid] = SWEEPS;
  const state = (cost: number, spent = 0) => ({
    window: { since: pacing.now - HOUR, fast: spent, slow: 0 },
    pausedUntil: null,
    sweeps: {
      paid: {
        startedAt: pacing.now,
        startedOn: null,
        since: null,
        place: null,
        cost,
        spent: 0,
        totals: {},
        fullAt: {},
        fallen: [],
        refusedUntil: null,
      },
    },
  });
  const wait = (cost: number, change: Partial<typeof pacing> = {}, spent = 0) =>
    paid ? dueAt(paid, state(cost, spent), { ...pacing, ...change }) - pacing.now : 0;

  it('is a thousand requests in twelve hours for each of five browsers', () => {
    expect(pacing.budget).toBe(1_000);
  });

  it('is under two minutes for a list of one page, and slower for a longer one', () => {
    expect(wait(1)).toBeLessThanOrEqual(2 * MINUTE);
    expect(wait(10)).toBeGreaterThan(4 * MINUTE);
    expect(wait(10, { budget: 5_000 })).toBeLessThan(wait(10));
  });

  it('slows down as the budget is used up, and stops with it', () => {
    expect(wait(1, {}, 700)).toBeGreaterThan(wait(1));
    expect(wait(1, {}, 1_000)).toBe(Number.POSITIVE_INFINITY);
  });

  it('differs from browser to browser, and not from day to day', () => {
    const waits = ['a', 'b', 'c', 'd'].map((installationId) => wait(1, { installationId }));
    expect(new Set(waits).size).toBe(4);
    expect(wait(1)).toBe(wait(1));
  });
});

describe('the governor of the quota', () => {
  it('is asked before, and a no is heeded for as long as it says', async () => {
    let asked = 0;
    let may = false;
    const sides = twoSides();
    const browser = await sides.browser({
      governor: {
        maySweep: () => {
          asked += 1;
          const no = { kind: 'rate-limited', retryAfterMs: HOUR } as const;
          return Promise.resolve(may ? ok(null) : fail(no));
        },
        forecast: () => Promise.resolve({ now: 0, doneAt: 0 }),
      },
    });
    await browser.sync.run();
    expect([asked, browser.asked.asaas]).toEqual([1, 0]);
    may = true;
    await sides.clock.advance(59 * MINUTE);
    await browser.sync.run();
    expect(browser.asked.asaas).toBe(0);
    await sides.clock.advance(2 * MINUTE);
    await browser.sync.run();
    expect(browser.asked.asaas).toBeGreaterThan(0);
  });
});

describe('"Atualizar agora"', () => {
  it('runs the fast sweeps at once, due or not', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    const { charge } = sides.charged();
    await browser.settle();
    sides.asaas.pay(charge.id);
    await browser.sync.now();
    expect(await browser.row(charge.id)).toMatchObject({ status: 'RECEIVED' });
  });
});
