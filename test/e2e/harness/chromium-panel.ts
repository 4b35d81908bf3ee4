import type { Page } from '@playwright/test';
import { chromiumSurface } from './chromium-surface.ts';
import { PATIENCE } from './eventually.ts';
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

export interface ChromiumPanel extends Panel {
  readonly page: Page;
}

/** The emulated panel in a tab of Chromium. */
export function chromiumPanel(page: Page, { origin }: PanelSite = MAIN_SITE): ChromiumPanel {
  const openPage = async () => {
    await openAnyway(page, `${origin}/adm.php`);
    await page.locator('#menu_item_fn_areceber > a').click();
    await page.locator(GRID_ROW).first().waitFor();
  };
  return {
    page,
    openPage,
    async openReceivables() {
      await openPage();
      await page.locator('[data-ixa-invoice] [data-ixa-action]').first().waitFor();
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
    waitForSendButton: (id) =>
      page
        .locator(`${buttonOf(id)}[data-ixa-action="send"]`)
        .first()
        .waitFor(),
    waitForStatus: (id, group, timeout = PATIENCE) =>
      page.locator(badgeOf(id, group)).first().waitFor({ timeout }),
    marks: () => page.evaluate(readMarks),
    markedRows: () => page.evaluate(readMarkedRows),
    async openDrawer(id) {
      await page.locator(buttonOf(id)).last().click();
      const drawer = chromiumSurface(page.frameLocator(DRAWER));
      await drawer.waitFor(id);
      return drawer;
    },
    async closeDrawer() {
      // With none open the press would wait for the next drawer, and close that.
      if ((await page.locator(DRAWER).count()) === 0) return;
      // The frame goes at the key's press, and then nobody answers for its release.
      const pressed = page.frameLocator(DRAWER).locator('body').press('Escape');
      pressed.catch(() => undefined);
      await page.locator(DRAWER).waitFor({ state: 'detached' });
    },
  };
}

/**
 * Opens an address as a person does: past the browser's warning where its certificate is not trusted.
 * Only this tab's decision lets the page load; nothing else of the browser trusts the certificate for it.
 */
async function openAnyway(page: Page, url: string): Promise<void> {
  const opened = await page.goto(url).then(
    () => true,
    () => false,
  );
  if (opened) return;
  await page.locator('#details-button').click();
  await page.locator('#proceed-link').click();
  await page.waitForURL(url);
}
