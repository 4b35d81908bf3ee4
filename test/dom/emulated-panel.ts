import type { Page } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import {
  startIxcEmulator,
  type IxcEmulator,
  type IxcEmulatorOptions,
} from '../emulators/ixc/index.ts';
import type { PanelHook } from '../emulators/ixc/panel-hook.ts';
import type { PanelOptions } from '../emulators/ixc/options.ts';
import type { TestTab } from './test-tab.ts';

declare global {
  // Of the emulated panel.
  var __emulator: PanelHook;
}

/** An emulated IXC and the tab that shows its panel. */
export interface EmulatedPanel {
  /** Only inside tests and hooks. */
  readonly ixc: IxcEmulator;
  /** Forgets what was done to the emulator and in the tab, and loads `adm.php` of a panel that is so. */
  load(options?: PanelOptions): Promise<Page>;
}

/** Gives the tests of a file one emulated IXC, whose panel is shown in their tab. */
export function emulatedPanel(tab: TestTab, options: IxcEmulatorOptions = {}): EmulatedPanel {
  let ixc: IxcEmulator;
  beforeAll(async () => {
    ixc = await startIxcEmulator(options);
  });
  afterAll(() => ixc.close());
  return {
    get ixc() {
      return ixc;
    },
    async load(panel = {}) {
      const { page } = tab;
      ixc.control.reset();
      ixc.control.setPanel(panel);
      if (panel.autoLogin === false) ixc.control.logOut();
      await page.context().clearCookies();
      await page.goto(`${ixc.httpUrl}/adm.php`);
      await page.waitForSelector('html[data-emulator-ready], .login-frame', { state: 'attached' });
      return page;
    },
  };
}
