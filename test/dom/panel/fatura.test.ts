import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { RowState } from '../../../lib/messages/panel.ts';
import { emulatedPanel } from '../emulated-panel.ts';
import { FEW_ROWS } from './invoice-lists.ts';
import { panelPages } from './panel-pages.ts';
import { marksOn, runPanel } from './running-panel.ts';

const STATES: RowState[] = [{ id: '4001', group: 'unsent', canSend: true, seenAt: null }];
const MARKED = ['4001 send', '4002', '4003'];
const NONE = ['-', '-', '-'];
const NOTICE = '[data-ixa-notice="billed-by-fatura"]';

const pages = panelPages();
const { load } = emulatedPanel(pages, FEW_ROWS);

const isRead = (page: Page) => page.evaluate(() => panel.createFaturaReader(document)());
const addScript = (page: Page, text: string) =>
  page.evaluate((content) => {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.textContent = content;
    document.body.append(script);
  }, text);

test.each([
  ["var IXCparametros = {'geracao_por_fatura':'S'};", true],
  ['IXCparametros["geracao_por_fatura"] = "S";', true],
  ['IXCparametros.geracao_por_fatura = "S";', true],
  ['{"outro":"S","geracao_por_fatura":"N"}', false],
  ["if (IXCparametros.geracao_por_fatura === 'S') aba('financeiro').hide();", false],
  ["if ('S' == IXCparametros.geracao_por_fatura) aba('financeiro').hide();", false],
])('a script of the page with %s: %s', async (text, expected) => {
  const page = await pages.open('client-financial-b.html');
  await addScript(page, text);
  expect(await isRead(page)).toBe(expected);
});

test.each(['A', 'B'] as const)(
  'in generation %s the window of a contract tells by its tabs',
  async (generation) => {
    for (const geracaoPorFatura of ['S', 'N'] as const) {
      const page = await load({ generation, geracaoPorFatura });
      expect(await isRead(page)).toBe(false);
      await page.evaluate(() => __emulator.openContract('2001'));
      expect(await isRead(page)).toBe(geracaoPorFatura === 'S');
    }
  },
);

test('the worker says so: the marks go, one notice stays, and both come back when it no longer does', async () => {
  const page = await runPanel(pages, 'client-financial-b.html', STATES);
  const tell = (problem: 'billed-by-fatura' | null) =>
    page.evaluate((told) => worker.push?.({ push: 'states', states: [], problem: told }), problem);
  expect(await marksOn(page)).toEqual(MARKED);
  await tell('billed-by-fatura');
  expect(await marksOn(page)).toEqual(NONE);
  expect(await page.locator(NOTICE).count()).toBe(1);
  await tell(null);
  expect(await marksOn(page)).toEqual(MARKED);
  expect(await page.locator(NOTICE).count()).toBe(0);
});

test('the page says so: no answer of the worker brings a mark back', async () => {
  const page = await runPanel(pages, 'client-financial-b.html', STATES);
  await page.evaluate(() => {
    const form = document.createElement('form');
    form.name = 'cliente_contrato';
    for (const [title, display] of [
      ['Financeiro', 'none'],
      ['Faturas', ''],
    ] as const) {
      const tab = document.createElement('a');
      tab.className = 'tabTitle';
      tab.textContent = title;
      tab.style.display = display;
      form.append(tab);
    }
    const grid = document.querySelector('.flexigrid')?.cloneNode(true);
    if (grid) form.append(grid);
    document.body.append(form);
  });
  await expect.poll(() => marksOn(page)).toEqual([...NONE, ...NONE]);
  await page.evaluate(() => worker.push?.({ push: 'states', states: [], problem: null }));
  expect(await marksOn(page)).toEqual([...NONE, ...NONE]);
  expect(await page.locator(NOTICE).count()).toBe(1);
});
