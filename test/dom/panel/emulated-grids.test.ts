import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { emulatedPanel } from '../emulated-panel.ts';
import { FEW_ROWS, LISTS, type List } from './invoice-lists.ts';
import { panelPages } from './panel-pages.ts';

const { load } = emulatedPanel(panelPages(), FEW_ROWS);

const ID = 'fn_areceber.id';
const LOOK_ALIKES = ['fn_areceber_baixas', 'fn_apagar', 'vd_saida', 'cliente_contrato_faturas'];

/** What the detection makes of the topmost grid. */
const readTop = (page: Page) =>
  page.evaluate(() => {
    const table = [...document.querySelectorAll<HTMLTableElement>('.bDiv > table')].at(-1);
    const found = table && panel.readGrid(table);
    return {
      rows: table?.rows.length ?? 0,
      by: found?.by ?? 'none',
      disagreeing: found?.disagreeing ?? 0,
      invoices: found?.rows.map(({ id }) => id) ?? [],
      records: Array.from(table?.rows ?? [], (row) => row.id.slice('row'.length)),
    };
  });

/** The same for every list of invoices, each opened over the one before. */
async function readLists(page: Page) {
  const readings = [];
  for (const list of Object.keys(LISTS) as List[]) {
    await page.evaluate(LISTS[list]);
    readings.push({ list, ...(await readTop(page)) });
  }
  return readings;
}

describe.each(['A', 'B'] as const)('in generation %s', (generation) => {
  test.each([
    ['as they come', {}, 'abbr'],
    ['with a hidden id column', { hidden: [ID] }, 'abbr'],
    ['with an id column that cannot be sorted', { unsortable: [ID] }, 'row-key'],
    ['without any column that names itself', { unsortable: 'all' }, 'row-key'],
    ['without the id column', { removed: [ID] }, 'row-key'],
    ['without both', { unsortable: 'all', removed: [ID] }, 'row-key'],
  ] as const)('every row of the three lists is its invoice %s', async (_, options, by) => {
    const page = await load({ generation, ...options });
    for (const { list, rows, records, ...reading } of await readLists(page)) {
      expect(rows, list).toBeGreaterThan(0);
      expect(reading, list).toEqual({ by, disagreeing: 0, invoices: records });
    }
  });

  test('a row whose key contradicts its id cell is none, and is counted', async () => {
    const page = await load({ generation, contradictory: 'some' });
    for (const { list, records, ...reading } of await readLists(page)) {
      const wrong = records.filter((_, index) => index % 3 === 1);
      expect(reading.disagreeing, list).toBe(wrong.length);
      expect(reading.invoices, list).toEqual(records.filter((id) => !wrong.includes(id)));
    }
  });

  test('where every row contradicts itself the grid is no invoice grid', async () => {
    const page = await load({ generation, contradictory: true });
    for (const { list, rows, ...reading } of await readLists(page)) {
      expect(reading, list).toMatchObject({ by: 'none', invoices: [], disagreeing: rows });
    }
  });

  test.each([
    ['named columns', []],
    ['header texts alone', 'all'],
  ] as const)('look-alikes with %s are none', async (_, unsortable) => {
    const page = await load({ generation, unsortable });
    for (const path of LOOK_ALIKES) {
      await page.evaluate((name) => __emulator.open(name), path);
      const { rows, by, invoices } = await readTop(page);
      expect(rows, path).toBeGreaterThan(0);
      expect({ by, invoices }, path).toEqual({ by: 'none', invoices: [] });
    }
  });
});
