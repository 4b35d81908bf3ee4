import type { Frame, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import type { Scenario } from './browser-stub.ts';
import {
  startSurfaceBrowser,
  type Locale,
  type SurfaceBrowser,
  type SurfaceTab,
} from './surface-browser.ts';

/** The drawer as the tests of one file see it, framed by a page that stands for the panel. */
export interface DrawerPage {
  /** The page that frames it. */
  readonly host: () => Page;
  /** The drawer alone in its tab, which no panel frames. */
  readonly openUnframed: (scenario: Scenario) => Promise<Page>;
  readonly open: (scenario: Scenario) => Promise<Frame>;
}

/** Starts a browser for the file and closes it at its end. */
export function useDrawer(locale: Locale = 'pt_BR'): DrawerPage {
  let surfaces: SurfaceBrowser;
  let tab: SurfaceTab;
  beforeAll(async () => {
    surfaces = await startSurfaceBrowser();
    tab = await surfaces.newTab({ locale });
  });
  afterAll(() => surfaces.close());
  return {
    host: () => tab.page,
    async openUnframed(scenario) {
      await tab.show('/drawer.html', scenario);
      return tab.page;
    },
    async open(scenario) {
      await tab.show('/host.html', scenario);
      return drawerFrame(tab.page);
    },
  };
}

/** The frame in which the drawer runs. */
export function drawerFrame(page: Page): Frame {
  const frame = page.frames().find((each) => each.url().endsWith('/drawer.html'));
  if (frame === undefined) throw new Error('the host page frames no drawer');
  return frame;
}

/** What the drawer has sent to its worker so far. */
export const sent = (frame: Frame) => frame.evaluate(() => stub.sent);

/** The last of it. */
export const lastSent = (frame: Frame) => frame.evaluate(() => stub.sent.at(-1));

/** Has the worker push another snapshot. */
export const push = (frame: Frame, snapshot: DrawerSnapshot): Promise<void> =>
  frame.evaluate((shown) => stub.push({ type: 'snapshot', snapshot: shown }), snapshot);

export const confirmButton = (frame: Frame): Locator =>
  frame.getByRole('button', { name: 'Confirmar envio' });
