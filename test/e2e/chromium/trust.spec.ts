import type { Worker } from '@playwright/test';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium, type ChromiumSession } from '../harness/chromium.ts';
import { eventually } from '../harness/eventually.ts';
import { PANEL_ORIGIN, STRANGER_ORIGIN } from '../harness/routes.ts';
import { send } from '../harness/send.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { strangerExtension } from '../harness/stranger-extension.ts';
import { expect, test } from './fixtures.ts';

test('with third-party cookies allowed the drawer sends as well', async ({ build, world }) => {
  await usingSession(
    launchChromium({
      extensionDirs: [build],
      routes: world.routes,
      thirdPartyCookiesBlocked: false,
    }),
    async (session) => {
      const options = await session.extensionPage('options.html');
      await setUpThroughOptions(chromiumSurface(options), 'pt-BR', world.credentials);
      const invoice = world.newInvoice();
      const panel = chromiumPanel(await session.context.newPage());
      await panel.openReceivables();
      await send(panel, 'pt-BR', invoice.id);
      expect(world.chargesOf(invoice.id)).toHaveLength(1);
    },
  );
});

test('the page finds neither key nor token nor customer data in anything it can read', async ({
  fresh: { panel, invoice },
  world,
}) => {
  const customer = world.ixc.control.record('cliente', invoice.customerId);
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor(String(customer['razao']));

  const seen = await panel.page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[data-ixa-drawer]');
    const attempts = [
      () => frame?.contentDocument?.body.innerText,
      () => frame?.contentWindow?.document.body.innerText,
      () => (frame?.contentWindow as unknown as { name: string }).name,
    ].map((attempt) => {
      try {
        return String(attempt());
      } catch (error) {
        return String(error);
      }
    });
    const marks = [...document.querySelectorAll('[data-ixa-invoice], [data-ixa-drawer]')];
    return JSON.stringify({
      attempts,
      marks: marks.map((mark) => mark.outerHTML),
      storage: [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie],
      globals: Object.keys(window).filter((name) => /ixa|ponte|asaas/i.test(name)),
      runtime: typeof (window as unknown as { chrome?: { runtime?: unknown } }).chrome?.runtime,
    });
  });
  for (const secret of [
    world.credentials.asaasKey,
    world.credentials.ixcToken,
    String(customer['razao']),
    String(customer['cnpj_cpf']),
    String(customer['cnpj_cpf']).replace(/\D/g, ''),
  ])
    expect(seen).not.toContain(secret);
  expect(JSON.parse(seen)).toMatchObject({ globals: [], runtime: 'undefined' });
});

test('messages that the page posts to the drawer or to itself start nothing', async ({
  fresh: { panel, invoice },
  world,
}) => {
  await panel.openDrawer(invoice.id);
  await panel.page.evaluate((id) => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[data-ixa-drawer]');
    const forged = [
      { ixa: 'token', token: 'A'.repeat(43) },
      { verb: 'confirm', planId: 'x', choices: {} },
      { verb: 'panel/open', id },
      { ixa: 'close' },
    ];
    for (const message of forged) {
      frame?.contentWindow?.postMessage(message, '*');
      window.postMessage(message, '*');
    }
    const button = document.querySelector<HTMLElement>(`[data-ixa-invoice="${id}"] button`);
    button?.click();
    button?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  }, invoice.id);
  await panel.page.waitForTimeout(1000);
  await expect(panel.page.locator('iframe[data-ixa-drawer]')).toHaveCount(1);
  expect(world.chargesOf(invoice.id)).toEqual([]);
});

test('a click that the page makes up opens no drawer', async ({ fresh: { panel, invoice } }) => {
  await panel.waitForSendButton(invoice.id);
  await panel.page.evaluate((id) => {
    const button = document.querySelector<HTMLElement>(`[data-ixa-invoice="${id}"] button`);
    button?.click();
    button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  }, invoice.id);
  await panel.page.waitForTimeout(500);
  await expect(panel.page.locator('iframe[data-ixa-drawer]')).toHaveCount(0);
});

