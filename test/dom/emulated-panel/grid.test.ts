import type { JSHandle } from '@playwright/test';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KNOWN } from '../../emulators/ixc/index.ts';
import type { PanelHook } from '../../emulators/ixc/panel-hook.ts';
import { drivenPanel } from './driven-panel.ts';

const tab = drivenPanel();
let panel: JSHandle<PanelHook>;

beforeAll(async () => {
  panel = await tab.load();
});

beforeEach(async () => {
  tab.ixc.control.reset();
  await panel.evaluate((hook) => hook.open('fn_areceber'));
});

const rowOf = (id: string) => tab.page.locator(`tr#row${id}`);
const idsOnScreen = (table: string) =>
  tab.page
    .locator(`${table} tr.tableRow`)
    .evaluateAll((rows) => rows.map((row) => row.id.slice(3)));

/** Where each header cell begins, and where the body cell of the same index does. */
const edges = () =>
  tab.page.evaluate(() => {
    const left = (cells: NodeListOf<Element>) =>
      [...cells].map((cell) => Math.round(cell.getBoundingClientRect().left));
    return {
      header: left(document.querySelectorAll('.hDiv th')),
      body: left(document.querySelectorAll('.bDiv tr:first-child td')),
    };
  });

describe('the Contas a receber grid', () => {
  it('shows the known invoices first, each keyed three ways', async () => {
    const newest = Object.values(KNOWN).map(({ id }) => id);
    expect((await idsOnScreen('table[data-nome="fn_areceber"]')).slice(0, 24)).toEqual(
      newest.slice(0, 24),
    );
    const row = rowOf(KNOWN.openInvoice.id);
    expect(await row.getAttribute('data-campoautoincrement')).toBe('id');
    expect(await row.getAttribute('data-valorcampoautoincrement')).toBe(KNOWN.openInvoice.id);
    expect(await row.locator('td[abbr="fn_areceber.id"] > div').textContent()).toBe('13000');
    expect(await row.locator('.vg-badge').textContent()).toBe('A receber');
  });

  it('keeps header and body aligned when columns are hidden and shown', async () => {
    const { header, body } = await edges();
    expect(body).toEqual(header);
    await panel.evaluate((hook) => hook.hideColumn('cliente.razao', true));
    const hidden = await edges();
    expect(hidden.body).toEqual(hidden.header);
    expect(hidden.body).not.toEqual(body);
  });

  it('puts a new tbody with bare cells into the page and wraps them in the same task', async () => {
    const seen = await panel.evaluate(async (hook) => {
      const table = document.querySelector('table[data-nome="fn_areceber"]');
      const before = table?.querySelector('tbody');
      const batches: string[][] = [];
      const observer = new MutationObserver((records) =>
        batches.push(records.map(({ addedNodes }) => addedNodes[0]?.nodeName ?? '')),
      );
      if (table) observer.observe(table, { childList: true, subtree: true });
      await hook.reload();
      const batch = batches.find((added) => added.includes('TBODY')) ?? [];
      return {
        body: batch.indexOf('TBODY'),
        wrapped: batch.indexOf('DIV'),
        replaced: before?.isConnected === false,
      };
    });
    expect(seen.replaced).toBe(true);
    expect(seen.body).toBeGreaterThanOrEqual(0);
    expect(seen.wrapped).toBeGreaterThan(seen.body);
  });

  it('sorts at a click on a header, pages, and tells where it is', async () => {
    await tab.page.locator('th[abbr="fn_areceber.valor"]').click();
    await tab.page.locator('th.sorted[abbr="fn_areceber.valor"]').waitFor();
    expect((await idsOnScreen('table'))[0]).toBe(KNOWN.tinyInvoice.id);
    expect(await tab.page.locator('.pPageStat').textContent()).toBe('1 - 25 / 240');
    await tab.page.locator('.pPageButtons i[title="Próximo"]').click();
    await expect.poll(() => tab.page.locator('.pPageStat').textContent()).toBe('26 - 50 / 240');
  });

  it('finds an id, and says so when there is none', async () => {
    const search = tab.page.locator('input.gridActionsSearchInput[name="q"]');
    expect(await search.getAttribute('placeholder')).toBe('Consultar por ID');
    await search.fill(KNOWN.tinyInvoice.id);
    await search.press('Enter');
    await expect.poll(() => idsOnScreen('table')).toEqual([KNOWN.tinyInvoice.id]);
    await search.fill('1');
    await search.press('Enter');
    await expect.poll(() => tab.page.locator('.pPageStat').textContent()).toBe('0 itens');
  });

  it('hides cancelled invoices when asked to', async () => {
    await tab.page.getByLabel('Mostrar cancelados').uncheck();
    await rowOf(KNOWN.cancelledInvoice.id).waitFor({ state: 'detached' });
    expect(await rowOf(KNOWN.openInvoice.id).count()).toBe(1);
  });

  it('selects a row at a click, except on a control inside it', async () => {
    const before = await panel.evaluate((hook) => hook.counts().clicks);
    const row = rowOf(KNOWN.openInvoice.id);
    await row.locator('td[abbr="cliente.razao"]').click();
    expect(await panel.evaluate((hook) => hook.selected())).toEqual([KNOWN.openInvoice.id]);
    await row.evaluate((element) => {
      const button = document.createElement('button');
      button.type = 'button';
      element.querySelector('td > div')?.append(button);
      button.click();
    });
    expect(await panel.evaluate((hook) => hook.selected())).toEqual([KNOWN.openInvoice.id]);
    expect(await panel.evaluate((hook) => hook.counts().clicks)).toBe(before + 2);
  });

  it('shows what changed in IXC once it is reloaded', async () => {
    tab.ixc.control.receive(KNOWN.openInvoice.id);
    await tab.page.locator('.pPageButtons i[title="Atualizar"]').click();
    const badge = rowOf(KNOWN.openInvoice.id).locator('.vg-badge');
    await expect.poll(() => badge.textContent()).toBe('Recebido');
  });
});

