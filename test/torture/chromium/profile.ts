import { chromiumPanel, type ChromiumPanel } from '../../e2e/harness/chromium-panel.ts';
import { chromiumSurface } from '../../e2e/harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../../e2e/harness/chromium.ts';
import { setUpThroughOptions } from '../../e2e/harness/setup.ts';
import type { World } from '../../e2e/harness/world.ts';

/** One real browser with the extension set up in it, in front of the panel. */
export interface Profile {
  readonly name: string;
  readonly session: ChromiumSession;
  readonly panel: ChromiumPanel;
}

/** Starts a fresh profile and sets it up on the extension's own page, as an operator does. */
export async function openProfile(world: World, buildDir: string, name: string): Promise<Profile> {
  const session = await launchChromium({ extensionDirs: [buildDir], routes: world.routes });
  const options = await session.extensionPage('options.html');
  await setUpThroughOptions(chromiumSurface(options), 'pt-BR', world.credentials);
  await options.close();
  const panel = chromiumPanel(await session.context.newPage());
  await panel.openReceivables();
  return { name, session, panel };
}