for (const [where, origin] of [
  ['another site', `${STRANGER_ORIGIN}/`],
  ['the panel itself', `${PANEL_ORIGIN}/adm.php`],
] as const)
  test(`a drawer framed by ${where} shows nothing`, async ({
    fresh: { panel, invoice },
    ready,
  }) => {
    await panel.openDrawer(invoice.id);
    const source = await panel.page.locator('iframe[data-ixa-drawer]').getAttribute('src');
    const page = await ready.context.newPage();
    await page.goto(origin);
    await page.evaluate(
      (addresses) => {
        for (const address of addresses) {
          const frame = document.createElement('iframe');
          frame.className = 'forged';
          frame.src = address;
          frame.addEventListener('load', () =>
            frame.contentWindow?.postMessage({ ixa: 'token', token: 'A'.repeat(43) }, '*'),
          );
          document.body.append(frame);
        }
      },
      [source ?? '', `chrome-extension://${ready.extensionId}/drawer.html`],
    );
    const forged = page.frames().slice(1);
    const shown = () =>
      Promise.all(forged.map((frame) => frame.evaluate(() => document.body.innerText.trim())));
    // The static address is not web-accessible; the one of an open drawer loads, and stays empty.
    const nothing = ['', 'This page has been blocked by Chromium'];
    await expect.poll(shown).toEqual(nothing);
    await page.waitForTimeout(1500);
    expect(await shown()).toEqual(nothing);
    await page.close();
  });

test('a drawer that the page reloads or moves elsewhere shows nothing any more', async ({
  fresh: { panel, invoice },
}) => {
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor('Confirmar envio');
  await panel.page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[data-ixa-drawer]');
    frame?.contentWindow?.location.replace(frame.src);
  });
  await expect.poll(() => drawer.text()).toBe('');
  await panel.page.waitForTimeout(1500);
  expect((await drawer.text()).trim()).toBe('');
});

test('another extension is refused', async ({ launchSetUp }) => {
  const stranger = await strangerExtension();
  await usingSession(launchSetUp([stranger.dir]), async (session) => {
    const isStranger = (one: Worker) => !one.url().includes(session.extensionId);
    const worker = await eventually(
      'the other extension runs',
      () => session.context.serviceWorkers().find(isStranger) ?? null,
    );
    const strangerId = new URL(worker.url()).host;
    const page = await session.context.newPage();
    await page.goto(`chrome-extension://${strangerId}/page.html`);
    const answers = await page.evaluate(async (id) => {
      const { runtime } = (window as unknown as { chrome: StrangerApi }).chrome;
      const asked = await Promise.all(
        [
          { verb: 'setup/read' },
          { verb: 'panel/states', ids: ['1'] },
          { verb: 'panel/open', id: '1' },
        ].map((message) => runtime.sendMessage(id, message).then(JSON.stringify, String)),
      );
      const port = runtime.connect(id, { name: 'drawer' });
      const connected = await new Promise<string>((resolve) => {
        port.onDisconnect.addListener(() => resolve('disconnected'));
        port.onMessage.addListener((message) => resolve(JSON.stringify(message)));
        setTimeout(() => resolve('silence'), 2000);
      });
      return [...asked, connected];
    }, session.extensionId);
    for (const answer of answers)
      expect(answer).toMatch(/Receiving end does not exist|Could not establish|disconnected/);
  });
  await stranger.remove();
});

interface StrangerApi {
  readonly runtime: {
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(
      id: string,
      info: { name: string },
    ): {
      readonly onDisconnect: { addListener(listener: () => void): void };
      readonly onMessage: { addListener(listener: (message: unknown) => void): void };
    };
  };
}

async function usingSession(
  launching: Promise<ChromiumSession>,
  use: (session: ChromiumSession) => Promise<void>,
): Promise<void> {
  const session = await launching;
  try {
    await use(session);
  } finally {
    await session.close();
  }
}
