import type { JSHandle } from '@playwright/test';
import { afterEach, beforeAll, expect } from 'vitest';
import type { PanelOptions } from '../../emulators/ixc/options.ts';
import type { PanelHook } from '../../emulators/ixc/panel-hook.ts';
import { emulatedPanel, type EmulatedPanel } from '../emulated-panel.ts';
import { testTab, type TestTab } from '../test-tab.ts';

/** An emulated panel in the browser, and what drives it. */
export interface DrivenPanel extends TestTab, Pick<EmulatedPanel, 'ixc'> {
  /** Loads `adm.php` of a panel that is so, and gives the moves of an operator. */
  load(options?: PanelOptions): Promise<JSHandle<PanelHook>>;
  count(selector: string): Promise<number>;
  /** Texts of the header cells, by default of every grid in generation A's or B's frame. */
  headers(root?: string): Promise<string[]>;
}

/** Gives the tests of a file an emulated panel; one whose page's scripts err has failed. */
export function drivenPanel(): DrivenPanel {
  const tab = testTab({ width: 1440, height: 860 });
  const emulated = emulatedPanel(tab, { today: '2026-03-10', customers: 30, invoices: 240 });
  const complaints: string[] = [];
  beforeAll(() => {
    tab.page.on('pageerror', (error) => complaints.push(error.message));
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  return {
    get page() {
      return tab.page;
    },
    get ixc() {
      return emulated.ixc;
    },
    async load(options) {
      const page = await emulated.load(options);
      return page.evaluateHandle(() => __emulator);
    },
    count: (selector) => tab.page.locator(selector).count(),
    headers: (root = '.flexigrid') =>
      tab.page.locator(`${root} .hDiv th`).evaluateAll((all) => all.map((one) => one.textContent)),
  };
}
