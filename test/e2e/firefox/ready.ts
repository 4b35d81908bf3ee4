import type { IxcEmulatorOptions } from '../../emulators/ixc/index.ts';
import { productionBuild, speaking, type SpeakingBuild } from '../harness/extension-build.ts';
import { launchFirefox, type FirefoxSession } from '../harness/firefox.ts';
import { firefoxPanel, type FirefoxPanel } from '../harness/firefox-panel.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { startWorld, type World } from '../harness/world.ts';
import type { Language } from '../harness/catalogues.ts';

export interface Ready {
  readonly world: World;
  readonly session: FirefoxSession;
  /** Contas a receber with its marks, in a tab of its own. */
  newPanel(): Promise<FirefoxPanel>;
  close(): Promise<void>;
}

/** Firefox with the build set up through its options page, and both emulators. */
export async function readyFirefox(
  lang: Language,
  launch: { backgroundIdle?: number; downloads?: string } = {},
  ixc: IxcEmulatorOptions = {},
  setUp: typeof setUpThroughOptions = setUpThroughOptions,
): Promise<Ready> {
  const world = await startWorld(ixc);
  const build: SpeakingBuild = await speaking(await productionBuild('firefox'), lang);
  const session = await launchFirefox({
    extensionDir: build.dir,
    routes: world.routes,
    ...launch,
  });
  const options = await session.extensionPage('options.html');
  await setUp(firefoxSurface(options), lang, world.credentials);
  await options.close();
  return {
    world,
    session,
    async newPanel() {
      const panel = firefoxPanel(await session.browser.newPage());
      await panel.openReceivables();
      return panel;
    },
    async close() {
      await session.close();
      await Promise.all([world.close(), build.remove()]);
    },
  };
}
