import type { Page } from '@playwright/test';
import { chromiumSurface } from './chromium-surface.ts';
import { badgeOf, buttonOf, readMarks, type Panel, type PanelScript } from './panel.ts';
import { PANEL_ORIGIN } from './routes.ts';

const DRAWER = 'iframe[data-ixa-drawer]';

export interface ChromiumPanel extends Panel {
  readonly page: Page;
}

/** The emulated panel in a tab of Chromium. */
export function chromiumPanel(page: Page): ChromiumPanel {
  const openPage = async () => {
    await page.goto(`${PANEL_ORIGIN}/adm.php`);
    await page.locator('#menu_item_fn_areceber > a').click();
    await page.locator('table[data-nome="fn_areceber"] tbody tr').first().waitFor();
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
    waitForSendButton: (id) =>
      page
        .locator(`${buttonOf(id)}[data-ixa-action="send"]`)
        .first()
        .waitFor(),
    waitForStatus: (id, group, timeout = 15_000) =>
      page.locator(badgeOf(id, group)).first().waitFor({ timeout }),
    marks: () => page.evaluate(readMarks),
    async openDrawer(id) {
      await page.locator(buttonOf(id)).last().click();
      const drawer = chromiumSurface(page.frameLocator(DRAWER));
      await drawer.waitFor(id);
      return drawer;
    },
    async closeDrawer() {
      const drawer = page.frameLocator(DRAWER);
      await drawer.locator('body').press('Escape');
      await page.locator(DRAWER).waitFor({ state: 'detached' });
    },
  };
}
