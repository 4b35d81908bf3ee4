import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll } from 'vitest';
import type { PageReplies, SetupView } from '../../../lib/messages/pages.ts';
import type { Scenario, StubWindow } from './browser-stub.ts';
import { kindReplies } from './page-stories.ts';
import { putInLedger, type LedgerRows } from './popup-ledger.ts';
import {
  startSurfaceBrowser,
  type Locale,
  type SurfaceBrowser,
  type SurfaceTab,
} from './surface-browser.ts';

/** The options page as the tests of one file see it. */
export interface OptionsPage {
  readonly page: () => Page;
  /** Opens it with this setup and a worker to which all succeeds, but for what `more` says. */
  readonly open: (view: SetupView, more?: Scenario) => Promise<void>;
  /** The same, with these rows in the ledger and no others. */
  readonly openOver: (rows: LedgerRows, view: SetupView, more?: Scenario) => Promise<void>;
  /** Opens it with a worker that answers nothing. */
  readonly openUnanswered: () => Promise<void>;
  readonly section: (name: string) => Locator;
  /** The requests with this verb that the page has sent so far. */
  readonly sent: (verb: keyof PageReplies) => Promise<StubWindow['sent']>;
}

/** Puts the rows in, once the page has made the ledger in the shape of its release. */
export async function fillLedger(page: Page, rows: LedgerRows): Promise<void> {
  await page.getByText(/A Ponte usa|Ponte uses/).waitFor();
  await page.waitForFunction(async () =>
    (await indexedDB.databases()).some(({ name }) => name === 'ponte'),
  );
  await page.evaluate(putInLedger, Object.entries(rows));
}

/** Starts a browser for the file and closes it at its end. */
export function useOptions(locale: Locale = 'pt_BR'): OptionsPage {
  let surfaces: SurfaceBrowser;
  let tab: SurfaceTab;
  beforeAll(async () => {
    surfaces = await startSurfaceBrowser();
    tab = await surfaces.newTab({ locale, width: 1000 });
  });
  afterAll(() => surfaces.close());
  const open = (view: SetupView, more: Scenario = {}): Promise<void> => {
    const replies = { ...kindReplies, 'setup/read': view, ...more.replies };
    return tab.show('/options.html', { ...more, replies });
  };
  return {
    page: () => tab.page,
    open,
    openOver: async (rows, view, more) => {
      await open(view);
      await fillLedger(tab.page, rows);
      await open(view, more);
    },
    openUnanswered: () => tab.show('/options.html', {}),
    section: (name) => tab.page.getByRole('region', { name, exact: true }),
    sent: (verb) =>
      tab.page.evaluate(
        (wanted) => stub.sent.filter((request) => request.verb === wanted),
        verb as string,
      ),
  };
}
