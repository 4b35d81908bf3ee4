import { describe, expect, it } from 'vitest';
import { readFreshness } from '../../../../lib/engine/sync/freshness.ts';
import { readState, writeState } from '../../../../lib/engine/sync/account-state.ts';
import { account } from '../../../fixtures/settings.ts';
import { MINUTE, twoSides } from './two-sides.ts';

describe('how old what is known of an account is', () => {
  it('is told by the last complete reading, and a failed one makes nothing newer', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    const { ledger } = browser;
    const now = async () => (await readFreshness(ledger, [account.id]))[0];
    expect(await now()).toMatchObject({ readAt: null, underWay: false, pausedUntil: null });

    const readAt = sides.clock.now();
    await browser.sync.now();
    expect(await now()).toMatchObject({ readAt, underWay: false });

    await sides.clock.advance(40 * MINUTE);
    const rule = sides.asaas.addFault({
      path: '/v3/payments',
      fault: { kind: 'status', status: 503 },
      times: 0,
    });
    await browser.sync.now();
    expect(await now()).toMatchObject({ readAt, underWay: true });
    expect((await now())?.pausedUntil).toBeGreaterThan(sides.clock.now());

    sides.asaas.removeFault(rule);
    await sides.clock.advance(20 * MINUTE);
    await browser.sync.now();
    const age = sides.clock.now() - ((await now())?.readAt ?? 0);
    expect(age).toBeLessThanOrEqual(20 * MINUTE);
  });

  it('is found for every account that was swept, where nobody knows yet which there are', async () => {
    const sides = twoSides();
    const browser = await sides.browser();
    expect(await readFreshness(browser.ledger, null)).toEqual([]);
    await browser.sync.now();
    expect(await readFreshness(browser.ledger, null)).toMatchObject([{ accountId: account.id }]);
  });

  it('is told of a reading that an earlier release left, and only of a complete one', async () => {
    const sides = twoSides();
    const { ledger, sync } = await sides.browser();
    await sync.now();
    const state = await readState(ledger, account.id);
    const asLeft = (place: null | { list: number; offset: number; total: null; found: number }) =>
      Object.fromEntries(
        Object.entries(state.sweeps).map(([name, { readAt: _none, ...sweep }]) => [
          name,
          { ...sweep, place },
        ]),
      );
    await writeState(ledger, account.id, { ...state, sweeps: asLeft(null) });
    expect((await readFreshness(ledger, null))[0]?.readAt).toBe(sides.clock.now());
    const place = { list: 0, offset: 0, total: null, found: 0 };
    await writeState(ledger, account.id, { ...state, sweeps: asLeft(place) });
    expect((await readFreshness(ledger, null))[0]?.readAt).toBeNull();
  });
});