describe('windows', () => {
  it('open at a double click, stack with repeating ids, and close one by one', async () => {
    await rowOf(KNOWN.openInvoice.id).locator('td[abbr="cliente.razao"]').dblclick();
    const invoice = tab.page.locator('body > form[name="fn_areceber"]');
    await expect.poll(() => invoice.locator('input#id').inputValue()).toBe(KNOWN.openInvoice.id);
    await invoice.locator('button[rel="id_cliente"][action="f3"]').click();
    const customer = tab.page.locator('body > form[name="cliente"]');
    await customer.locator('a.tabTitle', { hasText: 'Financeiro' }).click();
    const row = customer.locator(`tr#row${KNOWN.openInvoice.id}`);
    await row.waitFor();
    expect(await customer.getAttribute('id')).toBe('3_form');
    expect(await tab.page.locator(`tr#row${KNOWN.openInvoice.id}`).count()).toBe(2);
    expect(await tab.page.locator('input[id="id"]').count()).toBe(2);

    await tab.page.keyboard.press('Escape');
    expect(await customer.count()).toBe(0);
    await invoice.locator('#fn_areceber_btn_close').click();
    expect(await panel.evaluate((hook) => hook.depth())).toBe(1);
  });

  it('show in Financeiro a checkbox, then the id, and a status without abbr', async () => {
    await panel.evaluate((hook) => hook.openFinancial('1'));
    const row = tab.page.locator(
      `table#cliente_cliente_contrato_rel_areceber tr#row${KNOWN.openInvoice.id}`,
    );
    expect(await row.locator('td:nth-child(1) input[type="checkbox"]').count()).toBe(1);
    expect(await row.locator('td:nth-child(2)').getAttribute('abbr')).toBe('fn_areceber.id');
    expect(await row.locator('td:nth-child(3)').getAttribute('abbr')).toBeNull();
    expect(await row.locator('td:nth-child(3)').textContent()).toBe('A receber');
  });

  it('list receipts under keys of their own, beside the ids of their invoices', async () => {
    await panel.evaluate((hook) => hook.open('fn_areceber_baixas'));
    const keys = await tab.page.locator('tr.tableRow').evaluateAll((rows) =>
      rows.map((row) => ({
        key: row.getAttribute('data-valorcampoautoincrement'),
        invoice: row.querySelector('td[abbr="fn_areceber.id"]')?.textContent,
      })),
    );
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.every(({ key, invoice }) => Boolean(invoice) && key !== invoice)).toBe(true);
  });
});

describe('the session', () => {
  it('ends into a login frame that lets the operator in again', async () => {
    tab.ixc.control.logOut();
    await tab.page.goto(`${tab.ixc.httpUrl}/adm.php`);
    const login = tab.page.frameLocator('iframe[src="/app/login"]');
    await login.locator('#email').fill('operadora@provedor.example');
    await login.locator('#btn-next-login').click();
    await login.locator('#password').fill('senha-de-exemplo');
    await login.locator('#btn-enter-login').click();
    await tab.page.locator('.menu-user-name span').waitFor();
    const bodies = tab.ixc.control.requests().map(({ body }) => JSON.stringify(body));
    expect(bodies.join()).not.toContain('senha-de-exemplo');
  });
});
