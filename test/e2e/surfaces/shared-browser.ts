import { chromium } from '@playwright/test';
import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../../scripts/browsers-install.ts';
import { builtPages } from './built-pages.ts';
import { servePages } from './page-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the files of the suite find their browser and the built pages. */
    surfaces: { readonly browser: string; readonly origin: string; readonly dir: string };
  }
}

/** Before the suite: one Chromium and one server of the built pages, for all its files. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const pages = await builtPages();
  const [server, browser] = await Promise.all([
    servePages(pages),
    chromium.launchServer({
      executablePath: ensureChromium(),
      args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
    }),
  ]);
  provide('surfaces', { browser: browser.wsEndpoint(), origin: server.origin, dir: pages.dir });
  return async () => {
    await browser.close();
    await server.close();
  };
}
