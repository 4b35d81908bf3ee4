import type { Page, Worker } from '@playwright/test';
import { civilDateIn, type Invoice, type World } from '../harness/world.ts';
import { words } from '../harness/catalogues.ts';
import type { ChromiumSession } from '../harness/chromium.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import type { NotificationSettings } from '../../../lib/settings/settings.ts';
import { confirmSending, send } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

const DEFAULTS = DEFAULT_SETTINGS.notifications;
const DRAWER = 'iframe[data-ixa-drawer]';
const RECEIVED = 'notice-received';
const BLOCKED = 'notice-blocked';

/** What the operating system was given: `getAll` answers ids alone. */
interface Told {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  readonly iconUrl: string;
}

interface Chrome {
  readonly notifications: {
    create: (id: string, options: Omit<Told, 'id'>, done: () => void) => void;
    readonly getAll: () => Promise<Record<string, true>>;
    readonly onClicked: { readonly dispatch: (id: string) => void };
  };
  readonly action: {
    readonly getBadgeText: (of: object) => Promise<string>;
    readonly getTitle: (of: object) => Promise<string>;
  };
  readonly runtime: { readonly sendMessage: (message: unknown) => Promise<unknown> };
}

declare global {
  // Inside the worker of these tests.
  var chrome: Chrome;
  var told: Told[];
}

/** Keeps what the worker gives to the operating system, and lets it through. */
function keepTold(worker: Worker): Promise<void> {
  return worker.evaluate(() => {
    globalThis.told = [];
    const { notifications } = chrome;
    const create = notifications.create.bind(notifications);
    notifications.create = (id, options, done) => {
      told.push({ ...options, id });
      create(id, options, done);
    };
  });
}

const shown = (worker: Worker) =>
  worker.evaluate(async () => Object.keys(await chrome.notifications.getAll()).sort());
const lastTold = (worker: Worker) => worker.evaluate(() => told.at(-1));
const badge = (worker: Worker) =>
  worker.evaluate(async () => [
    await chrome.action.getBadgeText({}),
    await chrome.action.getTitle({}),
  ]);

function ask(page: Page, message: object): Promise<unknown> {
  return page.evaluate((one) => chrome.runtime.sendMessage(one), message);
}

const syncNow = (page: Page) => ask(page, { verb: 'sync/now' });

function configure(page: Page, change: Partial<NotificationSettings>): Promise<unknown> {
  return ask(page, { verb: 'notifications/save', notifications: { ...DEFAULTS, ...change } });
}

function pay(world: World, { id }: Invoice): void {
  const [charge] = world.chargesOf(id);
  world.asaas.control.pay(charge?.id ?? '');
}

/** A click on a notification, as the browser tells of it. */
function click(worker: Worker, id: string): Promise<void> {
  return worker.evaluate((one) => {
    chrome.notifications.onClicked.dispatch(one);
  }, id);
}

const nameOf = (world: World, { customerId }: Invoice) =>
  String(world.ixc.control.customer(customerId)['razao']);

/** The words of a message, its places filled in. */
const says = (key: string, filled: Readonly<Record<string, string>>) =>
  Object.entries(filled).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, value),
    words('pt-BR', key),
  );

async function ready(session: ChromiumSession) {
  const options = await session.extensionPage('options.html');
  const worker = await session.worker();
  await keepTold(worker);
  return { options, worker };
}

test.use({ emulatorsOf: 'notifications' });

