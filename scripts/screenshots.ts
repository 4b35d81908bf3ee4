/**
 * Regenerates docs/images: the product in light and dark, on the emulators, as `npm start` shows it.
 *
 *   node scripts/bootstrap.mjs scripts/screenshots.ts
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KNOWN } from '../test/emulators/ixc/index.ts';
import { openPalette } from '../test/e2e/harness/second-copy.ts';
import { chargedLongAgo } from '../test/e2e/harness/new-date.ts';
import { send } from '../test/e2e/harness/send.ts';
import { ensureChromium } from './browsers-install.ts';
import { setStage, type Stage } from './demo/stage.ts';

const IMAGES = join('docs', 'images');
/** Long enough for the drawer to slide in and its button to arm. */
const SETTLED = 900;
/** As wide as the browser shows a popup, and as high at most. */
const POPUP = { width: 400, height: 600 };
/** Sections of the options that are no steps of the setup, with the names of their pictures. */
const PARTS = { notices: 'opcoes-avisos', sync: 'opcoes-cota' };

process.env['PONTE_CHROMIUM'] = ensureChromium();
await mkdir(IMAGES, { recursive: true });
await pictures('light', 'claro');
await pictures('dark', 'escuro');

/** Pictures of one colour scheme; `suffix` ends their names. */
async function pictures(colorScheme: 'light' | 'dark', suffix: string): Promise<void> {
  const file = (name: string) => ({ path: join(IMAGES, `${name}-${suffix}.png`) });
  const stage = await setStage({
    headless: true,
    colorScheme,
    async afterSetup({ context }) {
      const options = context.pages().at(-1);
      await options?.evaluate(() => {
        scrollTo(0, 0);
      });
      await options?.screenshot(file('opcoes'));
    },
  });
  const { panel, world } = stage;
  try {
    const { page } = panel;
    for (const { id } of [KNOWN.thirdOpenInvoice, KNOWN.dueTodayInvoice]) {
      await send(panel, 'pt-BR', id);
      await panel.closeDrawer();
    }
    const [paid] = world.chargesOf(KNOWN.dueTodayInvoice.id);
    if (paid !== undefined) world.asaas.control.pay(paid.id);
    const drawer = await panel.openDrawer(KNOWN.dueTodayInvoice.id);
    await drawer.press('Atualizar');
    await panel.waitForStatus(KNOWN.dueTodayInvoice.id, 'paid');
    await panel.closeDrawer();
    await page.mouse.move(700, 500);
    // The panel has one look only, and the marks follow it.
    if (colorScheme === 'light') await page.screenshot({ path: join(IMAGES, 'painel.png') });

    const preview = await panel.openDrawer(KNOWN.openInvoice.id);
    await preview.waitFor('Confirmar envio');
    await page.waitForTimeout(SETTLED);
    await page.screenshot(file('gaveta-previa'));

    await preview.press('Confirmar envio');
    await panel.waitForStatus(KNOWN.openInvoice.id, 'open');
    await preview.waitFor('Linha digitável');
    await page.waitForTimeout(SETTLED);
    await page.screenshot(file('gaveta-cobranca'));
    await palettePictures(stage, file);
    await deskPictures(stage, file);
    await pagePictures(stage, file);
  } finally {
    await stage.close();
  }
}

/** The second copy by its key, and from a row, once there is a charge to copy. */
async function palettePictures(
  { panel }: Stage,
  file: (name: string) => { readonly path: string },
): Promise<void> {
  const { page } = panel;
  await panel.closeDrawer();
  const { id } = KNOWN.openInvoice;
  const palette = await openPalette(page);
  await palette.type(id);
  await palette.shows(id);
  await palette.key('ArrowDown');
  await palette.key('p');
  await palette.says('Pix copiado');
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('segunda-via'));
  await palette.key('?');
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('segunda-via-teclas'));
  await palette.key('Escape');
  await palette.key('Escape');

  await page.locator(`[data-ixa-invoice="${id}"] [data-ixa-copy]`).click();
  await page.getByRole('menu').waitFor();
  await page.screenshot(file('menu-copiar'));
  await page.keyboard.press('Escape');
}

/** What an attendant does with a charge that was sent long ago. */
async function deskPictures(
  { panel, world, session }: Stage,
  file: (name: string) => { readonly path: string },
): Promise<void> {
  const { page } = panel;
  const invoice = world.newInvoice();
  chargedLongAgo(world, invoice);
  await panel.openReceivables();
  await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  const drawer = page.frameLocator('iframe[data-ixa-drawer]');
  const picture = async (name: string, shown: string): Promise<void> => {
    const part = drawer.locator(shown).first();
    await part.waitFor();
    await part.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
    await page.waitForTimeout(SETTLED);
    await page.screenshot(file(name));
  };
  await drawer.locator('[data-key="n"]:not(:disabled)').waitFor();
  await drawer.locator('h1').focus();
  await page.keyboard.press('n');
  await picture('gaveta-nova-data', '[data-edit-form="date"]');
  await drawer.getByRole('button', { name: 'Alterar cobrança', exact: true }).click();
  await picture('gaveta-alterar', '[data-edit-form="terms"]');
  await drawer.getByRole('button', { name: 'Segunda via', exact: true }).click();
  await picture('gaveta-mensagem', 'textarea');
  await drawer.locator('h1').focus();
  await page.keyboard.press('d');
  await picture('gaveta-detalhes', '[data-fact]');
  await drawer.locator('h1').focus();
  await page.keyboard.press('a');
  await picture('gaveta-acoes', '[data-act="cancel"]');
  const opened = session.context.waitForEvent('page');
  await drawer.locator('[data-act="cancel"]').click();
  const confirmation = await opened;
  await confirmation.getByRole('textbox').first().waitFor();
  await confirmation.setViewportSize({ width: 480, height: 640 });
  await confirmation.screenshot(file('confirmar-cancelamento'));
  await confirmation.close();
  await page.bringToFront();
  await panel.closeDrawer();
}

/** The popup and the rest of the options, once there is something to show in them. */
async function pagePictures(
  { session }: Stage,
  file: (name: string) => { readonly path: string },
): Promise<void> {
  const popup = await session.extensionPage('popup.html');
  await popup.setViewportSize(POPUP);
  await popup.getByRole('button', { name: 'Atualizar agora' }).click();
  await popup.getByText('Tudo lido agora').waitFor();
  await popup.locator('[data-figure="receivedToday"] strong', { hasText: '1' }).waitFor();
  await popup.mouse.move(0, 0);
  await popup.evaluate(() => {
    (document.activeElement as HTMLElement | null)?.blur();
    scrollTo(0, 0);
  });
  await popup.screenshot(file('popup'));

  const options = await session.extensionPage('options.html');
  for (const [anchor, name] of Object.entries(PARTS)) {
    await options.locator(`#${anchor}`).screenshot(file(name));
  }
}
