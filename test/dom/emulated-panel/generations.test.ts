import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../emulators/ixc/index.ts';
import { drivenPanel } from './driven-panel.ts';

const tab = drivenPanel();
const { load, count, headers } = tab;

const INVOICE = KNOWN.openInvoice;
const NEIGHBOUR = KNOWN.secondOpenInvoice;
const CONTRACT = '2001';

const childClasses = (selector: string) =>
  tab.page
    .locator(selector)
    .first()
    .evaluate((element) => [...element.children].map((child) => child.classList[0]));

describe('generation A', () => {
  it('lists rows in a nameless table inside the frame of stock Flexigrid', async () => {
    const panel = await load({ generation: 'A' });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    expect(await childClasses('div.modal2#\\31 _grid > .flexigrid')).toEqual([
      'nBtn',
      'nDiv',
      'mDiv',
      'tDiv',
      'hDiv',
      'cDrag',
      'bDiv',
      'sDiv',
      'pDiv',
    ]);
    expect(await count('.hDiv > .hDivBox > table > thead th[abbr="fn_areceber.id"]')).toBe(1);
    expect(await count('.bDiv > table#grid_1:not([data-nome]) > tbody')).toBe(1);
    const row = tab.page.locator(`tr#row${INVOICE.id}`);
    expect(await row.evaluate((line) => line.getAttributeNames())).toEqual(['id', 'data-id']);
    expect(await tab.page.locator(`tr#row${NEIGHBOUR.id}`).getAttribute('class')).toBe('erow');
    expect(await row.locator('td[abbr="fn_areceber.status"] > div > font').textContent()).toBe(
      'A receber',
    );
    expect(await count('.vg-badge, .tableRow')).toBe(0);
    expect(await count('.tDiv2 > .fbutton > div > span')).toBe(4);
  });

  it('asks for rows by nothing but the action, as jQuery does', async () => {
    const panel = await load({ generation: 'A' });
    const asked = tab.page.waitForRequest(/action\.php/);
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    const request = await asked;
    expect(new URL(request.url()).search).toBe('?action=grid');
    expect(request.resourceType()).toBe('xhr');
    expect(request.headers()).toMatchObject({ 'x-requested-with': 'XMLHttpRequest' });
  });

  it('pages, reloads and searches from the bars under its rows', async () => {
    const panel = await load({ generation: 'A' });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    const stat = tab.page.locator('.pDiv .pPageStat');
    expect(await stat.textContent()).toBe('1 - 25 / 240');
    await tab.page.locator('.pNext').click();
    await expect.poll(() => stat.textContent()).toBe('26 - 50 / 240');
    await tab.page.locator('input.qsbox[name="q"]').fill(INVOICE.id);
    await tab.page.locator('input.qsbox[name="q"]').press('Enter');
    await expect.poll(() => stat.textContent()).toBe('1 - 1 / 1');
    tab.ixc.control.receive(INVOICE.id);
    await tab.page.locator('.pPageButtons > .fa-refresh').click();
    await expect.poll(() => tab.page.locator('td font').textContent()).toBe('Recebido');
  });

  it('has in Financeiro the id first and an unsortable status second', async () => {
    const panel = await load({ generation: 'A' });
    await panel.evaluate((hook) => hook.openFinancial('1'));
    const cells = tab.page.locator(
      `form[name="cliente"] table#cliente_cliente_contrato_rel_areceber tr#row${INVOICE.id} > td`,
    );
    expect(await cells.nth(0).getAttribute('abbr')).toBe('fn_areceber.id');
    expect(await cells.nth(1).getAttribute('abbr')).toBeNull();
    expect(await cells.nth(1).textContent()).toBe('A receber');
    expect((await headers()).slice(18)).toEqual(['Cancelamento', 'Motivo']);
  });

  it('sends strangers to its own login, and lets them in', async () => {
    await load({ generation: 'A' });
    tab.ixc.control.logOut();
    await tab.page.goto(`${tab.ixc.httpUrl}/adm.php`);
    expect(new URL(tab.page.url()).pathname).toBe('/login.php');
    expect(await tab.page.title()).toBe('Login IXCsoft');
    await tab.page.locator('#email').fill('operadora@provedor.example');
    await tab.page.locator('#senha').fill('senha-de-exemplo');
    await tab.page.locator('#entrar').click();
    await tab.page.locator('.menu-user-name span').waitFor();
  });
});

describe.each(['A', 'B'] as const)('the contract window of generation %s', (generation) => {
  it('holds its own invoices only', async () => {
    const panel = await load({ generation });
    await panel.evaluate((hook, id) => hook.openContractFinancial(id), CONTRACT);
    const form = tab.page.locator('body > form[name="cliente_contrato"]');
    const table = form.locator('table#cliente_contrato_cliente_contrato_rel_areceber');
    await table.locator(`tr#row${INVOICE.id}`).waitFor();
    const contracts = await table
      .locator('td[abbr="fn_areceber.id_contrato"]')
      .evaluateAll((cells) => cells.map((cell) => cell.textContent));
    expect(new Set(contracts)).toEqual(new Set([CONTRACT]));
    expect(await form.locator('a.tabTitle:visible').allTextContents()).not.toContain('Faturas');
  });

  it('shows Faturas in place of Financeiro where the panel bills by fatura', async () => {
    const panel = await load({ generation, geracaoPorFatura: 'S' });
    await panel.evaluate((hook, id) => hook.openContractFinancial(id), CONTRACT);
    expect(await tab.page.locator('a.tabTitle:visible').allTextContents()).toEqual([
      'Contrato',
      'Logins',
      'Faturas',
    ]);
    expect(await count('table#cliente_contrato_cliente_contrato_faturas tr')).toBeGreaterThan(1);
    expect(await count('table[id$="_rel_areceber"]')).toBe(0);
    const parameter = await tab.page.evaluate(
      () => (window as unknown as { IXCparametros: Record<string, string> }).IXCparametros,
    );
    expect(parameter).toEqual({ geracao_por_fatura: 'S' });
  });
});

describe.each(['A', 'B'] as const)('stacked windows of generation %s', (generation) => {
  it('repeat the ids of tabs, fields, menus and grids', async () => {
    const panel = await load({ generation });
    await panel.evaluate(async (hook) => {
      await hook.open('fn_areceber');
      await hook.openFinancial('1');
      await hook.openOver('fn_areceber');
      await hook.openFinancial('2');
    });
    expect(await panel.evaluate((hook) => hook.depth())).toBe(4);
    expect(await count('[id="6"]')).toBe(2);
    expect(await count('[id="id"]')).toBe(2);
    expect(await count('nav#print_form[group="Ações"]')).toBe(2);
    expect(await count('nav#print_form')).toBe(4);
    expect(await count('[id="1_grid"]')).toBe(2);
    expect(await count('[id="cliente_cliente_contrato_rel_areceber"]')).toBe(2);
    expect(await count('[id="grid_1"]')).toBe(generation === 'A' ? 2 : 0);
    expect(await count(`tr#row${INVOICE.id}`)).toBe(3);
  });
});
