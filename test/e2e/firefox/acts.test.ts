import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { message, words } from '../harness/catalogues.ts';
import { eventually } from '../harness/eventually.ts';
import type { FirefoxPanel } from '../harness/firefox-panel.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { send } from '../harness/send.ts';
import type { Surface } from '../harness/surface.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => words('pt-BR', `act.${key}`);

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
});
afterAll(() => ready.close());

/** The window that an act of the drawer's menu opens. */
async function openAct(drawer: Surface, kind: string): Promise<Page> {
  await drawer.press(says('menu'));
  await drawer.press(says(`do.${kind}`));
  return eventually('the window of the act opens', async () => {
    for (const page of await ready.session.browser.pages()) {
      // What the driver believes of its address is where it was made, not where it went.
      const at = await page.evaluate(() => location.href).catch(() => '');
      if (at.includes('/confirm.html')) return page;
    }
    return null;
  });
}

async function confirmIn(page: Page, kind: string, reason: string): Promise<void> {
  const act = firefoxSurface(page);
  await act.fill(says('reason'), reason);
  await act.press(says(`do.${kind}`));
  await act.waitFor(message('pt-BR', 'act.taken'));
  await page.close();
}

async function sent(): Promise<{
  panel: FirefoxPanel;
  drawer: Surface;
  id: string;
  invoiceId: string;
}> {
  const { world } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const drawer = await send(panel, 'pt-BR', invoice.id);
  const [charge] = world.chargesOf(invoice.id);
  return { panel, drawer, id: charge?.id ?? '', invoiceId: invoice.id };
}

test('a charge is cancelled in a window of its own', async () => {
  const { world } = ready;
  const { panel, drawer, id, invoiceId } = await sent();
  const act = await openAct(drawer, 'cancel');
  const surface = firefoxSurface(act);
  await surface.waitFor(says('effect.cancel'));
  await surface.waitFor(/R\$.129,90/);
  await confirmIn(act, 'cancel', 'Mudou de plano');
  await expect.poll(() => world.asaas.control.charge(id).deleted).toBe(true);
  await panel.page.bringToFront();
  await panel.waitForStatus(invoiceId, 'deleted');
  await panel.page.close();
});

test('a part of a Pix goes back, and the drawer says how much', async () => {
  const { world, session } = ready;
  const options = await session.extensionPage('options.html');
  await options.evaluate(() => {
    const { browser } = globalThis as unknown as {
      browser: { runtime: { sendMessage(request: unknown): Promise<unknown> } };
    };
    const security = { verb: 'security/save', autoLockMinutes: null, role: 'finance' };
    return browser.runtime.sendMessage(security);
  });
  await options.close();
  const { panel, drawer, id, invoiceId } = await sent();
  world.asaas.control.pay(id, { means: 'PIX' });
  await drawer.press('Atualizar');
  await panel.waitForStatus(invoiceId, 'paid');
  const act = await openAct(drawer, 'refund');
  await firefoxSurface(act).fill(says('value'), '29,90');
  await confirmIn(act, 'refund', 'Cobrado a mais');
  await expect.poll(() => world.asaas.control.charge(id).refunds).toMatchObject([{ value: 2990 }]);
  await panel.page.bringToFront();
  await drawer.waitFor(/Devolvido: R\$.29,90/);
  await panel.page.close();
});
