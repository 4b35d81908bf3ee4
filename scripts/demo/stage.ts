import { chromiumSurface } from '../../test/e2e/harness/chromium-surface.ts';
import { chromiumPanel, type ChromiumPanel } from '../../test/e2e/harness/chromium-panel.ts';
import { launchChromium, type ChromiumSession } from '../../test/e2e/harness/chromium.ts';
import { productionBuild, speaking } from '../../test/e2e/harness/extension-build.ts';
import { setUpThroughOptions } from '../../test/e2e/harness/setup.ts';
import { startWorld, type World } from '../../test/e2e/harness/world.ts';

/** Everything that the demonstration stands on. */
export interface Stage {
  readonly world: World;
  readonly session: ChromiumSession;
  /** The emulated panel, in a tab of its own. */
  readonly panel: ChromiumPanel;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly headless: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Told before each step, in Portuguese. */
  readonly say?: (step: string) => void;
  /** Called with the options page once everything on it is set up. */
  readonly afterSetup?: (session: ChromiumSession) => Promise<void>;
}

/** Builds if needed, starts both emulators and the browser, and sets the extension up on its own page. */
export async function setStage(options: StageOptions): Promise<Stage> {
  const { headless, colorScheme = 'light', say = () => undefined, afterSetup } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) await closeOne();
  };
  try {
    say('Preparando a extensão (a versão de produção)…');
    const build = await speaking(await productionBuild('chrome'), 'pt-BR');
    closers.push(() => build.remove());
    say('Ligando o Asaas e o IXC emulados…');
    const world = await startWorld();
    closers.push(() => world.close());
    say('Abrindo o navegador…');
    const session = await launchChromium({
      extensionDirs: [build.dir],
      routes: world.routes,
      headless,
      colorScheme,
    });
    closers.push(() => session.close());
    say('Configurando a extensão pela própria página de opções…');
    const options = await session.extensionPage('options.html');
    await setUpThroughOptions(chromiumSurface(options), 'pt-BR', world.credentials);
    await afterSetup?.(session);
    const panel = chromiumPanel(await session.context.newPage());
    await panel.openReceivables();
    return { world, session, panel, close };
  } catch (error) {
    await close();
    throw error;
  }
}
