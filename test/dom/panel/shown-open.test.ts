import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { RowState } from '../../../lib/messages/panel.ts';
import { panelPages } from './panel-pages.ts';
import { marksOn, runPanel } from './running-panel.ts';

const pages = panelPages();

/** What the first row of a fixture says, after a change. */
async function isOpen(fixture: string, change?: (page: Page) => Promise<unknown>) {
  const page = await pages.open(fixture);
  await change?.(page);
  const open = await page.evaluate(() => {
    const table = document.querySelector<HTMLTableElement>('.bDiv table');
    const row = table?.rows[0];
    return row ? panel.isShownOpen(table, row) : null;
  });
  return open;
}

const status = (text: string) => (page: Page) =>
  page
    .locator('.bDiv font, .bDiv .vg-badge-content')
    .first()
    .evaluate((node, to) => (node.textContent = to), text);

test.each([
  ['A receber', true],
  ['  a Receber ', true],
  ['Parcial', true],
  ['Recebido', false],
  ['Cancelado', false],
  ['Renegociado', false],
  ['A receber parcial', false],
  ['', false],
])('a status that reads "%s" is open: %s, as coloured text and as badge', async (text, open) => {
  expect(await isOpen('main-list-a.html', status(text))).toBe(open);
  expect(await isOpen('client-financial-b.html', status(text))).toBe(open);
});

test('without a status cell, or with two, a row says nothing', async () => {
  expect(await isOpen('headers-only.html')).toBe(false);
  const twice = (page: Page) =>
    page.locator('.hDiv th:nth-child(6) div').evaluate((head) => (head.textContent = 'Status'));
  expect(await isOpen('client-financial-b.html', twice)).toBe(false);
});

test("a status of another table is not the invoice's", async () => {
  const ofContract = (page: Page) =>
    page
      .locator('.bDiv td:nth-child(3)')
      .first()
      .evaluate((cell) => cell.setAttribute('abbr', 'cliente_contrato.status'));
  expect(await isOpen('client-financial-b.html', ofContract)).toBe(false);
});

test('where IXC cannot be read, only rows that say they are open can be sent', async () => {
  const states = ['4001', '4002', '4003'].map((id): RowState => ({
    id,
    group: 'unsent',
    canSend: true,
    onlyIfShownOpen: true,
    seenAt: null,
  }));
  const page = await runPanel(pages, 'client-financial-b.html', states);
  expect(await marksOn(page)).toEqual(['4001 send', '4002 send', '4003']);
  await status('Cancelado')(page);
  await expect.poll(() => marksOn(page)).toEqual(['4001', '4002 send', '4003']);
});

test('where IXC was read, what the row says does not count', async () => {
  const states: RowState[] = [{ id: '4003', group: 'unsent', canSend: true, seenAt: null }];
  const page = await runPanel(pages, 'client-financial-b.html', states);
  expect(await marksOn(page)).toEqual(['4001', '4002', '4003 send']);
});
