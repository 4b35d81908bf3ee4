import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { label, message } from '../harness/catalogues.ts';
import { productionBuild, speaking } from '../harness/extension-build.ts';
import { send } from '../harness/send.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { expect, test } from './fixtures.ts';

test('the same path speaks English from the options page to the copied code', async ({ world }) => {
  const build = await speaking(await productionBuild('chrome'), 'en');
  const session = await launchChromium({
    extensionDirs: [build.dir],
    routes: world.routes,
    lang: 'en',
  });
  try {
    const options = await session.extensionPage('options.html');
    await setUpThroughOptions(chromiumSurface(options), 'en', world.credentials);
    const invoice = world.newInvoice();
    const panel = chromiumPanel(await session.context.newPage());
    await panel.openReceivables();
    const drawer = await send(panel, 'en', invoice.id);
    await drawer.waitFor(message('en', 'status.open'));
    await drawer.waitFor(label('en', 'Linha digitável'));
    expect(await drawer.text()).not.toMatch(/cobrança|vencimento|situação/i);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
  } finally {
    await session.close();
    await build.remove();
  }
});
