import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, afterEach, expect, test } from 'vitest';
import type { PanelAsk, PanelDiagnosis, PanelRecord } from '../../../lib/messages/panel.ts';
import { STRICT_CSP, startIxcEmulator, type IxcEmulator } from '../../emulators/ixc/index.ts';
import { openReceivables } from './emulated-panel.ts';
import { launchWithPanel, panelExtension } from './panel-extension.ts';

declare const chrome: {
  readonly tabs: {
    query(filter: object): Promise<{ readonly id: number }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
  };
};

let ixc: IxcEmulator;
let extension: Awaited<ReturnType<typeof panelExtension>>;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [ixc, extension] = await Promise.all([
    startIxcEmulator({ panel: { csp: STRICT_CSP, rowsPerPage: 10 } }),
    panelExtension(),
  ]);
  context = await launchWithPanel(extension.dir);
}, 60_000);
afterAll(async () => {
  await context.close();
  await Promise.all([ixc.close(), extension.remove()]);
});
beforeEach(async () => {
  ({ page } = await openReceivables(context, ixc.httpUrl));
});
afterEach(() => page.close());

/** Asks the panel's tab as the worker does. */
async function ask<T>(question: PanelAsk): Promise<T> {
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('no worker');
  return (await worker.evaluate(async (message) => {
    const [tab] = await chrome.tabs.query({ url: 'http://127.0.0.1/*' });
    return tab && chrome.tabs.sendMessage(tab.id, message);
  }, question)) as T;
}

test('the worker gets a record under the session, without its secrets', async () => {
  const answer = await ask<PanelRecord>({ ask: 'record', table: 'cliente', id: '1' });
  expect(answer).toMatchObject({ why: null, record: { id: '1' } });
  expect(JSON.stringify(answer)).not.toMatch(/senha|hash/);
});

test('the worker learns that the session is over', async () => {
  expect(await ask({ ask: 'session' })).toEqual({ loggedIn: true });
  await page.context().clearCookies();
  await expect.poll(() => ask({ ask: 'session' })).toEqual({ loggedIn: false });
});

test('the worker gets the self-check of a page with its marks on it', async () => {
  const diagnose = () => ask<PanelDiagnosis>({ ask: 'diagnosis' });
  await expect
    .poll(async () => (await diagnose()).grids)
    .toEqual([{ table: 'fn_areceber', rows: 10, marked: 10, by: 'abbr', disagreeing: 0 }]);
  const { outline } = await diagnose();
  expect(outline).not.toContain('data-ixa');
});

test('a page that posts the same question hears nothing', async () => {
  const heard = await page.evaluate(async () => {
    const answers: unknown[] = [];
    window.addEventListener('message', (event) => answers.push(event.data));
    window.postMessage({ ask: 'record', table: 'cliente', id: '1' }, '*');
    document.dispatchEvent(new CustomEvent('ask', { detail: { ask: 'diagnosis' } }));
    await new Promise((resolve) => setTimeout(resolve, 500));
    return answers;
  });
  expect(heard).toEqual([{ ask: 'record', table: 'cliente', id: '1' }]);
});
