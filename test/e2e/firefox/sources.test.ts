import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN } from '../../emulators/ixc/index.ts';
import { eventually } from '../harness/eventually.ts';
import type { FirefoxPanel } from '../harness/firefox-panel.ts';
import { GRID_ROW } from '../harness/panel.ts';
import { send } from '../harness/send.ts';
import { setUpWithoutToken } from '../harness/setup.ts';
import { readyFirefox, type Ready } from './ready.ts';

const DRAWER = 'iframe[data-ixa-drawer]';

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR', {}, {}, setUpWithoutToken);
});
afterAll(() => ready.close());

test('without a token the operator’s session is read, and an invoice becomes one charge', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const drawer = await send(panel, 'pt-BR', invoice.id);
  expect(await drawer.text()).toMatch(/Como o IXC foi lido\s+Sessão do operador/);

  const [charge, ...others] = world.chargesOf(invoice.id);
  expect(others).toEqual([]);
  expect(charge).toMatchObject({ value: invoice.cents, dueDate: invoice.dueDate });
  const customer = world.ixc.control.customer(invoice.customerId);
  const payer = world.asaas.control.customers().find(({ id }) => id === charge?.customer);
  expect(payer?.cpfCnpj).toBe(String(customer['cnpj_cpf']).replace(/\D/g, ''));

  const { control } = world.ixc;
  const reads = control.requests({ area: 'panel', intent: 'read' });
  expect(reads.filter(({ withCookie }) => !withCookie)).toEqual([]);
  expect(reads).not.toHaveLength(0);
  expect(control.requests({ area: 'webservice' })).toEqual([]);
  expect(control.writes()).toEqual([]);
  await panel.page.close();
});

test('Escape closes the drawer alone, wherever the focus is, and only then IXC’s window below', async () => {
  const panel = await ready.newPanel();
  const { page } = panel;
  const { id, customerId } = KNOWN.thirdOpenInvoice;
  await panel.openFinancial(customerId);
  await panel.waitForSendButton(id);
  const windows = () =>
    page.evaluate(() => (window as unknown as { __emulator: Windows }).__emulator.depth());
  const open = await windows();
  const drawerGone = () =>
    eventually('the drawer is gone', async () => (await page.$(DRAWER)) === null || null);

  for (const focus of [focusTheDrawer, focusTheGrid]) {
    await panel.openDrawer(id);
    await focus(panel);
    await page.keyboard.press('Escape');
    await drawerGone();
    expect(await windows()).toBe(open);
  }
  await page.keyboard.press('Escape');
  await eventually('the window is closed', async () => (await windows()) === open - 1 || null);
  await page.close();
});

interface Windows {
  depth(): number;
}

async function focusTheDrawer(panel: FirefoxPanel): Promise<void> {
  await (await (await panel.drawerFrame()).$('h1'))?.click();
}

async function focusTheGrid({ page }: FirefoxPanel): Promise<void> {
  await page.evaluate((row) => {
    const cell = [...document.querySelectorAll<HTMLElement>(`${row} td`)].at(-1);
    cell?.setAttribute('tabindex', '-1');
    cell?.focus();
  }, GRID_ROW);
}
