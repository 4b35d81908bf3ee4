import { message, words } from '../harness/catalogues.ts';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { openPalette } from '../harness/second-copy.ts';
import { send } from '../harness/send.ts';
import { chooseNotifier, saveAccount } from '../harness/setup.ts';
import { startWorld } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const PLAIN = 'http://192.168.88.10';
const PIX = /^000201.*6304[0-9A-F]{4}$/;
const LINHA = /^\d{47}$/;

test('in a panel without https the row and the palette copy as well, and no code is in the page', async ({
  build,
}) => {
  test.setTimeout(120_000);
  const world = await startWorld({ origins: [PLAIN] });
  const session = await launchChromium({
    extensionDirs: [build],
    routes: world.routes,
    untrusted: [`${new URL(PLAIN).hostname}:80`],
  });
  try {
    const page = await session.extensionPage('options.html');
    const options = chromiumSurface(page);
    await saveAccount(options, 'pt-BR', world.credentials);
    const panelPart = options.section('Painel');
    await panelPart.fill('Endereço do painel', `${PLAIN}/adm.php`);
    await panelPart.press('Autorizar painel');
    await panelPart.press('Continuar sem https');
    await panelPart.waitFor(message('pt-BR', 'options_panel.permitted'));
    const webservice = options.section('Webservice');
    await webservice.fill('Token do webservice', world.credentials.ixcToken);
    await webservice.press('Testar webservice');
    await webservice.press('Usar o token assim mesmo');
    await webservice.waitFor(message('pt-BR', 'options_webservice.tested'));
    await webservice.press('Salvar');
    await webservice.waitFor(message('pt-BR', 'options_webservice.token_ends'));
    await chooseNotifier(options, 'pt-BR');

    const invoice = world.newInvoice();
    const panel = chromiumPanel(await session.context.newPage(), { origin: PLAIN });
    await panel.openReceivables();
    await panel.waitForSendButton(invoice.id);
    expect(await panel.page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([
      false,
      false,
    ]);
    await send(panel, 'pt-BR', invoice.id);
    await panel.closeDrawer();
    // The page itself cannot read the clipboard here; one of the extension's tabs can.
    const clipboard = async () => {
      await page.bringToFront();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      await panel.page.bringToFront();
      return text;
    };

    await panel.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-copy]`).click();
    await panel.page.getByRole('menuitem', { name: words('pt-BR', 'row.copy.pix') }).click();
    await expect(panel.page.locator('[data-ixa-notice]')).toContainText(
      words('pt-BR', 'row.copy.done_pix'),
    );
    expect(await clipboard()).toMatch(PIX);
    expect(await panel.page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(
      /000201\d/,
    );

    const palette = await openPalette(panel.page);
    await palette.type(invoice.id);
    await palette.shows(invoice.id);
    await palette.key('ArrowDown');
    await palette.key('b');
    await palette.says(words('pt-BR', 'row.copy.done_linha'));
    expect(await clipboard()).toMatch(LINHA);
  } finally {
    await session.close();
    await world.close();
  }
});
