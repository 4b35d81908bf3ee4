import { describe, expect, it } from 'vitest';
import { readReleased, releaseHeld } from '../../../../lib/engine/sync/counter-released.ts';
import { ORIGIN } from '../../../fixtures/settings.ts';
import { watching } from './counter-watch.ts';

describe('many invoices that change at once', () => {
  it('are not closed in cash when it is more than half of them, and a person is told', async () => {
    const { sides, browser, all, look } = await watching(60);
    for (const { invoiceId } of all.slice(0, 40)) sides.ixc.receive(invoiceId);
    await look();
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([{ detail: { why: 'many', count: 40 } }]);
  });

  it('are closed in cash when a day at the counter explains them', async () => {
    const { sides, browser, all, look } = await watching(60);
    for (const { invoiceId } of all.slice(0, 25)) sides.ixc.receive(invoiceId);
    await look();
    expect(browser.steps).toHaveLength(25);
  });

  it.each([
    ['an ordinary base', false],
    ['a base that cannot be asked for changes', true],
  ])('cost nobody a request for as long as they are held, in %s', async (_which, odd) => {
    const { sides, browser, all, look } = await watching(60, odd);
    for (const { invoiceId } of all) sides.ixc.cancel(invoiceId);
    await look();
    const { asaas } = browser.asked;
    for (let turn = 0; turn < 5; turn += 1) await look();
    expect(browser.asked.asaas - asaas).toBe(0);
    expect(browser.steps).toEqual([]);
  });

  it('are cancelled once a person lets them go, and not another time without being asked', async () => {
    const { sides, browser, all, look } = await watching(60);
    const [first, ...others] = all;
    for (const { invoiceId } of others.slice(0, 30)) sides.ixc.cancel(invoiceId);
    await look();
    expect(await releaseHeld(browser.ledger, ORIGIN)).toBe(true);
    await look();
    expect(browser.steps).toHaveLength(30);
    expect(await browser.alerts()).toEqual([]);
    expect(await readReleased(browser.ledger, ORIGIN)).toEqual(new Set());
    sides.ixc.cancel(first?.invoiceId ?? '');
    for (const { invoiceId } of others.slice(30, 55)) sides.ixc.cancel(invoiceId);
    await look();
    expect(browser.steps).toHaveLength(30);
  });

  it('leave nothing to let go where nothing is held', async () => {
    const { browser } = await watching(1);
    expect(await releaseHeld(browser.ledger, ORIGIN)).toBe(false);
  });
});
