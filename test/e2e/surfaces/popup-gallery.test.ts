import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityProblems, contrastProblems, look, sidewaysScroll } from './gallery.ts';
import { openPopup } from './popup-page.ts';
import { found } from './popup-samples.ts';
import { popupStories } from './popup-stories.ts';
import {
  startSurfaceBrowser,
  type Locale,
  type SurfaceBrowser,
  type SurfaceTab,
} from './surface-browser.ts';

/** As wide as the browser makes the popup. */
const WIDE = 398;

let surfaces: SurfaceBrowser;
let tabs: Record<Locale, SurfaceTab>;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
  const size = { width: WIDE, height: 600 };
  tabs = {
    pt_BR: await surfaces.newTab({ ...size, locale: 'pt_BR' }),
    en: await surfaces.newTab({ ...size, locale: 'en' }),
  };
});
afterAll(() => surfaces.close());

test.each(Object.entries(popupStories))(
  'the popup shows a ledger that is %s legibly and accessibly, light and dark',
  async (name, story) => {
    for (const locale of ['pt_BR', 'en'] as const) {
      const tab = tabs[locale];
      await openPopup(tab, story, { 'search/find': { ok: true, value: found } });
      const frame = tab.page.mainFrame();
      for (const summary of await frame.locator('summary').all()) await summary.click();
      if (name === 'quiet') {
        await frame.getByRole('searchbox').fill('529.982.247-25');
        await frame.getByRole('searchbox').press('Enter');
        await frame.locator('.found').nth(2).waitFor();
      }
      const as = `popup-${name}${locale === 'en' ? '-en' : ''}`;
      await look(tab.page, { name: as, width: WIDE });
      expect(await frame.locator('body').innerText()).not.toMatch(/\{\w+\}|undefined|NaN|…\s*$/);
      expect(await sidewaysScroll(frame), as).toBe(0);
      expect(await frame.evaluate(() => stub.violations)).toEqual([]);
      if (locale === 'en') continue;
      expect(await accessibilityProblems(frame), as).toEqual([]);
      await look(tab.page, { name: `${as}-dark`, width: WIDE, dark: true });
      expect(await contrastProblems(frame), `${as}, dark`).toEqual([]);
    }
  },
);
