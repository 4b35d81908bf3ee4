import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import type { ChromiumSession } from '../harness/chromium.ts';
import { GENERATIONS, IP_ORIGIN, PLACES, SITES, visit } from '../harness/everywhere.ts';
import { launchUntrusting } from '../harness/everywhere-chromium.ts';
import { send } from '../harness/send.ts';
import { addPanel, setUpThroughOptions } from '../harness/setup.ts';
import type { World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

let world: World;
let session: ChromiumSession;
let close: () => Promise<void>;

test.beforeAll(async ({ build }) => {
  test.setTimeout(120_000);
  ({ world, session, close } = await launchUntrusting(build));
  const page = await session.extensionPage('options.html');
  const options = chromiumSurface(page);
  await setUpThroughOptions(options, 'pt-BR', world.credentials);
  for (const { origin } of Object.values(SITES).slice(1)) {
    await addPanel(options, 'pt-BR', { origin, ixcToken: world.credentials.ixcToken });
  }
  await page.close();
});
test.afterAll(() => close());

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
