import type { FrameLocator, Page } from '@playwright/test';

/** Where pictures go. */
export interface Camera {
  /** Of what has a light and a dark look. */
  readonly file: (name: string) => Place;
  /** Of the panel and what is part of it; null when it was taken already. */
  readonly ofThePanel: (name: string) => Place | null;
}

interface Place {
  readonly path: string;
}

/** Long enough for the drawer to slide in and its button to arm. ms. */
export const SETTLED = 900;

export function drawerOf(page: Page): FrameLocator {
  return page.frameLocator('iframe[data-ixa-drawer]');
}

/** The panel with its drawer, scrolled to the first part that this selector finds. */
export async function partPicture(page: Page, selector: string, place: Place): Promise<void> {
  const part = drawerOf(page).locator(selector).first();
  await part.waitFor();
  await part.evaluate((element) => {
    element.scrollIntoView({ block: 'center' });
  });
  await page.waitForTimeout(SETTLED);
  await page.screenshot(place);
}
