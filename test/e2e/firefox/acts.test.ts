import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asFinance } from '../harness/as-finance.ts';
import { message, words } from '../harness/catalogues.ts';
import { eventually } from '../harness/eventually.ts';
import type { FirefoxPanel } from '../harness/firefox-panel.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { chargedLongAgo } from '../harness/new-date.ts';
import { send } from '../harness/send.ts';
import type { Surface } from '../harness/surface.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => words('pt-BR', `act.${key}`);

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
  await asFinance(ready.session);
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

/** Says why, where it is asked, and confirms. */
async function confirmIn(page: Page, kind: string, reason: string | null = null): Promise<void> {
  const act = firefoxSurface(page);
  if (reason !== null) await act.fill(says('reason'), reason);
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
  const { world } = ready;
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

test('what was received at the counter closes the charge once IXC says so, and undoing goes the same way', async () => {
  const { world } = ready;
  const { control } = world.ixc;
  const invoice = world.newInvoice();
  const id = chargedLongAgo(world, invoice);
  const panel = await ready.newPanel();
  const drawer = await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  const early = await openAct(drawer, 'receive_in_cash');
  await firefoxSurface(early).waitFor(says('refusal.counter_first'));
  const open = control.invoice(invoice.id);
  control.receive(invoice.id);
  await firefoxSurface(early).press(says('reread'));
  await confirmIn(early, 'receive_in_cash');
  const status = () => world.asaas.control.charge(id).status;
  await expect.poll(status).toBe('RECEIVED_IN_CASH');
  await panel.page.bringToFront();
  await panel.waitForStatus(invoice.id, 'paid-manual');

  const undo = await openAct(drawer, 'undo_receive_in_cash');
  await firefoxSurface(undo).waitFor(says('refusal.counter_undo_first'));
  control.editInvoice(invoice.id, open);
  await firefoxSurface(undo).press(says('reread'));
  await confirmIn(undo, 'undo_receive_in_cash');
  await expect.poll(status).toBe('PENDING');
  await panel.page.close();
});
