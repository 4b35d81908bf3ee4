import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { PanelPush } from '../../../lib/messages/panel.ts';
import { clientList, DRAWER } from './client-list.ts';

const TOAST = '[data-ixa-toast]';
/** Longer than a toast stays. ms. */
const A_WHILE = 11_000;

const run = clientList();
const push = (page: Page, one: PanelPush) =>
  page.evaluate((message) => worker.push?.(message), one);
const paid = (page: Page, id = '4002') => push(page, { push: 'toast', id, group: 'paid' });
const toasts = (page: Page) => page.locator(TOAST).count();

describe('a toast', () => {
  test('says the invoice and its state in a live region of a shadow root', async () => {
    const page = await run();
    await paid(page);
    expect(await page.locator(`${TOAST} > button`).first().textContent()).toBe(
      'panel_toast 4002: panel_group_paid',
    );
    const live = page.locator('[data-ixa-toasts] [role="status"]');
    expect(await live.getAttribute('aria-live')).toBe('polite');
    expect(await page.evaluate(() => document.querySelector('[data-ixa-toast]'))).toBeNull();
  });

  test('is not for an invoice without a mark on the page', async () => {
    const page = await run();
    await paid(page, '999999');
    expect(await toasts(page)).toBe(0);
  });

  test('opens the drawer of its invoice by a click, and is gone', async () => {
    const page = await run();
    await paid(page);
    await page.locator(`${TOAST} > button`).first().click();
    await page.waitForSelector(DRAWER);
    expect(await page.evaluate(() => worker.opened)).toEqual(['4002']);
    expect(await toasts(page)).toBe(0);
  });

  test('does nothing when a script of the page clicks it', async () => {
    const page = await run();
    await paid(page);
    await page
      .locator(`${TOAST} > button`)
      .first()
      .evaluate((button: HTMLElement) => {
        button.click();
      });
    expect(await page.evaluate(() => worker.opened)).toEqual([]);
    expect(await toasts(page)).toBe(1);
  });

  test('is dismissed with the keyboard, and the page hears nothing of it', async () => {
    const page = await run();
    await paid(page);
    await page.evaluate(() => {
      document.body.addEventListener('keydown', () => rowEvents.push('escape'));
    });
    await page.locator(`${TOAST} > button`).first().focus();
    await page.keyboard.press('Escape');
    expect(await toasts(page)).toBe(0);
    await paid(page);
    await page.locator(`${TOAST} > button`).last().focus();
    await page.keyboard.press('Enter');
    expect(await toasts(page)).toBe(0);
    expect(await page.evaluate(() => [worker.opened, rowEvents])).toEqual([[], []]);
  });

  test('of the same invoice takes the place of the one before', async () => {
    const page = await run();
    await paid(page);
    await push(page, { push: 'toast', id: '4002', group: 'refunded' });
    expect(await page.locator(`${TOAST} > button:first-child`).allTextContents()).toEqual([
      'panel_toast 4002: panel_group_refunded',
    ]);
  });

  test('moves for nobody who asked for less motion', async () => {
    const page = await run();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await paid(page);
    const animation = await page
      .locator(TOAST)
      .evaluate((toast) => getComputedStyle(toast).animationName);
    await page.emulateMedia({ reducedMotion: null });
    expect(animation).toBe('none');
  });
});

describe('in time, a toast', () => {
  // A fake clock stays in its tab.
  const runApart = clientList();

  test('goes by itself, but stays while the pointer or the focus is on it', async () => {
    const page = await runApart();
    await page.clock.install();
    await paid(page);
    await page.clock.runFor(A_WHILE);
    expect(await toasts(page)).toBe(0);
    await paid(page);
    await page.locator(TOAST).hover();
    await page.clock.runFor(A_WHILE);
    expect(await toasts(page)).toBe(1);
    await page.mouse.move(0, 0);
    await page.locator(`${TOAST} > button`).first().focus();
    await page.clock.runFor(A_WHILE);
    expect(await toasts(page)).toBe(1);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.clock.runFor(A_WHILE);
    expect(await toasts(page)).toBe(0);
  });
});

describe('a notification that was clicked', () => {
  test('opens the drawer of its invoice, though no row of the page shows it', async () => {
    const page = await run();
    await push(page, { push: 'open', id: '7777' });
    await page.waitForSelector(DRAWER);
    expect(await page.evaluate(() => worker.opened)).toEqual(['7777']);
  });
});
