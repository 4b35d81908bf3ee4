import { test as base } from '@playwright/test';
import { chromiumPanel, type ChromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../harness/chromium.ts';
import { productionBuild, speaking } from '../harness/extension-build.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { startWorld, type World } from '../harness/world.ts';

export { expect } from '@playwright/test';

interface Shared {
  /** The build, in Portuguese whatever the browser's own language packs. */
  readonly build: string;
  readonly world: World;
  /** A browser whose extension is set up; shared by the tests of a worker. */
  readonly ready: ChromiumSession;
}

interface OfOneTest {
  /** Contas a receber with its marks, in a tab of the shared browser. */
  readonly panel: ChromiumPanel;
}

/** Emulators and browser live as long as the runner's worker: every test takes invoices of its own. */
export const test = base.extend<OfOneTest, Shared>({
  build: [
    async ({}, use) => {
      const build = await speaking(await productionBuild('chrome'), 'pt-BR');
      await use(build.dir);
      await build.remove();
    },
    { scope: 'worker' },
  ],
  world: [
    async ({}, use) => {
      const world = await startWorld();
      await use(world);
      await world.close();
    },
    { scope: 'worker' },
  ],
  ready: [
    async ({ build, world }, use) => {
      const session = await launchChromium({ extensionDirs: [build], routes: world.routes });
      const options = await session.extensionPage('options.html');
      await setUpThroughOptions(chromiumSurface(options), 'pt-BR', world.credentials);
      await options.close();
      await use(session);
      await session.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  panel: async ({ ready }, use) => {
    const panel = chromiumPanel(await ready.context.newPage());
    await panel.openReceivables();
    await use(panel);
    await panel.page.close();
  },
});
