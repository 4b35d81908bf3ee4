import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../harness/catalogues.ts';
import { eventually } from '../harness/eventually.ts';
import type { FirefoxPanel } from '../harness/firefox-panel.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { PALETTE } from '../harness/second-copy.ts';
import { send } from '../harness/send.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => words('pt-BR', key);

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
});
afterAll(() => ready.close());

async function openPalette({ page }: FirefoxPanel) {
  await page.bringToFront();
  await page.keyboard.down('Alt');
  await page.keyboard.press('KeyA');
  await page.keyboard.up('Alt');
  const frame = await eventually('the palette is in the page', async () => {
    const element = await page.$(PALETTE);
    const framed = await element?.contentFrame();
    return framed && (await framed.$('input')) ? framed : null;
  });
  return { frame, surface: firefoxSurface(frame) };
}

test('a caller is found, the Pix is copied by its key, and Escape closes the palette', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  await panel.waitForSendButton(invoice.id);
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();

  const { frame, surface } = await openPalette(panel);
  await (await frame.waitForSelector('input'))?.type(invoice.id);
  await frame.waitForSelector(`[data-invoice="${invoice.id}"]`);
  await surface.waitFor(String(world.ixc.control.customer(invoice.customerId)['razao']));
  await panel.page.keyboard.press('ArrowDown');
  await panel.page.keyboard.press('p');
  await surface.waitFor(says('row.copy.done_pix'));
  await panel.page.keyboard.press('Escape');
  await eventually(
    'the palette is gone',
    async () => (await panel.page.$(PALETTE)) === null || null,
  );
  expect(await panel.page.$('iframe[data-ixa-drawer]')).toBeNull();
  await panel.page.close();
});

test('the copy menu of a row copies, and no code is in the page', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  await panel.waitForSendButton(invoice.id);
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();
  await (
    await panel.page.waitForSelector(`[data-ixa-invoice="${invoice.id}"] [data-ixa-copy]`)
  )?.click();
  await (await panel.page.waitForSelector('[data-ixa-copied="pix"]'))?.click();
  await eventually('it says that the Pix was copied', async () => {
    const text = await panel.page.evaluate(
      () => document.querySelector('[data-ixa-notice]')?.textContent ?? '',
    );
    if (text.includes(says('row.copy.done_pix'))) return true;
    throw new Error(text);
  });
  const everything = await panel.page.evaluate(() => document.documentElement.outerHTML);
  expect(everything).not.toMatch(/000201\d/);
  await panel.page.close();
});
