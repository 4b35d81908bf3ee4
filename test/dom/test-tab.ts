import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, inject } from 'vitest';

/** One tab of the suite's Chromium, in a browser context of its own. */
export interface TestTab {
  /** Only inside tests and hooks. */
  readonly page: Page;
}

/**
 * Gives the tests of a file, or of the `describe` around the call, a tab that they share: every
 * navigation is a new document, at a tenth of the price of a new tab. What outlives a navigation
 * (cookies, storage, routes, a fake clock) is for the caller to undo, or to keep in a tab apart.
 *
 * @param script runs in every document, before its own scripts.
 */
export function testTab(viewport: { width: number; height: number }, script?: string): TestTab {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.connect(inject('chromium'));
    const context = await browser.newContext({ viewport });
    if (script !== undefined) await context.addInitScript({ content: script });
    page = await context.newPage();
  });
  afterAll(() => browser.close());
  return {
    get page() {
      return page;
    },
  };
}
