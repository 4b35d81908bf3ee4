import { expect, test } from 'vitest';
import { panelPages } from './panel-pages.ts';

const pages = panelPages();

/** Placement in the Financeiro tab when the columns have these widths; null hides a column. */
async function placed(widths: Record<number, number | null>) {
  const page = await pages.open('client-financial-b.html');
  const placement = await page.evaluate((wanted) => {
    const table = document.querySelector<HTMLTableElement>('.bDiv table');
    const row = table?.rows[0];
    if (!row) throw new Error('no row');
    for (const [column, width] of Object.entries(wanted)) {
      const cell = row.cells[Number(column)];
      const box = cell?.querySelector('div');
      if (cell && width === null) cell.style.display = 'none';
      else if (box) box.style.width = `${String(width)}px`;
    }
    return panel.placementFor(table, row);
  }, widths);
  return placement;
}

test('the id cell is preferred, with the room that its text leaves', async () => {
  expect(await placed({})).toEqual({ column: 1, room: 72 });
  expect(await placed({ 1: 200 })).toEqual({ column: 1, room: 172 });
});

test('a narrow id cell leaves the mark to the status cell, found by its header', async () => {
  expect(await placed({ 1: 40, 2: 190 })).toEqual({ column: 2, room: 101 });
});

test('without room for a word anywhere the mark goes where most room is left', async () => {
  expect(await placed({ 1: 50, 2: 60, 3: 60, 4: 40 })).toEqual({ column: 1, room: 22 });
});

test('a hidden id column leaves the mark to a cell that can be seen', async () => {
  expect(await placed({ 1: null, 2: 190 })).toEqual({ column: 2, room: 101 });
  expect(await placed({ 1: null, 2: null, 3: null, 4: null })).toEqual({ column: 5, room: 0 });
});
