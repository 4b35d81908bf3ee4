import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { press, untilEnabled } from './chromium-press.ts';
import { PATIENCE } from './eventually.ts';
import { beginsWith, untilShown, type Surface } from './surface.ts';

/** How long one of many looks at a page may take. ms. */
const A_LOOK = 2_000;

/** A page, a frame or a part of one in Chromium as a `Surface`. */
export function chromiumSurface(page: Page | Frame | FrameLocator): Surface {
  return surfaceOf(page.locator('body'));
}

function surfaceOf(root: Locator): Surface {
  const text = (timeout = PATIENCE) => root.innerText({ timeout });
  const button = (name: string) => root.getByRole('button', { name: beginsWith(name) });
  return {
    section: (heading) => surfaceOf(root.getByRole('region', { name: heading, exact: true })),
    fill: (label, value) => root.getByLabel(label, { exact: true }).fill(value),
    async choose(label) {
      const option = root.locator('option').filter({ hasText: beginsWith(label) });
      const radio = root.getByRole('radio', { name: beginsWith(label) });
      await option.or(radio).first().waitFor({ state: 'attached' });
      if ((await option.count()) === 0) return radio.check();
      const value = await option.first().getAttribute('value');
      await option
        .first()
        .locator('xpath=..')
        .selectOption(value ?? label);
    },
    press: (name) => press(button(name)),
    async doublePress(name) {
      await untilEnabled(button(name));
      await button(name).dblclick();
    },
    waitFor: (wanted, timeout) => untilShown(() => text(A_LOOK), wanted, timeout),
    text: () => text(),
  };
}
