import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { STATUS_GROUPS } from '../../../lib/billing/status.ts';
import type { RowState } from '../../../lib/messages/panel.ts';
import { panelPages } from './panel-pages.ts';
import { redraw, runPanel, spokenWords } from './running-panel.ts';

const pages = panelPages();

const MARK = '[data-ixa-invoice="4001"]';

/** The first row's mark: whether its word is left out, and how much of it is cut off, in pixels. */
const look = (page: Page) =>
  page.evaluate((selector) => {
    const mark = document.querySelector(selector);
    const box = mark?.parentElement;
    if (!mark || !box) throw new Error('no mark');
    const cut = mark.getBoundingClientRect().right - box.getBoundingClientRect().right;
    return { isSmall: mark.hasAttribute('data-ixa-small'), cut: Math.max(0, Math.round(cut)) };
  }, MARK);

const nextFrame = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

const stateOf = (group: RowState['group']): RowState => ({
  id: '4001',
  group,
  canSend: group === 'unsent',
  seenAt: null,
});

/** A panel with true words whose id cells are so wide, or as wide as a style rule makes them. */
async function withWidth(group: RowState['group'], width: number, how: 'inline' | 'rule') {
  const page = await runPanel(pages, 'client-financial-b.html', [stateOf(group)], spokenWords());
  await page.evaluate(
    ([wide, by]) => {
      for (const box of document.querySelectorAll<HTMLElement>('td[abbr="fn_areceber.id"] > div')) {
        box.style.width = by === 'inline' ? `${String(wide)}px` : '';
        box.style.overflow = 'hidden';
        if (by === 'rule') box.className = 'narrow';
      }
      for (const box of document.querySelectorAll<HTMLElement>(
        'td:not([abbr="fn_areceber.id"]) > div',
      ))
        box.style.width = '20px';
      const rule = document.createElement('style');
      rule.textContent = `.narrow { width: ${String(wide)}px; white-space: nowrap }`;
      document.head.append(rule);
    },
    [width, how] as const,
  );
  await redraw(page);
  await nextFrame(page);
  return page;
}

describe.each(['inline', 'rule'] as const)('a width set by %s', (how) => {
  test.each([60, 84, 112, 140])('of %s px cuts no word of any state', async (width) => {
    const page = await withWidth('open', width, how);
    for (const group of STATUS_GROUPS) {
      await page.evaluate(
        (state) => worker.push?.({ push: 'states', states: [state], problem: null }),
        stateOf(group),
      );
      await nextFrame(page);
      expect([group, (await look(page)).cut]).toEqual([group, 0]);
    }
  });
});

test('a word that fits is shown; one that does not leaves its icon, with the word in the tooltip', async () => {
  const open = await withWidth('open', 112, 'inline');
  expect((await look(open)).isSmall).toBe(false);
  const clearing = await withWidth('clearing', 112, 'inline');
  expect((await look(clearing)).isSmall).toBe(true);
  const title = await clearing.locator(`${MARK} [data-ixa-action]`).getAttribute('title');
  expect(title).toContain('Em compensação');
});

test('a column that is made wider gives the word back', async () => {
  const page = await withWidth('clearing', 90, 'inline');
  expect((await look(page)).isSmall).toBe(true);
  await page.evaluate(() => {
    for (const box of document.querySelectorAll<HTMLElement>('[abbr="fn_areceber.id"] > div')) {
      box.style.width = '220px';
    }
  });
  await expect.poll(async () => (await look(page)).isSmall).toBe(false);
});
