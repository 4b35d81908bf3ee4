import type { BrowserContext } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startIxcEmulator, type IxcEmulator } from '../../emulators/ixc/index.ts';
import { eventually } from '../harness/eventually.ts';
import { openReceivables } from './emulated-panel.ts';
import { launchWithPanel, panelExtension, SCRIPT } from './panel-extension.ts';

let ixc: IxcEmulator;
let extension: Awaited<ReturnType<typeof panelExtension>>;
let context: BrowserContext;

beforeAll(async () => {
  [ixc, extension] = await Promise.all([startIxcEmulator(), panelExtension()]);
  context = await launchWithPanel(extension.dir);
});
afterAll(async () => {
  await context.close();
  await Promise.all([ixc.close(), extension.remove()]);
});

declare const chrome: {
  readonly runtime: { reload(): void };
  readonly tabs: { query(filter: object): Promise<{ id: number }[]> };
  readonly scripting: { executeScript(options: object): Promise<unknown> };
};

test('an update under an open tab is said once, and the new copy of the script starts clean', async () => {
  const { page, panel } = await openReceivables(context, ixc.httpUrl);
  const [worker] = context.serviceWorkers();
  const ended = worker?.waitForEvent('close');
  await worker?.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await ended;

  const send = page.locator('[data-ixa-action="send"]').first();
  await send.click();
  const notice = page.locator('[data-ixa-notice]');
  await expect.poll(() => notice.textContent()).toContain('Recarregue a página (F5)');
  await expect.poll(() => send.isDisabled()).toBe(true);
  expect(await page.locator('iframe[data-ixa-drawer]').count()).toBe(0);
  await panel.evaluate((hook) => hook.redraw());
  expect(await notice.count()).toBe(1);

  // Another tab of the panel wakes the new worker.
  await openReceivables(context, ixc.httpUrl);
  const next = await eventually(
    'the new worker runs',
    () => context.serviceWorkers().find((one) => one !== worker) ?? null,
  );
  await next.evaluate(async (file) => {
    for (const { id } of await chrome.tabs.query({})) {
      const target = { tabId: id };
      await chrome.scripting.executeScript({ target, files: [file] }).catch(() => undefined);
    }
  }, SCRIPT);
  await page.waitForSelector('[data-ixa-action="send"]:enabled');
  await expect.poll(() => notice.count()).toBe(0);
  const rows = await page.locator('table[data-nome="fn_areceber"] tr').count();
  await expect.poll(() => page.locator('[data-ixa-invoice]').count()).toBe(rows);
  await send.click();
  await page.waitForSelector('iframe[data-ixa-drawer]');
});
