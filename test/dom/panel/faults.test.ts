import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { clientList } from './client-list.ts';
import { marksOn, redraw } from './running-panel.ts';

const NOTICE = '[data-ixa-notice][role="status"]';
const SEND = '[data-ixa-action="send"]';

const run = clientList();

const tell = (page: Page, problem: 'locked' | 'no-token' | null) =>
  page.evaluate((told) => worker.push?.({ push: 'states', states: [], problem: told }), problem);
const notices = (page: Page) =>
  page.locator(NOTICE).evaluateAll((all) => all.map((one) => one.textContent));

test('an update of the extension leaves inert marks and says what to do, once', async () => {
  const page = await run();
  await page.evaluate(() => {
    worker.isAlive = false;
  });
  await page.click(SEND);
  await expect.poll(() => notices(page)).toEqual(['panel_fault_outdated']);
  expect(await page.locator(SEND).isDisabled()).toBe(true);
  await redraw(page);
  expect(await page.evaluate(() => worker.sent)).toEqual([]);
  expect(await page.locator(NOTICE).count()).toBe(1);
});

test('a problem is told once for the page, not per row, and can be dismissed', async () => {
  const page = await run();
  await tell(page, 'locked');
  await tell(page, 'locked');
  await expect.poll(() => notices(page)).toEqual(['panel_problem_locked']);
  await page.click(`${NOTICE} button`);
  await tell(page, 'locked');
  expect(await page.locator(NOTICE).count()).toBe(0);
  await tell(page, 'no-token');
  await expect.poll(() => notices(page)).toEqual(['panel_problem_no_token']);
  await tell(page, null);
  expect(await page.locator(NOTICE).count()).toBe(0);
});

test('a panel that is told to ask again does so for every row, and says what it learns', async () => {
  const page = await run();
  await expect.poll(() => page.evaluate(() => worker.asked.length)).toBe(1);
  await page.evaluate(() => {
    worker.states = {};
    worker.problem = 'permission-missing';
    worker.push?.({ push: 'ask-again' });
  });
  await expect.poll(() => notices(page)).toEqual(['panel_problem_permission_missing']);
  const [first, second] = await page.evaluate(() => worker.asked);
  expect(second?.toSorted()).toEqual(first?.toSorted());
  expect(await page.locator(SEND).count()).toBe(0);
});

test('a press that gets no answer is said, and the row stays as it was', async () => {
  const page = await run();
  await page.evaluate(() => {
    worker.isReachable = false;
  });
  await page.click(SEND);
  await expect.poll(() => notices(page)).toEqual(['panel_fault_not_sent']);
  await page.click('[data-ixa-action="open"]');
  await expect.poll(() => notices(page)).toEqual(['panel_fault_not_opened']);
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await marksOn(page)).toEqual(['4001 send', '4002 open overdue', '4003']);
});

test('a newer copy of the script takes over a page without a trace of the older', async () => {
  const page = await run();
  await page.click(SEND);
  await page.waitForSelector('iframe[data-ixa-drawer]');
  await tell(page, 'locked');
  await page.evaluate(() => worker.stop.abort());
  const own = '[data-ixa-invoice], [data-ixa-drawer], [data-ixa-notice]';
  expect(await page.locator(own).count()).toBe(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await redraw(page);
  expect(await page.locator(own).count()).toBe(0);
});
