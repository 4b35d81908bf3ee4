import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { startConnectProxy } from './connect-proxy.ts';
import { eventually } from './eventually.ts';
import { findFirefox } from '../../../scripts/browsers.ts';
import type { Routes } from './routes.ts';

const GECKO_ID = 'ponte@ixc-asaas.example';
/** Firefox draws one at random per profile; fixed so that the pages' addresses are known. */
const UUID = '4b1d6c0e-7f0a-4f5e-9a57-2d6b1f3c9e10';

export interface FirefoxSession {
  readonly browser: Browser;
  readonly extensionOrigin: string;
  /** A page of the extension in a tab of its own. */
  extensionPage(file: string): Promise<Page>;
  /** `host:port`s that the browser asked for beyond the routes. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** Starts Firefox with the build installed and every request sent to the local stand-ins of `routes`. */
export async function launchFirefox(options: {
  extensionDir: string;
  routes: Routes;
  headless?: boolean;
  /** After how much idleness Firefox ends the background; default Firefox's own 30 s. ms. */
  backgroundIdle?: number;
  /** Where files are saved, without asking. */
  downloads?: string;
}): Promise<FirefoxSession> {
  const executablePath = findFirefox();
  if (executablePath === undefined) throw new Error('no recent Firefox was found');
  const proxy = await startConnectProxy(options.routes);
  const pac = `function FindProxyForURL() { return 'PROXY 127.0.0.1:${proxy.port}'; }`;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: options.headless ?? true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access', '--width=1366', '--height=900'],
    defaultViewport: { width: 1366, height: 820 },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: UUID }),
      'extensions.webextOptionalPermissionPrompts': false,
      ...(options.backgroundIdle === undefined
        ? {}
        : { 'extensions.background.idle.timeout': options.backgroundIdle }),
      ...(options.downloads === undefined
        ? {}
        : { 'browser.download.folderList': 2, 'browser.download.dir': options.downloads }),
      'network.proxy.type': 2,
      'network.proxy.autoconfig_url': `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(pac)}`,
      'network.proxy.failover_direct': false,
    },
  });
  await browser.installExtension(options.extensionDir);
  const extensionOrigin = `moz-extension://${UUID}`;
  return {
    browser,
    extensionOrigin,
    refused: proxy.refused,
    async extensionPage(file) {
      const page = await browser.newPage();
      await openExtensionPage(page, `${extensionOrigin}/${file}`);
      return page;
    },
    async close() {
      await browser.close();
      await proxy.close();
    },
  };
}

/** The page loads although the navigation's own promise never settles (Firefox 153 over BiDi). */
async function openExtensionPage(page: Page, url: string): Promise<void> {
  void page.goto(url).catch(() => undefined);
  await eventually(`Firefox opens ${url}`, async () => {
    const state = await page.evaluate(() => `${location.href} ${document.readyState}`);
    return state === `${url} complete` || null;
  });
}
