import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { findChromium } from '../../../scripts/browsers.ts';
import { productionBuild } from '../harness/extension-build.ts';
import { answerThePanel, showTheToken } from './worker-script.ts';

export const SCRIPT = 'content-scripts/panel.js';

/** Another content script beside the built one, for pages of 127.0.0.1 with that path. */
export interface ExtraScript {
  readonly path: string;
  /** Self-contained: sent as source text. */
  readonly run: () => void;
}

/**
 * A folder with an extension made of the built content script, byte for byte, and a worker and a drawer
 * that the tests command. It runs on every page of 127.0.0.1 whose path begins with `/adm.php`.
 */
export async function panelExtension(
  extra?: ExtraScript,
): Promise<{ readonly dir: string; remove(): Promise<void> }> {
  const build = await productionBuild('chrome');
  const dir = await mkdtemp(join(tmpdir(), 'ponte-panel-'));
  await cp(join(build, 'content-scripts'), join(dir, 'content-scripts'), { recursive: true });
  // Only the default language, so that every browser shows it.
  await cp(join(build, '_locales/pt_BR'), join(dir, '_locales/pt_BR'), { recursive: true });
  const { default_locale, web_accessible_resources } = await builtManifest(build);
  await writeFile(
    join(dir, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'Panel under test',
      version: '1.0',
      default_locale,
      web_accessible_resources,
      background: { service_worker: 'worker.js' },
      content_scripts: [
        { matches: ['http://127.0.0.1/adm.php*'], js: [SCRIPT] },
        ...(extra ? [{ matches: [`http://127.0.0.1${extra.path}`], js: ['extra.js'] }] : []),
      ],
      host_permissions: ['http://127.0.0.1/*'],
      permissions: ['scripting'],
    }),
  );
  if (extra) await writeFile(join(dir, 'extra.js'), `(${extra.run.toString()})();`);
  await writeFile(join(dir, 'worker.js'), `(${answerThePanel.toString()})();`);
  await writeFile(join(dir, 'drawer.js'), `(${showTheToken.toString()})();`);
  await writeFile(
    join(dir, 'drawer.html'),
    '<!doctype html><meta charset="utf-8"><body><script src="drawer.js"></script>',
  );
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Chromium with that extension. */
export async function launchWithPanel(dir: string): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium that loads extensions was found');
  const profile = await mkdtemp(join(tmpdir(), 'ponte-profile-'));
  // Without it an unpacked extension that reloads itself stays off.
  const preferences = { extensions: { ui: { developer_mode: true } } };
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: { width: 1280, height: 720 },
    locale: 'pt-BR',
    env: { ...process.env, LANGUAGE: 'pt_BR' },
    args: [
      `--disable-extensions-except=${dir}`,
      `--load-extension=${dir}`,
      '--no-sandbox',
      '--disable-background-networking',
      '--lang=pt-BR',
      '--js-flags=--expose-gc',
    ],
  });
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  context.once('close', () => void rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  return context;
}

interface Manifest {
  readonly default_locale: string;
  readonly web_accessible_resources: unknown;
}

async function builtManifest(build: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(build, 'manifest.json'), 'utf8')) as Manifest;
}
