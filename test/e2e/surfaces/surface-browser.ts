import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureChromium } from '../../../scripts/browsers-install.ts';
import { installStub, type Scenario, type StubWindow } from './browser-stub.ts';
import { builtPages } from './built-pages.ts';
import { servePages } from './page-server.ts';

export type Locale = 'pt_BR' | 'en';

export interface OpenOptions {
  readonly path: '/host.html' | '/drawer.html' | '/options.html' | '/popup.html';
  readonly scenario: Scenario;
  readonly locale?: Locale;
  readonly width?: number;
  readonly height?: number;
}

export interface SurfaceBrowser {
  readonly origin: string;
  open(options: OpenOptions): Promise<Page>;
  close(): Promise<void>;
}

/** The built pages in a real Chromium, each with a stubbed worker. */
export async function startSurfaceBrowser(): Promise<SurfaceBrowser> {
  const pages = await builtPages();
  const server = await servePages(pages);
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
  });
  const messagesOf = async (locale: Locale) =>
    JSON.parse(
      await readFile(join(pages.dir, '_locales', locale, 'messages.json'), 'utf8'),
    ) as Record<string, { message: string }>;
  const messages = { pt_BR: await messagesOf('pt_BR'), en: await messagesOf('en') };

  return {
    origin: server.origin,
    async open({ path, scenario, locale = 'pt_BR', width = 440, height = 900 }) {
      const page = await browser.newPage({
        viewport: { width, height },
        locale: locale === 'en' ? 'en-US' : 'pt-BR',
        timezoneId: 'America/Sao_Paulo',
        reducedMotion: 'reduce',
      });
      page.setDefaultTimeout(10_000);
      await page.addInitScript(installStub, { messages: messages[locale], scenario });
      await page.goto(`${server.origin}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** The frame in which the drawer runs. */
export function drawerFrame(page: Page) {
  const frame = page.frames().find((each) => each.url().endsWith('/drawer.html'));
  if (frame === undefined) throw new Error('the host page frames no drawer');
  return frame;
}

declare global {
  // Installed by the init script.
  var stub: StubWindow;
  var heard: unknown[];
}
