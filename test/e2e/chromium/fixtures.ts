import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { chromiumPanel, type ChromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../harness/chromium.ts';
import { productionBuild, speaking } from '../harness/extension-build.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { startWorld, type Invoice, type World } from '../harness/world.ts';

export { expect } from '@playwright/test';

interface Shared {
  /**
   * Whose emulators they are. A file that counts everything that happened there names itself, and shares
   * them with no other.
   */
  readonly emulatorsOf: string;
  /** The build, in Portuguese whatever the browser's own language packs. */
  readonly build: string;
  readonly world: World;
  /** Starts a browser whose extension was set up in an earlier one; more extensions may come with it. */
  readonly launchSetUp: (others?: readonly string[]) => Promise<ChromiumSession>;
  /** Such a browser, shared by the tests of a worker. */
  readonly ready: ChromiumSession;
}

interface OfOneTest {
  /** Contas a receber with its marks, in a tab of the shared browser. */
  readonly panel: ChromiumPanel;
  /** The same, and in its first row an invoice of this test alone. */
  readonly fresh: { readonly panel: ChromiumPanel; readonly invoice: Invoice };
  /** The same with its browser, whose every tab and window that the test left is closed after it. */
  readonly desk: Own;
  /** A browser of this test alone, set up, with its options page and `fresh`'s panel and invoice. */
  readonly own: Own;
}

interface Own {
  readonly session: ChromiumSession;
  readonly panel: ChromiumPanel;
  readonly invoice: Invoice;
}

/** Emulators and browser live as long as the runner's worker: every test takes invoices of its own. */
export const test = base.extend<OfOneTest, Shared>({
  emulatorsOf: ['everybody', { option: true, scope: 'worker' }],
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
  launchSetUp: [
    async ({ build, world }, use) => {
      const launch = { extensionDirs: [build], routes: world.routes } as const;
      const session = await launchChromium(launch);
      const options = await session.extensionPage('options.html');
      await setUpThroughOptions(chromiumSurface(options), 'pt-BR', world.credentials);
      await session.close({ keepProfile: true });
      await use(async (others = []) => {
        const userDataDir = await mkdtemp(join(tmpdir(), 'ponte-chromium-'));
        await cp(session.userDataDir, userDataDir, { recursive: true });
        return launchChromium({ ...launch, extensionDirs: [build, ...others], userDataDir });
      });
      await rm(session.userDataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  ready: [
    async ({ launchSetUp }, use) => {
      const session = await launchSetUp();
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
  fresh: async ({ ready, world }, use) => {
    const invoice = world.newInvoice();
    const panel = chromiumPanel(await ready.context.newPage());
    await panel.openReceivables();
    await panel.waitForSendButton(invoice.id);
    await use({ panel, invoice });
    await panel.page.close();
  },
  desk: async ({ ready, fresh }, use) => {
    const before = new Set(ready.context.pages());
    await use({ session: ready, ...fresh });
    const left = ready.context.pages().filter((page) => !before.has(page));
    await Promise.all(left.map((page) => page.close()));
  },
  own: async ({ launchSetUp, world }, use) => {
    const invoice = world.newInvoice();
    const session = await launchSetUp();
    const panel = chromiumPanel(await session.context.newPage());
    await panel.openReceivables();
    await panel.waitForSendButton(invoice.id);
    await use({ session, panel, invoice });
    await session.close();
  },
});
