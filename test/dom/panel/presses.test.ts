import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { clientList, DRAWER } from './client-list.ts';
import { marksOn, redraw } from './running-panel.ts';

const SEND = '[data-ixa-invoice="4001"] [data-ixa-action="send"]';

const run = clientList();
const opened = (page: Page) => page.evaluate(() => [...worker.opened, ...worker.sent]);
const heard = (page: Page) => page.evaluate(() => rowEvents);

describe('a press', () => {
  test('opens the drawer of its own invoice, and the row hears nothing of it', async () => {
    const page = await run();
    await page.click(SEND);
    await page.dblclick('[data-ixa-status]');
    await page.waitForSelector(DRAWER);
    expect(new Set(await opened(page))).toEqual(new Set(['4001', '4002']));
    expect(await heard(page)).toEqual([]);
    expect(await page.locator(DRAWER).count()).toBe(1);
  });

  test('works from the keyboard, and leaves Escape and shortcuts to the page', async () => {
    const page = await run();
    await page.focus(SEND);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    expect(await heard(page)).toEqual(['keydown', 'keydown', 'keydown']);
    await page.keyboard.press('Enter');
    await expect.poll(() => opened(page)).toEqual(['4001']);
    expect(await heard(page)).toHaveLength(3);
  });

  test('made by a script of the page does nothing', async () => {
    const page = await run();
    await page.evaluate((send) => {
      const button = document.querySelector<HTMLElement>(send);
      button?.click();
      for (const type of ['mousedown', 'click', 'dblclick', 'keydown']) {
        button?.dispatchEvent(new MouseEvent(type, { bubbles: true }));
      }
    }, SEND);
    expect(await opened(page)).toEqual([]);
    expect(await heard(page)).toEqual([]);
  });

  test('beside the button still selects and opens the row', async () => {
    const page = await run();
    await page.dblclick('.bDiv tr:first-child td:nth-child(4)');
    expect(await heard(page)).toContain('click');
    expect(await heard(page)).toContain('dblclick');
  });
});

describe('a redraw in the middle of a press', () => {
  test('that puts another row under the pointer starts nothing', async () => {
    const page = await run();
    const box = await page.locator(SEND).boundingBox();
    if (!box) throw new Error('no button');
    await page.mouse.move(box.x + 8, box.y + 8);
    await page.mouse.down();
    await page.evaluate(() => {
      const body = document.querySelector('.bDiv tbody');
      const first = body?.firstElementChild;
      if (first) body.append(first);
    });
    await page.mouse.up();
    expect(await opened(page)).toEqual([]);
  });

  test('that only redraws the row does not lose the press', async () => {
    const page = await run();
    await redraw(page);
    await page.click(SEND);
    expect(await opened(page)).toEqual(['4001']);
  });

  test('a mark that the page moved to another row is back in its own before the press counts', async () => {
    const page = await run();
    await page.evaluate((send) => {
      const move = () => {
        const mark = document.querySelector(send)?.parentElement;
        const other = document.querySelector('#row4003 td:nth-child(2) > div');
        if (mark) other?.append(mark);
      };
      window.addEventListener('click', move, { capture: true, once: true });
    }, SEND);
    await page.click(SEND);
    expect(await opened(page)).toEqual(['4001']);
    expect(await marksOn(page)).toEqual(['4001 send', '4002 open overdue', '4003']);
  });

  test('a row that becomes another invoice under the pointer starts nothing', async () => {
    const page = await run();
    await page.evaluate(() => {
      const recycle = () => {
        const row = document.querySelector<HTMLElement>('#row4001');
        const box = row?.querySelector('td:nth-child(2) > div');
        if (row && box?.firstChild) box.firstChild.nodeValue = '4055';
        for (const name of ['id', 'valorcampoautoincrement']) if (row) row.dataset[name] = '4055';
        if (row) row.id = 'row4055';
      };
      window.addEventListener('click', recycle, { capture: true, once: true });
    });
    await page.click(SEND);
    expect(await opened(page)).toEqual([]);
    expect(await marksOn(page)).toEqual(['4055', '4002 open overdue', '4003']);
  });

  test('a mark whose id the page rewrote starts nothing', async () => {
    const page = await run();
    await page.evaluate((send) => {
      document.querySelector(send)?.parentElement?.setAttribute('data-ixa-invoice', '4002');
    }, SEND);
    await page.locator('[data-ixa-action="send"]').click();
    expect(await opened(page)).toEqual([]);
  });
});

test('the token is nowhere in the page', async () => {
  const page = await run();
  await page.click(SEND);
  await page.waitForSelector(DRAWER);
  const everything = await page.evaluate(() => document.documentElement.outerHTML + location.href);
  expect(everything).not.toContain('a-token-that-must-not-reach-the-dom');
});
