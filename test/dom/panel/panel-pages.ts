import type { Page } from '@playwright/test';
import { inject } from 'vitest';
import { testTab, type TestTab } from '../test-tab.ts';
import type * as panelParts from './page-entry.ts';

/** What `page-entry.ts` exports, as the page sees it. */
export type PanelParts = typeof panelParts;

declare global {
  // Inside the pages of these tests.
  var panel: PanelParts;
}

/** A tab whose every document has the panel's modules as the global `panel`. */
export interface PanelPages extends TestTab {
  /** Shows a file of `test/fixtures/panel/`. */
  open(fixture: string): Promise<Page>;
}

/** Gives the tests of a file such a tab. */
export function panelPages(): PanelPages {
  const tab = testTab({ width: 1280, height: 720 }, inject('panelScript'));
  return {
    get page() {
      return tab.page;
    },
    async open(fixture) {
      await tab.page.goto(new URL(`../../fixtures/panel/${fixture}`, import.meta.url).href);
      return tab.page;
    },
  };
}
