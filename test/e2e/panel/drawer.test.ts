import type { BrowserContext, JSHandle, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { STRICT_CSP, startIxcEmulator, type IxcEmulator } from '../../emulators/ixc/index.ts';
import type { PanelHook } from '../../emulators/ixc/panel-hook.ts';
import { message } from '../harness/catalogues.ts';
import { openReceivables } from './emulated-panel.ts';
import { launchWithPanel, panelExtension } from './panel-extension.ts';

let ixc: IxcEmulator;
let extension: Awaited<ReturnType<typeof panelExtension>>;
let context: BrowserContext;
let page: Page;
let panel: JSHandle<PanelHook>;

beforeAll(async () => {
  [ixc, extension] = await Promise.all([
    startIxcEmulator({ panel: { csp: STRICT_CSP } }),
    panelExtension(),
  ]);
  context = await launchWithPanel(extension.dir);
});
afterAll(async () => {
  await context.close();
  await Promise.all([ixc.close(), extension.remove()]);
});

beforeEach(async () => {
  ({ page, panel } = await openReceivables(context, ixc.httpUrl));
});
afterEach(() => page.close());

const DRAWER = 'iframe[data-ixa-drawer]';
const drawerText = () => page.frameLocator(DRAWER).locator('body').textContent();

test('every invoice row is marked by what its invoice is, in Portuguese', async () => {
  const labels = () =>
    page.locator('table[data-nome="fn_areceber"] tr').evaluateAll((all) =>
      all.map((row) => {
        const button = row.querySelector('[data-ixa-action]');
        return [row.id.slice(3), button?.getAttribute('aria-label') ?? ''] as const;
      }),
    );
  const word = (key: string) => message('pt-BR', `panel.${key}`);
  const charges = ['open', 'overdue', '', 'paid', 'queued', 'confirmed'];
  const expected = [
    ...[word('send'), word('send')],
    ...charges.map((group) => (group === '' ? /^$/ : word(`group.${group}`))),
  ];
  const isRight = ([id, label]: readonly [string, string]) =>
    (expected[Number(id) % 8] ?? /^$/).test(label) &&
    /^$|^(Enviar via Asaas|Ver cobrança), título \d+/.test(label);
  await expect.poll(async () => (await labels()).filter((row) => !isRight(row))).toEqual([]);
  expect((await labels()).length).toBeGreaterThan(8);
});

test('a press opens the frame with a token of its own invoice, and another row takes it over', async () => {
  const buttons = page.locator('[data-ixa-action="send"]');
  const ids = await page
    .locator('[data-ixa-invoice]:has([data-ixa-action="send"])')
    .evaluateAll((all) => all.map((one) => one.getAttribute('data-ixa-invoice')));
  await buttons.nth(0).click();
  await expect.poll(drawerText).toBe(`invoice ${String(ids[0])}`);
  await buttons.nth(1).click();
  await expect.poll(drawerText).toBe(`invoice ${String(ids[1])}`);
  expect(await page.locator(DRAWER).count()).toBe(1);
  await expect
    .poll(() => page.locator(DRAWER).boundingBox())
    .toEqual({ x: 840, y: 0, width: 440, height: 720 });
});

test('the drawer closes itself, and the focus is back on the row, even after a redraw', async () => {
  const button = page.locator('[data-ixa-action="send"]').first();
  const id = await button.locator('..').getAttribute('data-ixa-invoice');
  await button.click();
  await expect.poll(drawerText).toBe(`invoice ${String(id)}`);
  await panel.evaluate((hook) => hook.redraw());
  await page.keyboard.press('Escape');
  await page.waitForSelector(DRAWER, { state: 'detached' });
  const focused = () =>
    page.evaluate(() =>
      document.activeElement?.closest('[data-ixa-invoice]')?.getAttribute('data-ixa-invoice'),
    );
  await expect.poll(focused).toBe(id);
});

test('Escape closes the drawer and leaves the window of IXC below, wherever the focus is', async () => {
  const depth = () => panel.evaluate((hook) => hook.depth());
  const open = async () => {
    await page.locator('[data-ixa-action="send"]').first().click();
    await expect.poll(drawerText).toMatch(/^invoice \d/);
  };
  await open();
  await page.keyboard.press('Escape');
  await page.waitForSelector(DRAWER, { state: 'detached' });
  await open();
  await page.locator('.pPageStat').click();
  await page.keyboard.press('Escape');
  await page.waitForSelector(DRAWER, { state: 'detached' });
  expect(await depth()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(depth).toBe(0);
});

test('where one click sends, a press says that the charge is queued and opens nothing', async () => {
  const setOneClick = (to: boolean) =>
    context.serviceWorkers()[0]?.evaluate((on) => {
      (globalThis as unknown as { setOneClick(to: boolean): void }).setOneClick(on);
    }, to);
  await setOneClick(true);
  await page.locator('[data-ixa-action="send"]').first().click();
  const notice = page.locator('[data-ixa-notice="sent"]');
  await expect.poll(() => notice.textContent()).toBe('Cobrança na fila');
  expect(await page.locator(DRAWER).count()).toBe(0);
  await setOneClick(false);
});

test('only the drawer can close the drawer', async () => {
  await page.locator('[data-ixa-action="send"]').first().click();
  await expect.poll(drawerText).toMatch(/^invoice \d/);
  await page.evaluate(() => {
    window.postMessage({ ixa: 'close' }, '*');
    const frame = document.createElement('iframe');
    frame.srcdoc = '<script>parent.postMessage({ ixa: "close" }, "*")</script>';
    document.body.append(frame);
  });
  await page.waitForTimeout(300);
  expect(await page.locator(DRAWER).count()).toBe(1);
});

test('a frame that the page sends elsewhere before it has loaded gets no token', async () => {
  await page.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof HTMLIFrameElement) {
            node.src = 'about:blank';
            node.contentWindow?.addEventListener('message', (event) => heard.push(event.data));
          }
    }).observe(document.body, { childList: true });
    window.addEventListener('message', (event) => heard.push(event.data));
  });
  await page.locator('[data-ixa-action="send"]').first().click();
  await page.waitForSelector(DRAWER);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([]);
});
