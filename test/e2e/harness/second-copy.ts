import type { FrameLocator, Locator, Page } from '@playwright/test';

export const PALETTE = 'iframe[data-ixa-palette]';

/** The palette of the panel in a tab of Chromium. */
export interface Palette {
  readonly frame: FrameLocator;
  /** What a person does, one by one, since the palette was opened: to be counted. */
  readonly actions: string[];
  /** One action: everything that is typed or pasted into the search field. */
  type(text: string): Promise<void>;
  /** One action. */
  key(key: string): Promise<void>;
  /** One action: a click. */
  press(button: Locator): Promise<void>;
  /** Waits until the invoice is among the results. */
  shows(invoiceId: string): Promise<void>;
  /** Waits until the palette says so. */
  says(text: string | RegExp): Promise<void>;
}

/** Opens the palette with its key, wherever the focus is. */
export async function openPalette(page: Page): Promise<Palette> {
  await page.keyboard.press('Alt+a');
  const frame = page.frameLocator(PALETTE);
  await frame.getByRole('searchbox').waitFor();
  const actions: string[] = [];
  return {
    frame,
    actions,
    async type(text) {
      actions.push(`type ${text}`);
      await page.keyboard.insertText(text);
    },
    async key(key) {
      actions.push(key);
      await page.keyboard.press(key);
    },
    async press(button) {
      actions.push('press');
      await button.click();
    },
    shows: (invoiceId) => frame.locator(`[data-invoice="${invoiceId}"]`).waitFor(),
    says: (text) => frame.getByRole('status').filter({ hasText: text }).first().waitFor(),
  };
}
