import type { BrowserContext, JSHandle, Page } from '@playwright/test';
import type { PanelHook } from '../../emulators/ixc/panel-hook.ts';

/** Loads the emulated `adm.php` and waits until its script has run. */
export async function goToPanel(page: Page, httpUrl: string): Promise<JSHandle<PanelHook>> {
  await page.goto(`${httpUrl}/adm.php`);
  await page.waitForSelector('html[data-emulator-ready]', { state: 'attached' });
  return page.evaluateHandle(() => (window as unknown as { __emulator: PanelHook }).__emulator);
}

/** A tab with the main list of invoices open and its first answers painted. */
export async function openReceivables(
  context: BrowserContext,
  httpUrl: string,
): Promise<{ page: Page; panel: JSHandle<PanelHook> }> {
  const page = await context.newPage();
  const panel = await goToPanel(page, httpUrl);
  await panel.evaluate((hook) => hook.open('fn_areceber'));
  await page.waitForSelector('[data-ixa-action]');
  return { page, panel };
}
