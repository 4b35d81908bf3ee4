import type { Frame, FrameLocator, Locator, Page } from '@playwright/test';
import { eventually } from './eventually.ts';
import { beginsWith, shows, type Surface } from './surface.ts';

/** A page, a frame or a part of one in Chromium as a `Surface`. */
export function chromiumSurface(page: Page | Frame | FrameLocator): Surface {
  return surfaceOf(page.locator('body'));
}

function surfaceOf(root: Locator): Surface {
  const text = () => root.innerText({ timeout: 5_000 });
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
    press: (name) => root.getByRole('button', { name: beginsWith(name) }).click(),
    async waitFor(wanted, timeout = 10_000) {
      await eventually(
        `the page shows ${String(wanted)}`,
        async () => {
          return shows(await text().catch(() => ''), wanted) || null;
        },
        { timeout },
      );
    },
    text,
  };
}
