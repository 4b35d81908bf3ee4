import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../emulators/ixc/index.ts';
import { drivenPanel } from './driven-panel.ts';

const tab = drivenPanel();
const { load, count, headers } = tab;

const INVOICE = KNOWN.openInvoice;

describe.each(['A', 'B'] as const)('columns of generation %s', (generation) => {
  const aligned = async () => {
    const [cells] = await tab.page
      .locator('.bDiv tr')
      .evaluateAll((rows) => rows.map((row) => row.children.length));
    expect((await headers()).length).toBe(cells);
  };

  it('hide at a click in the chooser, and stay in the page', async () => {
    const panel = await load({ generation, hidden: ['fn_areceber.id'] });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    const cell = tab.page.locator(`tr#row${INVOICE.id} > td[abbr="fn_areceber.id"]`);
    expect(await cell.isVisible()).toBe(false);
    await tab.page.locator('.nBtn').click();
    await tab.page.locator('.nDiv input.togCol').first().check();
    expect(await cell.isVisible()).toBe(true);
    await panel.evaluate((hook) => hook.hideColumn('fn_areceber.id', true));
    expect(await tab.page.locator('.nDiv input.togCol').first().isChecked()).toBe(false);
    await aligned();
  });

  it('carry no abbr where they cannot be sorted, one or all', async () => {
    let panel = await load({ generation, unsortable: ['fn_areceber.id'] });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    expect(await count('[abbr="fn_areceber.id"]')).toBe(0);
    expect(await count('.bDiv td[abbr="fn_areceber.valor"]')).toBe(25);
    panel = await load({ generation, unsortable: 'all' });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    expect(await count('[abbr]')).toBe(0);
    expect((await headers()).slice(0, 2)).toEqual(['ID', 'Status']);
    await aligned();
  });

  it('may lack the id, while the rows keep their keys', async () => {
    const panel = await load({
      generation,
      grids: { fn_areceber: { removed: ['fn_areceber.id'] } },
    });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    expect(await headers()).not.toContain('ID');
    expect(await tab.page.locator(`tr#row${INVOICE.id}`).getAttribute('data-id')).toBe(INVOICE.id);
    await panel.evaluate((hook) => hook.openFinancial('1'));
    expect(await headers('form')).toContain('ID');
  });
});

describe.each([
  { generation: 'A', key: 'data-id' },
  { generation: 'B', key: 'data-valorcampoautoincrement' },
] as const)('contradictory rows of generation $generation', ({ generation, key }) => {
  const keys = () =>
    tab.page
      .locator('.bDiv tr')
      .evaluateAll(
        (rows, name) =>
          rows.map((row) => row.getAttribute(name) === row.querySelector('td')?.textContent),
        key,
      );

  it('name another invoice in their key than in their id cell, all or some', async () => {
    let panel = await load({ generation, contradictory: true });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    expect(new Set(await keys())).toEqual(new Set([false]));
    panel = await load({ generation, contradictory: 'some' });
    await panel.evaluate((hook) => hook.open('fn_areceber'));
    expect((await keys()).slice(0, 4)).toEqual([true, false, true, true]);
  });
});

describe.each(['A', 'B'] as const)('look-alike grids of generation %s', (generation) => {
  it.each(['fn_apagar', 'vd_saida'])('show %s under the headers of invoices', async (path) => {
    const panel = await load({ generation });
    await panel.evaluate((hook, name) => hook.open(name), path);
    expect(await headers()).toEqual(expect.arrayContaining(['ID', 'Vencimento', 'Valor']));
    expect(await count(`tr#row${INVOICE.id}`)).toBe(1);
    expect(await count('[abbr^="fn_areceber."]')).toBe(0);
    await tab.page.locator(`tr#row${INVOICE.id} > td`).first().dblclick();
    const form = tab.page.locator(`form[name="${path}"] input#id`);
    await expect.poll(() => form.inputValue()).toBe(INVOICE.id);
  });
});

describe('the page', () => {
  it('has the globals, the user and the storage keys of IXC', async () => {
    await load({});
    const seen = await tab.page.evaluate(() => ({
      globals: ['IXC', 'IXC_perm', 'IXCparametros', 'alerta', 'isMobile'].filter(
        (name) => name in window,
      ),
      keys: Object.keys(localStorage).sort(),
    }));
    expect(seen.globals.length).toBe(5);
    expect(seen.keys).toEqual(['preferencias_user_2', 'service:2:ultimo_acesso']);
    expect(await tab.page.locator('.menu-user-name span').textContent()).toBe('Operadora Exemplo');
  });
});
