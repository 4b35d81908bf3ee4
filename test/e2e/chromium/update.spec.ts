import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { send } from '../harness/send.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { expect, test } from './fixtures.ts';

test('an extension updated under an open tab says so, sends nothing, and works after F5', async ({
  build,
  world,
}) => {
  const session = await launchChromium({ extensionDirs: [build], routes: world.routes });
  try {
    const options = await session.extensionPage('options.html');
    await setUpThroughOptions(chromiumSurface(options), 'pt-BR', world.credentials);
    const invoice = world.newInvoice();
    const panel = chromiumPanel(await session.context.newPage());
    await panel.openReceivables();
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor('Confirmar envio');
    const closed = options.waitForEvent('close');
    await options.evaluate(() => {
      const { runtime } = (window as unknown as { chrome: { runtime: { reload(): void } } }).chrome;
      setTimeout(() => runtime.reload(), 100);
    });
    await closed;
    await panel.page.waitForTimeout(1500);
    expect(world.chargesOf(invoice.id)).toEqual([]);

    const button = panel.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-action]`);
    const notice = panel.page.locator('[data-ixa-notice]');
    await button.click({ force: true });
    await expect(notice).toContainText('Recarregue a página');
    await panel.openReceivables();
    await send(panel, 'pt-BR', invoice.id);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
  } finally {
    await session.close();
  }
});
