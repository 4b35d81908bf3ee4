import { chromiumPanel, type ChromiumPanel } from './chromium-panel.ts';
import { launchChromium, type ChromiumSession } from './chromium.ts';
import { everywhere, IP_ORIGIN } from './everywhere.ts';
import { startWorld, type World } from './world.ts';

export interface UntrustingBrowser {
  readonly world: World;
  readonly session: ChromiumSession;
  /** The panel's address that only this tab trusts, open. */
  readonly panel: ChromiumPanel;
  readonly close: () => Promise<void>;
}

/** The panel under every one of `SITES`, and a Chromium that refuses its bare address but in one tab. */
export async function launchUntrusting(build: string): Promise<UntrustingBrowser> {
  const world = await startWorld(everywhere);
  const session = await launchChromium({
    extensionDirs: [build],
    routes: world.routes,
    untrusted: [`${new URL(IP_ORIGIN).host}:443`],
  });
  // The operator has used the panel before: its certificate is accepted in a tab.
  const panel = chromiumPanel(await session.context.newPage(), { origin: IP_ORIGIN });
  await panel.openPage();
  return {
    world,
    session,
    panel,
    close: async () => {
      await session.close();
      await world.close();
    },
  };
}
