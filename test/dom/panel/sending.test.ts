import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import type { RowState } from '../../../lib/messages/panel.ts';
import { clientList, DRAWER } from './client-list.ts';
import { marksOn } from './running-panel.ts';

declare global {
  // Inside the page of these tests.
  var keysHeard: string[];
}

const SEND = '[data-ixa-action="send"]';
const OPEN = '[data-ixa-action="open"]';
const SENT = '[data-ixa-notice="sent"]';

const run = clientList();
const asked = (page: Page) => page.evaluate(() => ({ sent: worker.sent, opened: worker.opened }));
const drawerIsOpen = (page: Page) => page.locator(DRAWER).count();
const push = (page: Page, state: RowState) =>
  page.evaluate((one) => worker.push?.({ push: 'states', states: [one], problem: null }), state);

describe('a press', () => {
  test('on send asks to send, on a badge to open', async () => {
    const page = await run();
    await page.click(SEND);
    await page.click(OPEN);
    expect(await asked(page)).toEqual({ sent: ['4001'], opened: ['4002'] });
  });

  test('that sent at once says so and opens nothing, and the row follows the push', async () => {
    const page = await run();
    await page.evaluate(() => {
      worker.isOneClick = true;
    });
    await page.click(SEND);
    await expect.poll(() => page.locator(SENT).textContent()).toBe('panel_sent');
    expect(await drawerIsOpen(page)).toBe(0);
    await push(page, { id: '4001', group: 'queued', canSend: false, seenAt: null });
    expect(await marksOn(page)).toEqual(['4001 open queued', '4002 open overdue', '4003']);
    expect(await page.locator(SENT).count()).toBe(1);
  });

  test('repeated before the answer is there asks once', async () => {
    const page = await run();
    await page.evaluate(() => {
      worker.isSlow = true;
    });
    await page.dblclick(SEND);
    await page.focus(SEND);
    await page.keyboard.press('Enter');
    expect((await asked(page)).sent).toEqual(['4001']);
  });
});

describe('a press that did not begin on the button', () => {
  test('never sends by itself: a page that moves the focus under a key gets the drawer', async () => {
    const page = await run();
    await page.evaluate((send) => {
      const turn = (event: KeyboardEvent) => {
        if (event.key === 'Enter') document.querySelector<HTMLElement>(send)?.focus();
      };
      document.addEventListener('keydown', turn, { capture: true, once: true });
    }, SEND);
    await page.keyboard.press('Enter');
    await expect.poll(() => asked(page)).toEqual({ sent: [], opened: ['4001'] });
  });
});

describe('a passing notice', () => {
  // A fake clock stays in its tab.
  const runApart = clientList();

  test('gives the place back to what stood there before', async () => {
    const page = await runApart();
    await page.clock.install();
    await page.evaluate(() => {
      worker.isOneClick = true;
      worker.push?.({ push: 'states', states: [], problem: 'ixc-unreachable' });
    });
    await page.click(SEND);
    await page.waitForSelector(SENT);
    await page.clock.runFor(7_000);
    const topics = await page
      .locator('[data-ixa-notice]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-ixa-notice')));
    expect(topics).toEqual(['ixc-unreachable']);
  });
});

describe('an answer that changes nothing to see', () => {
  test('leaves the button under the pointer, so that the press counts', async () => {
    const page = await run();
    const box = await page.locator(SEND).boundingBox();
    if (!box) throw new Error('no button');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await push(page, { id: '4001', group: 'unsent', canSend: true, seenAt: 1 });
    await page.mouse.up();
    expect((await asked(page)).sent).toEqual(['4001']);
  });

  test('still brings the age in the tooltip up to date', async () => {
    const page = await run();
    const badge = page.locator(OPEN);
    expect(await badge.getAttribute('title')).toContain('panel_not_seen');
    await push(page, { id: '4002', group: 'overdue', canSend: false, seenAt: Date.now() });
    expect(await badge.getAttribute('title')).toContain('panel_seen_now');
  });
});

describe('Escape', () => {
  const runAndListen = async () => {
    const page = await run();
    await page.evaluate(() => {
      globalThis.keysHeard = [];
      for (const type of ['keydown', 'keyup']) {
        for (const target of [window, document, document.body]) {
          target.addEventListener(type, () => keysHeard.push(type));
        }
      }
    });
    return page;
  };
  const heard = (page: Page) => page.evaluate(() => keysHeard);

  test('closes the drawer and nothing of the page, then only what is of the page', async () => {
    const page = await runAndListen();
    await page.click(OPEN);
    await page.waitForSelector(DRAWER);
    await page
      .locator('.ftitle')
      .first()
      .evaluate((title) => {
        title.tabIndex = 0;
        title.focus();
      });
    await page.keyboard.press('Escape');
    expect(await drawerIsOpen(page)).toBe(0);
    expect(await heard(page)).toEqual([]);
    await page.waitForTimeout(1_100);
    await page.keyboard.press('Escape');
    expect(new Set(await heard(page))).toEqual(new Set(['keydown', 'keyup']));
  });

  test('made by a script of the page closes nothing of ours', async () => {
    const page = await runAndListen();
    await page.click(OPEN);
    await page.waitForSelector(DRAWER);
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    expect(await drawerIsOpen(page)).toBe(1);
  });
});
