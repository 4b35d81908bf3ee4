import { chromium, type JSHandle, type Page } from '@playwright/test';
import { findChromium } from '../../../../scripts/browsers.ts';
import {
  startIxcEmulator,
  type IxcEmulator,
  type IxcEmulatorOptions,
} from '../../../emulators/ixc/index.ts';
import type { PanelHook } from '../../../emulators/ixc/panel-hook.ts';

/** An emulated panel in a real browser. */
export interface PanelPage {
  readonly ixc: IxcEmulator;
  readonly page: Page;
  /** Errors of the page's scripts. */
  readonly complaints: readonly string[];
  /** Loads `adm.php` and gives what drives it. */
  load(): Promise<JSHandle<PanelHook>>;
  close(): Promise<void>;
}

export async function startPanelPage(options: IxcEmulatorOptions = {}): Promise<PanelPage> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium was found');
  const [ixc, browser] = await Promise.all([
    startIxcEmulator({ today: '2026-03-10', customers: 30, invoices: 240, ...options }),
    chromium.launch({ executablePath, args: ['--no-sandbox'] }),
  ]);
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  return {
    ixc,
    page,
    complaints,
    async load() {
      await page.goto(`${ixc.httpUrl}/adm.php`);
      await page.waitForSelector('html[data-emulator-ready]', { state: 'attached' });
      return page.evaluateHandle(() => (window as unknown as { __emulator: PanelHook }).__emulator);
    },
    async close() {
      await browser.close();
      await ixc.close();
    },
  };
}
