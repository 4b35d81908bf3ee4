import { afterAll, beforeAll, expect, test } from 'vitest';
import { SELECTORS } from '../../../../lib/ixc/panel/selectors.ts';
import { startPanelPages, type PanelPages } from './panel-page.ts';

type Name = keyof typeof SELECTORS;

/** How often each selector matches on each fixture. `:scope` ones are asked of their own parents. */
const EXPECTED: Record<string, Partial<Record<Name, number>>> = {
  'client-financial-b.html': {
    idCell: 3,
    namedCell: 12,
    invoiceTable: 1,
    gridTable: 1,
    gridHeader: 1,
    gridBody: 1,
    gridRow: 15,
    headerCell: 6,
    bodyTable: 1,
    headerTable: 1,
    gridTitle: 1,
    windowTitle: 1,
  },
  'main-list-a.html': { idCell: 2, invoiceTable: 0, gridTable: 1, headerCell: 5, gridTitle: 1 },
  'receipts.html': { idCell: 3, invoiceTable: 0, gridTable: 1, headerCell: 4 },
  'row-key-only.html': { idCell: 0, namedCell: 0, invoiceTable: 1, gridRow: 4 },
  'headers-only.html': { idCell: 0, namedCell: 0, invoiceTable: 0, gridRow: 0, headerCell: 4 },
  'payables.html': { idCell: 0, invoiceTable: 0, gridTable: 1, gridTitle: 1 },
  'customers.html': { idCell: 0, invoiceTable: 0, gridTable: 1, namedCell: 4 },
};

/** The element that the code asks a `:scope` selector of. */
const SCOPE: Partial<Record<Name, string>> = {
  gridRow: '.bDiv table',
  headerCell: '.flexigrid',
  bodyTable: '.flexigrid',
  headerTable: '.flexigrid',
  gridTitle: '.flexigrid',
  windowTitle: 'form',
};

let pages: PanelPages;
beforeAll(async () => {
  pages = await startPanelPages();
});
afterAll(() => pages.close());

test.each(Object.entries(EXPECTED))(
  'each selector matches as often as it should on %s',
  async (fixture, expected) => {
    const page = await pages.open(fixture);
    const found: Partial<Record<Name, number>> = {};
    for (const name of Object.keys(expected) as Name[]) {
      found[name] = await page.evaluate(
        ([selector, scope]) => {
          const roots = scope === undefined ? [document] : document.querySelectorAll(scope);
          return [...roots].reduce((sum, root) => sum + root.querySelectorAll(selector).length, 0);
        },
        [SELECTORS[name], SCOPE[name]] as const,
      );
    }
    expect(found).toEqual(expected);
    await page.close();
  },
);

test('every selector is expected somewhere', () => {
  const named = new Set(Object.values(EXPECTED).flatMap((counts) => Object.keys(counts)));
  expect(named).toEqual(new Set(Object.keys(SELECTORS)));
});
