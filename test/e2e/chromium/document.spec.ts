import type { ChromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import type { ChromiumSession } from '../harness/chromium.ts';
import { eventually } from '../harness/eventually.ts';
import { IP_ORIGIN } from '../harness/everywhere.ts';
import { launchUntrusting } from '../harness/everywhere-chromium.ts';
import { buttonOf } from '../harness/panel.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import type { World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const READ_BY_DOCUMENT = /Como o IXC foi lido\s+Documento da extensão/;

test.describe('a panel whose certificate only the tab accepts', () => {
  let world: World;
  let session: ChromiumSession;
  let panel: ChromiumPanel;
  let close: () => Promise<void>;

  test.beforeAll(async ({ build }) => {
    test.setTimeout(120_000);
    ({ world, session, panel, close } = await launchUntrusting(build));
    const page = await session.extensionPage('options.html');
    await setUpThroughOptions(chromiumSurface(page), 'pt-BR', {
      ...world.credentials,
      panelAddress: `${IP_ORIGIN}/adm.php`,
    });
    await page.close();
  });
  test.afterAll(() => close());

  /** Single readings of this invoice through the webservice, whatever became of them. */
  const readings = (id: string) =>
    world.ixc.control
      .requests({ area: 'webservice', table: 'fn_areceber' })
      .filter(({ body }) => JSON.stringify(body).includes(id));

  /**
   * While it was set up, before there was a token, the session was read, row by row: the last request once
   * none of those readings is left on its way.
   */
  async function quietSince(): Promise<number> {
    const last = () => world.ixc.control.requests().at(-1)?.sequence ?? 0;
    let seen = -1;
    await expect
      .poll(
        () => {
          const before = seen;
          seen = last();
          return seen === before;
        },
        { intervals: [2000], timeout: 40_000 },
      )
      .toBe(true);
    return seen;
  }

  async function closeDocument(): Promise<void> {
    const worker = await session.worker();
    await worker.evaluate(() => chrome.offscreen.closeDocument());
  }

  /** Closes the document under so many readings of the invoice, one after another; then IXC is quick again. */
  async function loseDocument(id: string, times: number, begin: () => Promise<unknown>) {
    const rule = world.ixc.control.addFault({
      fault: { kind: 'latency', ms: 60_000 },
      area: 'webservice',
      table: 'fn_areceber',
      times: 0,
    });
    try {
      let seen = readings(id).length;
      await begin();
      for (let loss = 1; loss <= times; loss += 1) {
        await eventually(`reading ${loss} is under way`, () => readings(id).length > seen || null, {
          timeout: 30_000,
        });
        seen = readings(id).length;
        if (loss === times) world.ixc.control.removeFault(rule);
        await closeDocument();
      }
    } finally {
      world.ixc.control.clearFaults();
    }
  }

  test('is read by the extension’s document, and neither by worker nor tab', async () => {
    test.setTimeout(120_000);
    const invoice = world.newInvoice();
    const after = await quietSince();
    await panel.openReceivables();
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor(READ_BY_DOCUMENT, 30_000);
    await panel.closeDrawer();

    const requests = world.ixc.control.requests({ area: 'webservice', after });
    expect(readings(invoice.id)).not.toHaveLength(0);
    expect(new Set(requests.map(({ host }) => host))).toEqual(new Set([new URL(IP_ORIGIN).host]));
    // A tab's request would carry the panel's own origin and its session.
    expect(requests.filter(({ origin }) => origin === IP_ORIGIN)).toEqual([]);
    expect(requests.filter(({ withCookie }) => withCookie)).toEqual([]);
    expect(world.ixc.control.requests({ area: 'panel', intent: 'read', after })).toEqual([]);

    const worker = await session.worker();
    const own = await worker.evaluate(
      (url) =>
        fetch(url, { method: 'POST', headers: { ixcsoft: 'listar' } }).then(
          String,
          (error: unknown) => String(error),
        ),
      `${IP_ORIGIN}/webservice/v1/fn_areceber`,
    );
    expect(own).toContain('Failed to fetch');
    expect(world.ixc.control.requests({ area: 'webservice', after })).toHaveLength(requests.length);
  });

  test('the test of the sources says that the document works and the webservice not', async () => {
    test.setTimeout(120_000);
    const page = await session.extensionPage('options.html');
    await chromiumSurface(page).section('Painel').press('Testar fontes');
    const trials = page.getByRole('list', { name: 'O que cada fonte conseguiu' });
    const trial = (name: string) => trials.getByRole('listitem').filter({ hasText: name });
    await expect(trial('Documento da extensão')).toContainText('funciona.', { timeout: 30_000 });
    await expect(trial('Webservice').first()).not.toContainText('funciona.');
    // From here on no other way stands in for it.
    await chromiumSurface(page).section('Painel').choose('Documento da extensão');
    await page.close();
  });

  test('a document lost under a reading is replaced, and the reading made again', async () => {
    test.setTimeout(120_000);
    const invoice = world.newInvoice();
    await panel.openReceivables();
    await panel.waitForSendButton(invoice.id);
    await loseDocument(invoice.id, 1, () => panel.page.locator(buttonOf(invoice.id)).click());
    const drawer = chromiumSurface(panel.page.frameLocator('iframe[data-ixa-drawer]'));
    await drawer.waitFor(READ_BY_DOCUMENT, 30_000);
    await drawer.waitFor('Confirmar envio');
    expect(world.chargesOf(invoice.id)).toEqual([]);
    await panel.closeDrawer();
  });

  test('lost again at once, the reading fails with nothing done, and the next press works', async () => {
    test.setTimeout(120_000);
    const invoice = world.newInvoice();
    await panel.openReceivables();
    await panel.waitForSendButton(invoice.id);
    await loseDocument(invoice.id, 2, () => panel.page.locator(buttonOf(invoice.id)).click());
    const drawer = chromiumSurface(panel.page.frameLocator('iframe[data-ixa-drawer]'));
    await drawer.waitFor('Não foi possível continuar', 30_000);
    expect(await drawer.text()).not.toContain('Confirmar envio');
    expect(world.chargesOf(invoice.id)).toEqual([]);

    await drawer.press('Tentar de novo');
    await drawer.waitFor('Confirmar envio', 30_000);
    await drawer.press('Confirmar envio');
    await panel.waitForStatus(invoice.id, 'open', 45_000);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
    await panel.closeDrawer();
  });

  test('lost between the confirmation and the charge, one charge is made all the same', async () => {
    test.setTimeout(120_000);
    const invoice = world.newInvoice();
    await panel.openReceivables();
    const drawer = await panel.openDrawer(invoice.id);
    await drawer.waitFor('Confirmar envio', 30_000);
    await loseDocument(invoice.id, 1, () => drawer.press('Confirmar envio'));
    await panel.waitForStatus(invoice.id, 'open', 60_000);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
    expect(world.ixc.control.writes()).toEqual([]);
  });
});

declare const chrome: { readonly offscreen: { closeDocument(): Promise<void> } };
