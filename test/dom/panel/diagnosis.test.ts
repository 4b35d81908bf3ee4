import type { Page } from '@playwright/test';
import { expect, test } from 'vitest';
import type { PanelDiagnosis } from '../../../lib/messages/panel.ts';
import { emulatedPanel } from '../emulated-panel.ts';
import { FEW_ROWS, LISTS, type List } from './invoice-lists.ts';
import { panelPages } from './panel-pages.ts';

const pages = panelPages();
const { load } = emulatedPanel(pages, FEW_ROWS);

const diagnose = (page: Page) =>
  page.evaluate(() => panel.answerAsk(document, { ask: 'diagnosis' })) as Promise<PanelDiagnosis>;

/** Everything that people wrote on the page: cells, titles, fields, notes. */
const valuesOn = (page: Page) =>
  page.evaluate(() => {
    const values = new Set<string>();
    for (const one of document.querySelectorAll('.bDiv td, .ftitle, .menu-user-name, .company')) {
      values.add(one.textContent.trim());
    }
    for (const input of document.querySelectorAll('input')) values.add(input.value.trim());
    for (const row of document.querySelectorAll('tr')) values.add(row.id.replace('row', ''));
    return [...values].filter((value) => value.length > 2);
  });

test.each(['A', 'B'] as const)('on stacked windows of generation %s', async (generation) => {
  const page = await load({ generation, rowsPerPage: 25 });
  for (const list of Object.keys(LISTS) as List[]) await page.evaluate(LISTS[list]);
  const diagnosis = await diagnose(page);

  const rows = await page
    .locator('.bDiv > table')
    .evaluateAll((all) => all.map((one) => (one as HTMLTableElement).rows.length));
  expect(diagnosis.grids).toEqual(
    [
      generation === 'A' ? 'grid_#' : 'fn_areceber',
      'cliente_cliente_contrato_rel_areceber',
      'cliente_contrato_cliente_contrato_rel_areceber',
    ].map((table, index) => ({
      table,
      rows: rows[index],
      marked: 0,
      by: 'abbr',
      disagreeing: 0,
    })),
  );
  expect(diagnosis).toMatchObject({ billsByFatura: false });
  expect(diagnosis.selectors['idCell']).toBe(rows.reduce((sum, count) => sum + count));

  // The outline says how the page is built ...
  for (const part of [
    'form##_form.window[name=cliente]',
    '[abbr=fn_areceber.data_vencimento]',
    'carteira',
    generation === 'A' ? 'font' : 'div.vg-badge',
  ]) {
    expect(diagnosis.outline).toContain(part);
  }
  // ... and nothing of what is written on it.
  const copied = JSON.stringify(diagnosis);
  const allowed = ['Financeiro'];
  const leaked = (await valuesOn(page)).filter(
    (value) => copied.includes(value) && !allowed.includes(value),
  );
  expect(leaked).toEqual([]);
  // Digits only count rows, headings and letters.
  expect(diagnosis.outline.replaceAll(/^ +(\+\d+$|h\d)|\.\(\d+\)/gm, '')).not.toMatch(/\d/);
  expect(diagnosis.outline.length).toBeLessThanOrEqual(20_000);
  expect(diagnosis.outline).toMatch(/^[\x20-\x7e\n]*$/);
});

test('grids that contradict themselves, and those of nobody, are said to be none', async () => {
  const page = await load({ contradictory: true });
  await page.evaluate(() => __emulator.open('fn_areceber'));
  await page.evaluate(() => __emulator.openOver('vd_saida'));
  const { grids } = await diagnose(page);
  expect(grids).toEqual([
    { table: 'fn_areceber', rows: 4, marked: 0, by: 'none', disagreeing: 4 },
    { table: 'vd_saida', rows: 4, marked: 0, by: 'none', disagreeing: 0 },
  ]);
});

test('a contract that is billed by fatura, and the version where it can be read', async () => {
  const page = await load({ geracaoPorFatura: 'S' });
  await page.evaluate(() => __emulator.openContractFinancial('2001'));
  expect(await diagnose(page)).toMatchObject({ billsByFatura: true, version: '80.93.2' });
});

test('names that hold more than a name are not repeated', async () => {
  const page = await pages.open('customers.html');
  await page.evaluate(() => {
    const odd = document.createElement('section');
    odd.id = 'fulana@provedor.example';
    odd.className = 'row4001 ação';
    odd.dataset['cpf'] = '529.982.247-25';
    odd.setAttribute('name', 'Fulana de Tal');
    document.body.append(odd);
  });
  const { outline } = await diagnose(page);
  expect(outline).toContain('section#?.row####.?[data-cpf][name=?]');
  expect(outline).not.toMatch(/fulana|529/i);
});

test('a header is repeated only where IXC is known to write it', async () => {
  const page = await pages.open('customers.html');
  await page.evaluate(() => {
    const table = document.createElement('table');
    const row = table.createTHead().insertRow();
    for (const text of ['Razão social', 'Fulana', 'VENCIMENTO:', '']) {
      const cell = document.createElement('th');
      cell.textContent = text;
      row.append(cell);
    }
    const other = table.cloneNode(true) as HTMLTableElement;
    other.querySelector('th')?.remove();
    document.body.append(table, other);
  });
  const { outline } = await diagnose(page);
  expect(outline).not.toMatch(/fulana/i);
  for (const line of ['th razao_social', 'th ...(6)', 'th vencimento', 'th']) {
    expect(outline.split('\n').map((one) => one.trim())).toContain(line);
  }
});

test('an endless page gives an outline that can still be copied', async () => {
  const page = await pages.open('customers.html');
  await page.evaluate(() => {
    for (let index = 0; index < 3_000; index += 1) {
      const part = document.createElement('div');
      part.className = `x${'abcdefghij'[index % 10] ?? ''}${'k'.repeat(index % 50)}`;
      part.append(document.createElement(`a-${'b'.repeat(index % 40)}`));
      document.body.firstElementChild?.append(part);
      if (index % 30 === 0) document.body.append(part.cloneNode(true));
    }
  });
  const { outline } = await diagnose(page);
  expect(outline.length).toBeLessThanOrEqual(20_000);
});
