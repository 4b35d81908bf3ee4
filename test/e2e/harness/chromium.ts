import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { certificatePin } from './certificate-pin.ts';
import { findChromium } from '../../../scripts/browsers.ts';
import { UNWANTED_FEATURES } from './chromium-features.ts';
import { eventually } from './eventually.ts';
import type { Routes } from './routes.ts';

export interface ChromiumOptions {
  /** Unpacked builds to load; the first one is the product. */
  readonly extensionDirs: readonly [string, ...string[]];
  readonly routes: Routes;
  readonly lang?: 'pt-BR' | 'en';
  /** Debian's default and a common user setting is blocked. */
  readonly thirdPartyCookiesBlocked?: boolean;
  readonly headless?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** Keep the profile of an earlier launch; without it a fresh one is made and removed on close. */
  readonly userDataDir?: string;
  /** Routed `host:port`s whose self-signed certificate the browser must go on refusing. */
  readonly untrusted?: readonly string[];
}

export interface ChromiumSession {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly userDataDir: string;
  /** The worker that runs now; a killed one is replaced by the next event. */
  worker(): Promise<Worker>;
  /** Ends every service worker at once, as the browser does to an idle one. */
  killWorker(): Promise<void>;
  /** A page of the extension in a tab of its own. */
  extensionPage(file: string): Promise<Page>;
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

/** Starts Chromium with the build loaded and the real hosts mapped to local ports; nothing can leave. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumSession> {
  const { lang = 'pt-BR', headless = true } = options;
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'ponte-chromium-')));
  if (options.userDataDir === undefined) await writePreferences(userDataDir, options);
  const context = await chromium.launchPersistentContext(userDataDir, {
    executablePath: installedChromium(),
    headless,
    // The driver's own indulgence would let through what a person has to accept.
    ignoreHTTPSErrors: options.untrusted === undefined,
    locale: lang,
    viewport: headless ? { width: 1366, height: 820 } : null,
    colorScheme: options.colorScheme ?? 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
    env: { ...process.env, LANGUAGE: lang.replace('-', '_') },
    args: await chromiumArguments(options, lang, headless),
  });
  const id = unpackedExtensionId(options.extensionDirs[0]);
  const running = () => context.serviceWorkers().find((worker) => worker.url().includes(id));

  return {
    context,
    extensionId: id,
    userDataDir,
    worker: () => eventually('the worker runs', () => running() ?? null),
    async killWorker() {
      const page = context.pages()[0] ?? (await context.newPage());
      const session = await context.newCDPSession(page);
      await session.send('ServiceWorker.enable');
      await session.send('ServiceWorker.stopAllWorkers');
      await session.detach();
    },
    async extensionPage(file) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${id}/${file}`);
      return page;
    },
    async close({ keepProfile = false } = {}) {
      await context.close();
      if (!keepProfile) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

export function installedChromium(): string {
  const path = findChromium();
  if (path === undefined) throw new Error('no Chromium that loads unpacked extensions was found');
  return path;
}

/** Chromium derives the id of an unpacked extension without a key from the path of its folder. */
function unpackedExtensionId(dir: string): string {
  const digest = createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 32);
  return [...digest].map((hex) => 'abcdefghijklmnop'[Number.parseInt(hex, 16)]).join('');
}

export async function chromiumArguments(
  options: ChromiumOptions,
  lang: string,
  headless: boolean,
): Promise<string[]> {
  const trusted = Object.entries(options.routes).filter(
    ([host]) => !options.untrusted?.includes(host),
  );
  const pins = await Promise.all([...new Set(trusted.map(([, port]) => port))].map(certificatePin));
  const rules = Object.entries(options.routes).map(
    ([host, port]) => `MAP ${host} 127.0.0.1:${port}`,
  );
  const dirs = options.extensionDirs.join(',');
  return [
    `--disable-extensions-except=${dirs}`,
    `--load-extension=${dirs}`,
    `--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`,
    `--ignore-certificate-errors-spki-list=${pins.join(',')}`,
    `--lang=${lang}`,
    // Root has no sandbox to offer; elsewhere a visible window would complain about its absence.
    ...(headless || process.getuid?.() === 0 ? ['--no-sandbox'] : ['--window-size=1400,920']),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    UNWANTED_FEATURES,
    '--no-first-run',
    '--no-default-browser-check',
  ];
}

/**
 * The preferences of a fresh profile. A host permission is asked for in a window of the browser's own,
 * which no driver can click; so the routed hosts are entered as granted once and given back since.
 * The extension has none of them until its own page asks, and then the answer is yes without a window.
 */
async function writePreferences(userDataDir: string, options: ChromiumOptions): Promise<void> {
  const blocked = options.thirdPartyCookiesBlocked ?? true;
  const granted = {
    api: [],
    explicit_host: [...new Set(Object.keys(options.routes).flatMap(hostPatterns))],
    manifest_permissions: [],
    scriptable_host: [],
  };
  const id = unpackedExtensionId(options.extensionDirs[0]);
  const preferences = {
    profile: { block_third_party_cookies: blocked, cookie_controls_mode: blocked ? 1 : 0 },
    extensions: {
      // Without it Chromium switches an unpacked extension off when it reloads itself.
      ui: { developer_mode: true },
      settings: { [id]: { granted_permissions: granted, runtime_granted_permissions: granted } },
    },
  };
  await mkdir(join(userDataDir, 'Default'), { recursive: true });
  await writeFile(join(userDataDir, 'Default', 'Preferences'), JSON.stringify(preferences));
}

function hostPatterns(route: string): string[] {
  const host = route.slice(0, route.lastIndexOf(':'));
  return [`https://${host}/*`, `http://${host}/*`, `https://${route}/*`, `http://${route}/*`];
}
