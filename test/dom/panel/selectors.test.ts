import { expect, test } from 'vitest';
import { SELECTORS, type SelectorName } from '../../../lib/ixc/panel/selectors.ts';
import { emulatedPanel } from '../emulated-panel.ts';
import { FEW_ROWS, LISTS, type List } from './invoice-lists.ts';
import { panelPages } from './panel-pages.ts';

const FILES = [
  'client-financial-b.html',
  'main-list-a.html',
  'receipts.html',
  'row-key-only.html',
  'headers-only.html',
  'payables.html',
  'customers.html',
] as const;

/** How often each selector matches: on each file; then in generation A and B on each list; on the login. */
// prettier-ignore
const EXPECTED: Record<SelectorName, readonly [files: number[], a: number[], b: number[], login: number]> = {
  idCell: [[3, 2, 3, 0, 0, 0, 0], [4, 4, 4], [4, 4, 4], 0],
  anyIdCell: [[3, 2, 6, 0, 0, 0, 2], [4, 4, 4], [4, 4, 4], 0],
  namedCell: [[12, 10, 12, 0, 0, 0, 4], [64, 68, 68], [64, 48, 48], 0],
  invoiceTable: [[1, 0, 0, 1, 0, 0, 0], [0, 1, 1], [1, 1, 1], 0],
  gridTable: [[1, 1, 1, 1, 1, 1, 1], [1, 1, 1], [1, 1, 1], 0],
  gridRow: [[15, 10, 15, 4, 0, 2, 6], [64, 68, 68], [68, 52, 52], 0],
  gridBody: [[1, 1, 1, 1, 1, 1, 1], [1, 1, 1], [1, 1, 1], 0],
  bodyTable: [[1, 1, 1, 1, 1, 1, 1], [1, 1, 1], [1, 1, 1], 0],
  headerCell: [[6, 5, 4, 3, 4, 4, 4], [16, 20, 20], [16, 14, 14], 0],
  gridHeader: [[1, 1, 1, 1, 1, 1, 1], [1, 1, 1], [1, 1, 1], 0],
  headerTable: [[1, 1, 1, 1, 1, 1, 1], [1, 1, 1], [1, 1, 1], 0],
  gridTitle: [[1, 1, 1, 1, 1, 1, 1], [1, 1, 1], [1, 1, 1], 0],
  windowTitle: [[1, 0, 0, 0, 0, 0, 0], [0, 1, 1], [0, 1, 1], 0],
  listWindow: [[0, 1, 0, 0, 0, 0, 0], [1, 0, 0], [1, 0, 0], 0],
  invoiceListClose: [[0, 0, 0, 0, 0, 0, 0], [1, 0, 0], [1, 0, 0], 0],
  tab: [[0, 0, 0, 0, 0, 0, 0], [0, 6, 4], [0, 6, 4], 0],
  tabPanel: [[1, 0, 0, 0, 0, 0, 0], [0, 6, 4], [0, 6, 4], 0],
  contractForm: [[0, 0, 0, 0, 0, 0, 0], [0, 0, 1], [0, 0, 1], 0],
  inlineScript: [[0, 0, 0, 0, 0, 0, 0], [1, 1, 1], [1, 1, 1], 0],
  userName: [[0, 0, 0, 0, 0, 0, 0], [1, 1, 1], [1, 1, 1], 0],
  loginFrame: [[0, 0, 0, 0, 0, 0, 0], [0, 0, 0], [0, 0, 0], 1],
};

const expected = (of: (counts: (typeof EXPECTED)[SelectorName]) => number | undefined) =>
  Object.fromEntries(Object.entries(EXPECTED).map(([name, counts]) => [name, of(counts)]));

const pages = panelPages();
const { load } = emulatedPanel(pages, FEW_ROWS);

test('every selector of the registry is expected to match somewhere', () => {
  expect(Object.keys(EXPECTED)).toEqual(Object.keys(SELECTORS));
  for (const [name, counts] of Object.entries(EXPECTED)) {
    expect([name, Math.max(...counts.flat())]).not.toEqual([name, 0]);
  }
});

test.each(FILES.map((file, index) => [file, index] as const))(
  'each selector matches as often as it should on %s',
  async (file, index) => {
    const page = await pages.open(file);
    const found = await page.evaluate(() => panel.selectorCounts(document));
    expect(found).toEqual(expected(([files]) => files[index]));
  },
);

test.each(['A', 'B'] as const)(
  'each selector matches as often as it should in generation %s',
  async (generation) => {
    const page = await load({ generation });
    for (const [index, list] of (Object.keys(LISTS) as List[]).entries()) {
      await page.evaluate(LISTS[list]);
      const found = await page.evaluate(() => panel.selectorCounts(document));
      expect(found, list).toEqual(expected(([, a, b]) => (generation === 'A' ? a : b)[index]));
      await page.evaluate(() => {
        while (__emulator.depth() > 0) __emulator.closeTop();
      });
    }
  },
);

test('each selector matches as often as it should where nobody is logged in', async () => {
  const page = await load({ autoLogin: false });
  const found = await page.evaluate(() => panel.selectorCounts(document));
  expect(found).toEqual(expected(([, , , login]) => login));
});
