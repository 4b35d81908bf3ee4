import { test as base } from '@playwright/test';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../harness/chromium.ts';
import { eventually } from '../harness/eventually.ts';
import { everywhere, GENERATIONS, IP_ORIGIN, PLACES, SITES } from '../harness/everywhere.ts';
import { productionBuild, speaking } from '../harness/extension-build.ts';
import { send } from '../harness/send.ts';
import { addPanel, setUpThroughOptions } from '../harness/setup.ts';
import { startWorld, type World } from '../harness/world.ts';

const { describe, expect } = base;

for (const generation of GENERATIONS) {
  describe(`generation ${generation}`, () => {
    let world: World;
    let session: ChromiumSession;
    let close: () => Promise<void>;

    base.beforeAll(async () => {
      base.setTimeout(120_000);
      const build = await speaking(await productionBuild('chrome'), 'pt-BR');
      world = await startWorld(everywhere(generation));
      session = await launchChromium({
        extensionDirs: [build.dir],
        routes: world.routes,
        untrusted: [`${new URL(IP_ORIGIN).host}:443`],
      });
      close = async () => {
        await session.close();
        await Promise.all([world.close(), build.remove()]);
      };
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
    base.afterAll(() => close());

    for (const [under, site] of Object.entries(SITES)) {
      base(
        `under ${under}, every place has its marks and an invoice becomes one charge`,
        async () => {
          base.setTimeout(120_000);
          const panel = chromiumPanel(await session.context.newPage(), site);
          for (const [name, place] of Object.entries(PLACES)) {
            await base.step(name, async () => {
              await panel.openReceivables();
              await place.open(panel);
              const marks = await eventually(`marks in ${name}`, async () => {
                const all = await panel.marks();
                return all.some(({ id }) => id === place.shows) ? all : null;
              });
              for (const mark of marks) expect(mark.id).toBe(mark.rowId);
              expect(marks).toHaveLength(await panel.page.locator(MARKED_GRID_ROW).count());
            });
          }
          const invoice = world.newInvoice();
          await panel.openReceivables();
          await send(panel, 'pt-BR', invoice.id);
          expect(world.chargesOf(invoice.id)).toHaveLength(1);
          await panel.page.close();
        },
      );
    }

    base("the worker's own call to the address that only the tab trusts fails", async () => {
      const worker = await session.worker();
      const outcome = await worker.evaluate(
        (url) => fetch(url).then(String, (error: unknown) => String(error)),
        `${IP_ORIGIN}/adm.php`,
      );
      expect(outcome).toContain('Failed to fetch');
    });

    base('nothing but lists and reads ever reached IXC', () => {
      expect(world.ixc.control.writes()).toEqual([]);
    });
  });
}

/** Every row of a grid that has marks: each must have its own. */
const MARKED_GRID_ROW = 'table:has([data-ixa-invoice]) > tbody > tr';
