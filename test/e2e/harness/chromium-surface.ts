import type { Frame, FrameLocator, Page } from '@playwright/test';
import { beginsWith, type Surface } from './surface.ts';

/** A page or a frame of Chromium as a `Surface`. */
export function chromiumSurface(root: Page | Frame | FrameLocator): Surface {
  return {
    fill: (label, value) => root.getByLabel(label, { exact: true }).fill(value),
    async choose(label) {
      const option = root.locator('option').filter({ hasText: beginsWith(label) });
      if ((await option.count()) > 0) {
        const value = await option.first().getAttribute('value');
        await root
          .locator('select')
          .filter({ has: option })
          .selectOption(value ?? label);
      } else await root.getByLabel(beginsWith(label)).check();
    },
    press: (name) => root.getByRole('button', { name: beginsWith(name) }).click(),
    waitFor: (text, timeout = 10_000) =>
      root.getByText(text).filter({ visible: true }).first().waitFor({ timeout }),
    text: () => root.locator('body').innerText(),
  };
}
