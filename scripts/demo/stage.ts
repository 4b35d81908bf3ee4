import { ensureChromium } from '../browsers-install.ts';
import { chromiumPanel, type ChromiumPanel } from '../../test/e2e/harness/chromium-panel.ts';
import { chromiumSurface } from '../../test/e2e/harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../../test/e2e/harness/chromium.ts';
import { productionBuild, speaking } from '../../test/e2e/harness/extension-build.ts';
import { setUpThroughOptions } from '../../test/e2e/harness/setup.ts';
import { startWorld, type World } from '../../test/e2e/harness/world.ts';
import { say } from './say.ts';

/** Everything the demonstration plays on: two emulated systems and a browser in front of them. */
export interface Stage {
  readonly world: World;
  readonly session: ChromiumSession;
  /** Contas a receber, with its marks. */
  readonly panel: ChromiumPanel;
  readonly close: () => Promise<void>;
}

export interface StageOptions {
  readonly headless: boolean;
  /** Called while the options page shows the finished setup. */
  readonly onReady?: (session: ChromiumSession) => Promise<void>;
}

/** Builds, starts and sets everything up through the extension's own options page. */
export async function setStage({ headless, onReady }: StageOptions): Promise<Stage> {
  ensureChromium();
  say('Gerando a extensão (build de produção)…');
  const build = await speaking(await productionBuild('chrome'), 'pt-BR');
  say('Subindo um Asaas e um painel IXC emulados, só nesta máquina…');
  const world = await startWorld();
  const session = await launchChromium({
    extensionDirs: [build.dir],
    routes: world.routes,
    headless,
  });
  say('Configurando a extensão pela própria página de opções…');
  const page = session.context.pages()[0] ?? (await session.context.newPage());
  await page.goto(`chrome-extension://${session.extensionId}/options.html`);
  await setUpThroughOptions(chromiumSurface(page), 'pt-BR', world.credentials);
  await onReady?.(session);
  const panel = chromiumPanel(await session.context.newPage());
  await panel.openReceivables();
  return {
    world,
    session,
    panel,
    close: async () => {
      await session.close();
      await world.close();
      await build.remove();
    },
  };
}
