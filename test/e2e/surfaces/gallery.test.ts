import type { Frame, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import type { SetupView } from '../../../lib/messages/pages.ts';
import { drawerStories } from './drawer-stories.ts';
import {
  accessibilityProblems,
  contrastProblems,
  isFine,
  look,
  sidewaysScroll,
} from './gallery.ts';
import { empty, kindReplies, setupStories } from './page-stories.ts';
import { drawerFrame, push } from './drawer-page.ts';
import { startSurfaceBrowser, type Locale, type SurfaceBrowser } from './surface-browser.ts';

let surfaces: SurfaceBrowser;
let hosts: Record<Locale, Page>;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
  // A full-page picture does not reach into a frame, nor does axe judge what lies below its edge, so the frame is made
  // tall enough.
  const host = async (locale: Locale) => {
    const { page, show } = await surfaces.newTab({ locale, height: 2600 });
    await show('/host.html', {});
    return page;
  };
  hosts = { pt_BR: await host('pt_BR'), en: await host('en') };
});
afterAll(() => surfaces.close());

async function showIn(page: Page, snapshot: DrawerSnapshot) {
  const frame = drawerFrame(page);
  await frame.locator('h1').waitFor();
  await push(frame, snapshot);
  await frame.locator('main').waitFor();
  await frame.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  return frame;
}

test.each(Object.entries(await drawerStories()))(
  'the drawer shows %s legibly and accessibly, light and dark, wide and narrow',
  async (name, snapshot) => {
    const page = hosts.pt_BR;
    const frame = await showIn(page, snapshot);
    const as = `drawer-${name}`;
    await isFine(page, frame, { name: as, wide: 440, narrow: 360 });
    expect(await frame.evaluate(() => stub.violations)).toEqual([]);

    const english = await showIn(hosts.en, snapshot);
    await look(hosts.en, { name: `${as}-en`, width: 440 });
    expect(await english.locator('body').innerText()).not.toMatch(/\{\w+\}|undefined|NaN/);
  },
);

test('the audit sees an unnamed field and unreadable text', async () => {
  const frame = drawerFrame(hosts.pt_BR);
  await frame.evaluate(() => {
    const bad = document.createElement('div');
    bad.id = 'bad';
    bad.append(document.createElement('input'), 'ilegível');
    bad.style.cssText = 'color:#ccc;background:#fff';
    document.querySelector('main')?.append(bad);
  });
  const problems = (await accessibilityProblems(frame)).join('\n');
  await frame.evaluate(() => document.getElementById('bad')?.remove());
  expect(problems).toContain('color-contrast');
  expect(problems).toContain('label at');
});

test('what the options page is answered reads legibly and accessibly, light and dark, wide and narrow', async () => {
  const replies = { ...kindReplies, 'setup/read': setupStories['two-accounts'] ?? empty };
  for (const locale of ['pt_BR', 'en'] as const) {
    const { page, show } = await surfaces.newTab({ locale, width: 1280 });
    await show('/options.html', { replies });
    const frame = page.mainFrame();
    const words = locale === 'en' ? ENGLISH : PORTUGUESE;
    for (const word of words) await frame.getByRole('button', { name: word }).first().click();
    await frame.getByRole('table').nth(3).waitFor();
    const as = locale === 'en' ? 'options-answered-en' : 'options-answered';
    await isFine(page, frame, { name: as, wide: 1280, narrow: 600 });
    expect(await frame.evaluate(() => stub.violations)).toEqual([]);
    await page.close();
  }
});

const PORTUGUESE = ['Testar fontes', 'Autoverificação', 'Ler do IXC'];
const ENGLISH = ['Test sources', 'Self-check', 'Read from IXC'];

const PAGES = [
  { surface: 'options', path: '/options.html', wide: 1280, narrow: 600, height: 900 },
  { surface: 'popup', path: '/popup.html', wide: 384, narrow: 384, height: 300 },
] as const;

/** Changes the setup and waits until the page has asked for the new one. */
async function setUp(frame: Frame, view: SetupView): Promise<void> {
  const asked = () =>
    frame.evaluate(() => stub.sent.filter(({ verb }) => verb === 'setup/read').length);
  const before = await asked();
  await frame.evaluate((shown) => stub.setUp(shown), view);
  await expect.poll(asked, { interval: 10 }).toBeGreaterThan(before);
}

test.each(PAGES)(
  'the $surface page shows every setup legibly and accessibly, light and dark, wide and narrow',
  async ({ surface, path, wide, narrow, height }) => {
    for (const locale of ['pt_BR', 'en'] as const) {
      const { page, show } = await surfaces.newTab({ locale, width: wide, height });
      await show(path, { replies: kindReplies });
      const frame = page.mainFrame();
      await frame.locator('main button').first().waitFor();
      for (const [name, view] of Object.entries(setupStories)) {
        await setUp(frame, view);
        const as = `${surface}-${name}${locale === 'en' ? '-en' : ''}`;
        await look(page, { name: as, width: wide });
        expect(await frame.evaluate(() => stub.violations)).toEqual([]);
        if (locale === 'en') continue;
        expect(await accessibilityProblems(frame), as).toEqual([]);
        await look(page, { name: `${as}-dark`, width: wide, dark: true });
        expect(await contrastProblems(frame), `${as}, dark`).toEqual([]);
        await look(page, { name: `${as}-narrow`, width: narrow });
        expect(await sidewaysScroll(frame), as).toBe(0);
      }
      await page.close();
    }
  },
);
