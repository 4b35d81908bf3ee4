import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../harness/chromium.ts';
import { everywhere, GENERATIONS, IP_ORIGIN, PLACES, SITES, visit } from '../harness/everywhere.ts';
import { send } from '../harness/send.ts';
import { addPanel, setUpThroughOptions } from '../harness/setup.ts';
import { startWorld, type World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

let world: World;
let session: ChromiumSession;

test.beforeAll(async ({ build }) => {
  test.setTimeout(120_000);
  world = await startWorld(everywhere);
  session = await launchChromium({
    extensionDirs: [build],
    routes: world.routes,
    untrusted: [`${new URL(IP_ORIGIN).host}:443`],
  });
  // The operator has used the panel before: its certificate is accepted in a tab.
  await chromiumPanel(await session.context.newPage(), { origin: IP_ORIGIN }).openPage();
  const page = await session.extensionPage('options.html');
  const options = chromiumSurface(page);
  await setUpThroughOptions(options, 'pt-BR', world.credentials);
  for (const { origin } of Object.values(SITES).slice(1)) {
    await addPanel(options, 'pt-BR', { origin, ixcToken: world.credentials.ixcToken });
  }
  await page.close();
});
test.afterAll(async () => {
  await session.close();
  await world.close();
});

for (const generation of GENERATIONS)
  for (const [under, site] of Object.entries(SITES))
    test(`generation ${generation} under ${under}: every place has its marks and an invoice becomes one charge`, async () => {
      test.setTimeout(120_000);
      world.ixc.control.setPanel({ generation });
      const panel = chromiumPanel(await session.context.newPage(), site);
      for (const [name, place] of Object.entries(PLACES)) {
        await test.step(name, () => visit(panel, place));
      }
      const invoice = world.newInvoice();
      await panel.openReceivables();
      await send(panel, 'pt-BR', invoice.id);
      expect(world.chargesOf(invoice.id)).toHaveLength(1);
      await panel.page.close();
    });

test("the worker's own call to the address that only the tab trusts fails", async () => {
  const worker = await session.worker();
  const outcome = await worker.evaluate(
    (url) => fetch(url).then(String, (error: unknown) => String(error)),
    `${IP_ORIGIN}/adm.php`,
  );
  expect(outcome).toContain('Failed to fetch');
});

test('nothing but lists and reads ever reached IXC', () => {
  expect(world.ixc.control.writes()).toEqual([]);
});
