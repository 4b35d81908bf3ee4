import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../lib/settings/schema.ts';
import type { NotificationSettings } from '../../../lib/settings/settings.ts';
import { PROVIDER } from '../../emulators/ixc/index.ts';
import { eventually } from '../harness/eventually.ts';
import {
  standInForTheDesktop,
  type FirefoxNotifications,
} from '../harness/firefox-notifications.ts';
import { civilDateIn, type Invoice, type World } from '../harness/world.ts';
import { readyFirefox, type Ready } from './ready.ts';

const DEFAULTS = DEFAULT_SETTINGS.notifications;
/** Every hour of the day. */
const ALWAYS = { from: '00:01', to: '00:00' };

let ready: Ready;
let options: Page;
let desktop: FirefoxNotifications;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
  desktop = await standInForTheDesktop(ready.session);
  options = await ready.session.extensionPage('options.html');
});
afterAll(() => ready.close());

const ask = (message: object) =>
  options.evaluate((one) => {
    const { browser } = globalThis as unknown as { browser: Messenger };
    return browser.runtime.sendMessage(one);
  }, message);
const syncNow = () => ask({ verb: 'sync/now' });
const configure = (change: Partial<NotificationSettings>) =>
  ask({ verb: 'notifications/save', notifications: { ...DEFAULTS, ...change } });

interface Messenger {
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
}

/** An invoice whose charge Asaas has already. */
function charged({ asaas: { control }, ixc, newInvoice }: World, cents: number): Invoice {
  const invoice = newInvoice({ cents });
  const customer = ixc.control.customer(invoice.customerId);
  const account = control.snapshot().accounts.find(({ environment }) => environment === 'sandbox');
  const payer = control.seedCustomer(account?.id ?? '', {
    name: String(customer['razao']),
    cpfCnpj: String(customer['cnpj_cpf']),
    externalReference: `ixc:${PROVIDER.cnpj}:c:${invoice.customerId}`,
  });
  control.seedCharge(account?.id ?? '', {
    customer: payer.id,
    value: cents,
    dueDate: civilDateIn(12),
    billingType: 'PIX',
    externalReference: `ixc:${PROVIDER.cnpj}:${invoice.id}`,
  });
  return invoice;
}

async function pay(invoice: Invoice): Promise<void> {
  const [charge] = ready.world.chargesOf(invoice.id);
  ready.world.asaas.control.pay(charge?.id ?? '');
  await syncNow();
}

function told(what: string, about: readonly { title: string; text: RegExp }[]): Promise<unknown> {
  return eventually(what, async () => {
    const shown = await desktop.shown();
    expect(shown).toEqual(
      about.map(({ title, text }) => ({ title, text: expect.stringMatching(text) as unknown })),
    );
    return true;
  });
}

/** Runs in a page of the extension: closes the popup's tab, and says whether there was one. */
async function closePopup(): Promise<boolean> {
  const { browser } = globalThis as unknown as { browser: Tabs };
  const tabs = await browser.tabs.query({ url: browser.runtime.getURL('/popup.html') });
  await browser.tabs.remove(tabs.map(({ id }) => id));
  return tabs.length > 0;
}

interface Tabs {
  readonly runtime: { getURL(path: string): string };
  readonly tabs: {
    query(of: { url: string }): Promise<{ id: number }[]>;
    remove(ids: number[]): Promise<void>;
  };
}

test('payments are told in one notification without names, and a click opens what it is about', async () => {
  const { world } = ready;
  const invoices = [40_01, 40_02, 40_03, 40_04].map((cents) => charged(world, cents));
  const [first, second, third, fourth] = invoices as [Invoice, Invoice, Invoice, Invoice];
  const nameOf = ({ customerId }: Invoice) =>
    String(world.ixc.control.customer(customerId)['razao']);
  await syncNow();
  expect(await desktop.shown()).toEqual([]);

  await pay(first);
  const one = { title: 'Pagamento recebido', text: new RegExp(`${first.id}.*40,01`) };
  await told('one payment', [one]);
  expect(JSON.stringify(await desktop.shown())).not.toContain(nameOf(first));
  await pay(second);
  await told('two', [{ title: '2 pagamentos recebidos', text: /R\$\s80,03/ }]);
  await pay(third);
  await told('three', [{ title: '3 pagamentos recebidos', text: /R\$\s120,06/ }]);

  await desktop.click();
  await eventually(
    'a tab shows the popup',
    async () => (await options.evaluate(closePopup)) || null,
  );
  await told('it is gone', []);

  await configure({ quietHours: ALWAYS, showNames: true });
  await pay(fourth);
  const panel = await ready.newPanel();
  await panel.waitForStatus(fourth.id, 'paid');
  expect(await desktop.shown()).toEqual([]);
  await configure({ showNames: true });
  await syncNow();
  const named = { title: one.title, text: new RegExp(nameOf(fourth)) };
  await told('what waited, with its name', [named]);

  await options.bringToFront();
  await desktop.click();
  const drawer = await panel.drawerFrame();
  await eventually(
    'the drawer is about it',
    async () => (await drawer.evaluate(() => document.body.innerText)).includes(fourth.id) || null,
  );
  await told('it is gone', []);
});