test('payments are told to the operating system and in the panel, grouped, and open by a click', async ({
  own: { session, panel, invoice },
  world,
}) => {
  test.setTimeout(180_000);
  const others = [1, 2, 3, 4].map((at) => world.newInvoice({ cents: 40_00 + at }));
  const { options, worker } = await ready(session);
  await panel.page.bringToFront();
  await panel.openReceivables();
  for (const one of [invoice, ...others.slice(0, 3)]) {
    await send(panel, 'pt-BR', one.id);
    await panel.closeDrawer();
  }
  const [second, third, fourth, fifth] = others as [Invoice, Invoice, Invoice, Invoice];

  await test.step('one payment: its words, no name, and a toast in the panel', async () => {
    pay(world, invoice);
    await syncNow(options);
    await expect.poll(() => shown(worker)).toEqual([RECEIVED]);
    await expect(panel.page.locator(`[data-ixa-toast="${invoice.id}"]`)).toBeVisible();
    const told = await lastTold(worker);
    expect(told).toMatchObject({
      title: 'Pagamento recebido',
      message: says('notice.charge', { invoice: invoice.id, amount: 'R$ 129,90' }),
    });
    expect(told?.iconUrl).toMatch(/\/icons\/128\.png$/);
    expect(JSON.stringify(told)).not.toContain(nameOf(world, invoice));
  });

  await test.step('the next one joins it, while it stands', async () => {
    pay(world, second);
    await syncNow(options);
    await expect
      .poll(() => lastTold(worker))
      .toMatchObject({ title: '2 pagamentos recebidos', message: 'Total: R$ 169,91' });
    expect(await shown(worker)).toEqual([RECEIVED]);
  });

  await test.step('a click on several opens the popup in a tab', async () => {
    const opened = session.context.waitForEvent('page');
    await click(worker, RECEIVED);
    const page = await opened;
    expect(page.url()).toMatch(/\/popup\.html$/);
    await expect.poll(() => shown(worker)).toEqual([]);
    await page.close();
  });

  await test.step('quiet hours hold it back; with names switched on it carries the name', async () => {
    await configure(options, { quietHours: { from: '00:01', to: '00:00' }, showNames: true });
    pay(world, third);
    await syncNow(options);
    await panel.page.bringToFront();
    await panel.waitForStatus(third.id, 'paid');
    await expect(panel.page.locator(`[data-ixa-toast="${third.id}"]`)).toBeVisible();
    expect(await shown(worker)).toEqual([]);
    await configure(options, { showNames: true });
    await syncNow(options);
    await expect
      .poll(() => lastTold(worker))
      .toMatchObject({
        message: says('notice.charge_of', {
          invoice: third.id,
          name: nameOf(world, third),
          amount: 'R$ 40,02',
        }),
      });
    expect(await shown(worker)).toEqual([RECEIVED]);
  });

  await test.step('a click on one opens its charge in the panel', async () => {
    await options.bringToFront();
    await click(worker, RECEIVED);
    await expect(panel.page.locator(DRAWER)).toBeVisible();
    await expect(panel.page.frameLocator(DRAWER).locator('body')).toContainText(third.id);
    await panel.closeDrawer();
  });

  await test.step('with no panel open a click opens it, and the charge in it', async () => {
    await send(panel, 'pt-BR', fifth.id);
    pay(world, fifth);
    await panel.page.goto('about:blank');
    await syncNow(options);
    await expect.poll(() => shown(worker)).toEqual([RECEIVED]);
    const opening = session.context.waitForEvent('page');
    await click(worker, RECEIVED);
    const page = await opening;
    await expect(page.frameLocator(DRAWER).locator('body')).toContainText(fifth.id);
    await page.reload();
    await page.waitForTimeout(1500);
    expect(await page.locator(DRAWER).count()).toBe(0);
    await page.close();
    await panel.openReceivables();
  });

  await test.step('a kind that is switched off is not told', async () => {
    await configure(options, { kinds: { ...DEFAULTS.kinds, received: false } });
    pay(world, fourth);
    await syncNow(options);
    await panel.page.bringToFront();
    await panel.waitForStatus(fourth.id, 'paid');
    await panel.page.waitForTimeout(1500);
    expect(await shown(worker)).toEqual([]);
    expect(await panel.page.locator(`[data-ixa-toast="${fourth.id}"]`).count()).toBe(0);
  });
});

test('a job that stopped is told, and counted on the toolbar until everything is paused', async ({
  own: { session, panel, invoice },
  world,
}) => {
  const { options, worker } = await ready(session);
  await panel.page.bringToFront();
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor('Confirmar envio');
  world.ixc.control.editInvoice(invoice.id, { data_vencimento: civilDateIn(20) });
  await drawer.press('Confirmar envio');
  await expect.poll(() => shown(worker)).toEqual([BLOCKED]);
  expect(await lastTold(worker)).toMatchObject({
    title: 'Operação bloqueada',
    message: says('notice.blocked', { invoice: invoice.id }),
  });
  await expect.poll(() => badge(worker)).toEqual(['1', 'Ponte: 1 item precisa de atenção']);
  await ask(options, { verb: 'pause/set', paused: true });
  await expect
    .poll(() => badge(worker))
    .toEqual(['II', 'Ponte: tudo pausado. Ponte: 1 item precisa de atenção']);
  await ask(options, { verb: 'pause/set', paused: false });

  await test.step('tried anew, it is neither', async () => {
    await panel.closeDrawer();
    await confirmSending(panel, 'pt-BR', invoice.id);
    await panel.waitForStatus(invoice.id, 'open');
    await expect.poll(() => shown(worker)).toEqual([]);
    await expect.poll(() => badge(worker)).toEqual(['', 'Ponte']);
  });
});
