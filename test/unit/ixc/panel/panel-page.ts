import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../../../../scripts/browsers.ts';
import type * as panelParts from './page-entry.ts';

/** What `page-entry.ts` exports, as the page sees it. */
export type PanelParts = typeof panelParts;

declare global {
  // Inside the pages of these tests.
  var panel: PanelParts;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** A real Chromium for one test file, with the panel's modules loaded into every page it opens. */
export async function startPanelPages(): Promise<PanelPages> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found');
  const [script, browser] = await Promise.all([
    bundle(),
    chromium.launch({ executablePath, args: ['--no-sandbox'] }),
  ]);
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  return {
    async open(fixture) {
      const page = await context.newPage();
      await page.goto(new URL(`../../../fixtures/panel/${fixture}`, import.meta.url).href);
      await page.addScriptTag({ content: script });
      return page;
    },
    async visit(url) {
      const page = await context.newPage();
      await page.goto(`${url}/adm.php`);
      await page.waitForSelector('html[data-emulator-ready], .login-frame', { state: 'attached' });
      await page.addScriptTag({ content: script });
      return page;
    },
    close: () => browser.close(),
  };
}

export interface PanelPages {
  /** Opens a file of `test/fixtures/panel/`; its page has the modules as the global `panel`. */
  open(fixture: string): Promise<Page>;
  /** The same for the `adm.php` of an emulated panel without a Content-Security-Policy. */
  visit(url: string): Promise<Page>;
  close(): Promise<void>;
}

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: here('page-entry.ts'), formats: ['iife'], name: 'panel' },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  const chunk = 'output' in result ? result.output[0] : undefined;
  if (!chunk) throw new Error('the panel modules could not be bundled');
  return chunk.code;
}
