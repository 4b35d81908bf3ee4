import type { Frame, Page } from 'puppeteer-core';
import { eventually, PATIENCE } from './eventually.ts';
import { firefoxSurface } from './firefox-surface.ts';
import {
  badgeOf,
  buttonOf,
  GRID_ROW,
  MAIN_SITE,
  readMarkedRows,
  readMarks,
  type Panel,
  type PanelScript,
  type PanelSite,
} from './panel.ts';

const DRAWER = 'iframe[data-ixa-drawer]';
/** What a click may take to open the drawer before it counts as lost. ms. */
const A_CLICK = 4_000;

export interface FirefoxPanel extends Panel {
  readonly page: Page;
  /** The frame that holds the drawer. */
  drawerFrame(): Promise<Frame>;
}

/** The emulated panel in a tab of Firefox. */
export function firefoxPanel(page: Page, { origin }: PanelSite = MAIN_SITE): FirefoxPanel {
  const drawerFrame = () =>
    eventually('the drawer is in the page', async () => {
      const element = await page.$(DRAWER);
      return (await element?.contentFrame()) ?? null;
    });
  const openPage = async () => {
    await page.goto(`${origin}/adm.php`);
    await (await page.waitForSelector('#menu_item_fn_areceber > a'))?.click();
    await page.waitForSelector(GRID_ROW);
  };
  return {
    page,
    drawerFrame,
    openPage,
    async openReceivables() {
      await openPage();
      await page.waitForSelector('[data-ixa-invoice] [data-ixa-action]');
    },
    async openFinancial(customerId) {
      await page.evaluate((id) => {
        const panel = (window as unknown as { __emulator: PanelScript }).__emulator;
        return panel.openFinancial(id);
      }, customerId);
    },
    async openContractFinancial(contractId) {
      await page.evaluate((id) => {
        const panel = (window as unknown as { __emulator: PanelScript }).__emulator;
        return panel.openContractFinancial(id);
      }, contractId);
    },
    async waitForSendButton(id) {
      await page.waitForSelector(`${buttonOf(id)}[data-ixa-action="send"]`);
    },
    async waitForStatus(id, group, timeout = PATIENCE) {
      await page.waitForSelector(badgeOf(id, group), { timeout });
    },
    marks: () => page.evaluate(readMarks),
    markedRows: () => page.evaluate(readMarkedRows),
    async openDrawer(id) {
      // A row that is drawn anew under the mouse loses the click; a person clicks again.
      for (let click = 0; click < 3; click += 1) {
        const buttons = await page.$$(buttonOf(id));
        await buttons.at(-1)?.click();
        const opened = page.waitForSelector(DRAWER, { timeout: A_CLICK });
        if (await opened.catch(() => null)) break;
      }
      const drawer = firefoxSurface(await drawerFrame());
      await drawer.waitFor(id);
      return drawer;
    },
    async closeDrawer() {
      await page.keyboard.press('Escape');
      await eventually('the drawer is gone', async () => (await page.$(DRAWER)) === null || null);
    },
  };
}
