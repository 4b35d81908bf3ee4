import puppeteer, { TargetType, type Browser, type Page, type WebWorker } from 'puppeteer-core';
import { chromiumArguments, installedChromium, type ChromiumOptions } from './chromium.ts';
import { eventually } from './eventually.ts';

/** Chromium by a driver that reaches the browser's own popup, which the other suites' does not. */
export interface PopupBrowser {
  readonly browser: Browser;
  /** What a click on the extension's button in the toolbar opens. */
  openPopup(): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Chromium over the profile of an earlier launch; the profile stays. */
export async function launchForPopup(
  options: ChromiumOptions & { readonly userDataDir: string },
): Promise<PopupBrowser> {
  const browser = await puppeteer.launch({
    executablePath: installedChromium(),
    headless: true,
    userDataDir: options.userDataDir,
    enableExtensions: true,
    // The popup has the size that the browser gives it.
    defaultViewport: null,
    args: await chromiumArguments(options, 'pt-BR', true),
    env: { ...process.env, LANGUAGE: 'pt_BR' },
  });
  const worker = (): Promise<WebWorker> =>
    eventually('the worker runs', async () => {
      const target = browser.targets().find((one) => one.type() === TargetType.SERVICE_WORKER);
      return (await target?.worker()) ?? null;
    });
  return {
    browser,
    async openPopup() {
      const running = await worker();
      await eventually('the popup opens', async () => {
        await running.evaluate(() => chrome.action.openPopup());
        return true;
      });
      const target = await browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
      return target.asPage();
    },
    close: () => browser.close(),
  };
}

declare const chrome: { readonly action: { openPopup(): Promise<void> } };
