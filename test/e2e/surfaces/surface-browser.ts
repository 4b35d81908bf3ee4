import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { inject } from 'vitest';
import { PATIENCE } from '../harness/eventually.ts';
import { installStub, type Scenario, type StubWindow } from './browser-stub.ts';

export type Locale = 'pt_BR' | 'en';

export interface TabOptions {
  readonly locale?: Locale;
  readonly width?: number;
  readonly height?: number;
}

export type SurfacePath =
  | '/palette-host.html'
  | '/palette.html'
  | '/host.html'
  | '/drawer.html'
  | '/options.html'
  | '/popup.html'
  | `/confirm.html#${string}`;

/** A tab that shows one surface after the other; a new one takes as long as all else in a test. */
export interface SurfaceTab {
  readonly page: Page;
  /** Loads the surface, with a worker that follows the scenario. */
  show(path: SurfacePath, scenario: Scenario): Promise<void>;
}

export interface SurfaceBrowser {
  newTab(options?: TabOptions): Promise<SurfaceTab>;
  close(): Promise<void>;
}

/** The built pages in the suite's Chromium, each with a stubbed worker. */
export async function startSurfaceBrowser(): Promise<SurfaceBrowser> {
  const { browser: endpoint, origin, dir } = inject('surfaces');
  const browser = await chromium.connect(endpoint);
  const messagesOf = async (locale: Locale) =>
    JSON.parse(await readFile(join(dir, '_locales', locale, 'messages.json'), 'utf8')) as Record<
      string,
      { message: string }
    >;
  const messages = { pt_BR: await messagesOf('pt_BR'), en: await messagesOf('en') };

  return {
    async newTab({ locale = 'pt_BR', width = 440, height = 900 } = {}) {
      const page = await browser.newPage({
        viewport: { width, height },
        locale: locale === 'en' ? 'en-US' : 'pt-BR',
        timezoneId: 'America/Sao_Paulo',
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      page.setDefaultTimeout(PATIENCE);
      return {
        page,
        async show(path, scenario) {
          const stub = await page.addInitScript(installStub, {
            messages: messages[locale],
            scenario,
          });
          await page.goto(`${origin}${path}`);
          await stub.dispose();
        },
      };
    },
    close: () => browser.close(),
  };
}

declare global {
  // Installed by the init script.
  var stub: StubWindow;
  var heard: unknown[];
}
