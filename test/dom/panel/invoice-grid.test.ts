import type { Page } from '@playwright/test';
import { describe, expect, test } from 'vitest';
import { panelPages } from './panel-pages.ts';

const pages = panelPages();

/** Ids found in the grid of a fixture; `change` runs in the page first. */
async function idsOn(fixture: string, change?: (page: Page) => Promise<unknown>) {
  const page = await pages.open(fixture);
  await change?.(page);
  const ids = await page.evaluate(() => {
    const table = document.querySelector<HTMLTableElement>('.bDiv table');
    const reading = table && panel.readGrid(table);
    return reading ? reading.rows.map(({ id }) => id) : null;
  });
  return ids;
}

const setAttribute = (selector: string, name: string, value: string) => (page: Page) =>
  page
    .locator(selector)
    .first()
    .evaluate((node, [key, text]) => node.setAttribute(key, text), [name, value] as const);

const setText = (selector: string, text: string) => (page: Page) =>
  page
    .locator(selector)
    .first()
    .evaluate((node, to) => (node.textContent = to), text);

function dropKeys(row: Element): void {
  for (const name of row.getAttributeNames()) row.removeAttribute(name);
}

describe('the id cell names its column', () => {
  test('in the Financeiro tab, behind a checkbox and beside a status without abbr', async () => {
    expect(await idsOn('client-financial-b.html')).toEqual(['4001', '4002', '4003']);
  });

  test('in the main list of the older generation, whose rows have no keys but their id', async () => {
    expect(await idsOn('main-list-a.html')).toEqual(['101', '102']);
  });

  test.each([
    ['its key attribute', 'data-valorcampoautoincrement', '4099'],
    ['its data-id', 'data-id', '4099'],
    ['its element id', 'id', 'row4099'],
    ['the field of its key', 'data-campoautoincrement', 'id_contrato'],
    ['an unreadable key', 'data-valorcampoautoincrement', '4001x'],
  ])(
    'a row that disagrees by %s has no invoice, its neighbours keep theirs',
    async (_, name, value) => {
      const ids = await idsOn('client-financial-b.html', setAttribute('.bDiv tr', name, value));
      expect(ids).toEqual(['4002', '4003']);
    },
  );

  test.each(['', '0', '12,5', 'R$ 4001', '4001 4002', '1234567890123456'])(
    'a cell that reads "%s" is no id',
    async (text) => {
      const ids = await idsOn('main-list-a.html', (page) =>
        page.locator('.bDiv tr:first-child td:first-child > div').evaluate((node, to) => {
          node.textContent = to;
          node.closest('tr')?.removeAttribute('id');
        }, text),
      );
      expect(ids).toEqual(['102']);
    },
  );

  test('a title that says the provider owes them speaks against all rows', async () => {
    const ids = await idsOn('main-list-a.html', setText('.mDiv .ftitle', 'Contas a pagar'));
    expect(ids).toBeNull();
  });

  test('a customer called like a supplier does not', async () => {
    const title = setText('form > .mDiv .ftitle', 'Cliente - 77 - Fornecedora de Tal');
    expect(await idsOn('client-financial-b.html', title)).toHaveLength(3);
  });

  test('under another table name a row needs its own key', async () => {
    const rename = setAttribute('.bDiv table', 'data-nome', 'fn_areceber_historico');
    expect(await idsOn('client-financial-b.html', rename)).toEqual(['4001', '4002', '4003']);
    const ids = await idsOn('client-financial-b.html', async (page) => {
      await rename(page);
      await page.locator('.bDiv tr').first().evaluate(dropKeys);
    });
    expect(ids).toEqual(['4002', '4003']);
  });

  test('receipts without keys of their own are none either', async () => {
    const ids = await idsOn('receipts.html', (page) =>
      page.locator('.bDiv tr').evaluateAll((rows) => {
        for (const row of rows) {
          for (const name of row.getAttributeNames()) row.removeAttribute(name);
        }
      }),
    );
    expect(ids).toEqual([]);
  });

  test('receipts show the id of their invoice, and are none, not even where both ids happen to be equal', async () => {
    expect(await idsOn('receipts.html')).toEqual([]);
  });
});

describe('a table known to hold invoices', () => {
  test('gives the rows by their keys when no column shows the id', async () => {
    expect(await idsOn('row-key-only.html')).toEqual(['301', '302']);
  });
});

describe('header texts alone', () => {
  test('are enough whatever their case, accents and spaces; a total row is no invoice', async () => {
    expect(await idsOn('headers-only.html')).toEqual(['601', '602']);
  });

  test('are not enough when one of the three is missing', async () => {
    const ids = await idsOn('headers-only.html', (page) =>
      page
        .locator('.hDiv th')
        .nth(2)
        .evaluate((node) => (node.textContent = 'Emissão')),
    );
    expect(ids).toBeNull();
  });

  test('are not enough for what the provider owes', async () => {
    expect(await idsOn('payables.html')).toBeNull();
  });

  test('are not enough in a table that is named after something else', async () => {
    expect(await idsOn('customers.html')).toBeNull();
  });

  test('are not enough under a title that does not speak of invoices', async () => {
    const ids = await idsOn('headers-only.html', setText('.mDiv .ftitle', 'Ordens'));
    expect(ids).toBeNull();
  });

  test('are not enough when two columns are called ID', async () => {
    const ids = await idsOn('headers-only.html', setText('.hDiv th:nth-child(2) div', 'ID'));
    expect(ids).toBeNull();
  });

  test('are not enough for a row whose due date is none', async () => {
    const ids = await idsOn('headers-only.html', setText('.bDiv tr td:nth-child(3) div', '10'));
    expect(ids).toEqual(['602']);
  });

  test('are not enough when the id column belongs to another table', async () => {
    const ids = await idsOn('headers-only.html', (page) =>
      page.locator('.bDiv td:first-child').evaluateAll((cells) => {
        for (const cell of cells) cell.setAttribute('abbr', 'vd_saida.id');
      }),
    );
    expect(ids ?? []).toEqual([]);
  });
});

describe('the main list of the older generation, whose table has no name', () => {
  const withoutIds = (page: Page) =>
    page.locator('[abbr="fn_areceber.id"]').evaluateAll((cells) => {
      for (const cell of cells) cell.remove();
    });

  test('is known by its title and its columns', async () => {
    expect(await idsOn('main-list-a.html', withoutIds)).toEqual(['101', '102']);
  });

  test('is not known by its columns alone', async () => {
    const ids = await idsOn('main-list-a.html', async (page) => {
      await withoutIds(page);
      await setText('.mDiv .ftitle', 'Relatório')(page);
    });
    expect(ids).toBeNull();
  });

  test("is not known by its title when its rows are another table's", async () => {
    const ids = await idsOn('main-list-a.html', (page) =>
      page.locator('[abbr="fn_areceber.id"]').evaluateAll((cells) => {
        for (const cell of cells) cell.setAttribute('abbr', 'fn_movim_finan.id');
      }),
    );
    expect(ids).toBeNull();
  });

  test('is not known inside the window of an invoice, where its receipts are', async () => {
    const ids = await idsOn('main-list-a.html', async (page) => {
      await withoutIds(page);
      await page.evaluate(() => {
        const form = document.createElement('form');
        form.name = 'fn_areceber';
        const grid = document.querySelector('.flexigrid');
        if (grid) form.append(grid);
        document.body.append(form);
      });
    });
    expect(ids).toBeNull();
  });
});
