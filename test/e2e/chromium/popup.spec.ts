import type { Page } from '@playwright/test';
import { moneyText } from '../../../components/formats.ts';
import { cents } from '../../../lib/billing/money.ts';
import { KNOWN } from '../../emulators/ixc/index.ts';
import { message, words } from '../harness/catalogues.ts';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { confirmSending, send } from '../harness/send.ts';
import type { World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `popup.${key}`);

const drawerOf = (page: Page) => page.frameLocator('iframe[data-ixa-drawer]').locator('body');

/** What the card of this figure shows: how many, and how much. */
function figure(popup: Page, name: string) {
  return popup.locator(`[data-figure="${name}"] dd`);
}

/** The charges of ours at Asaas in these statuses, as a card would show them. */
function truth(world: World, ...statuses: readonly string[]): RegExp {
  const charges = world.asaas.control
    .snapshot()
    .accounts.flatMap((account) => account.charges)
    .filter(({ externalReference }) => externalReference?.startsWith('ixc:'))
    .filter(({ status, deleted }) => !deleted && statuses.includes(status));
  const sum = charges.reduce((total, { value }) => total + value, 0);
  const amount = moneyText(cents(sum)).replace(/[.$]/g, '\\$&').replace(/\s/g, '\\s');
  return new RegExp(`^${charges.length}\\s*${amount}$`);
}

async function updateNow(popup: Page): Promise<void> {
  await popup.getByRole('button', { name: says('update_now') }).click();
  await expect(popup.getByText(says('read_now'))).toBeVisible();
}

test('the summary is what Asaas says, and follows a payment', async ({ own, world }) => {
  const { session, panel, invoice } = own;
  const second = world.newInvoice({ cents: 45_67 });
  await send(panel, 'pt-BR', invoice.id);
  await panel.openReceivables();
  await send(panel, 'pt-BR', second.id);
  const popup = await session.extensionPage('popup.html');
  await updateNow(popup);
  await expect(figure(popup, 'pending')).toHaveText(truth(world, 'PENDING'));
  await expect(figure(popup, 'receivedToday')).toHaveText(truth(world, 'RECEIVED'));
  await expect(popup.getByText(/^Atualizado agora$/)).toBeVisible();

  const [paid] = world.chargesOf(invoice.id);
  world.asaas.control.pay(paid?.id ?? '');
  const [confirmed] = world.chargesOf(second.id);
  world.asaas.control.confirm(confirmed?.id ?? '');
  await updateNow(popup);
  await expect(figure(popup, 'receivedToday')).toHaveText(truth(world, 'RECEIVED'));
  await expect(figure(popup, 'confirmed')).toHaveText(truth(world, 'CONFIRMED'));
  await expect(figure(popup, 'pending')).toHaveText(truth(world, 'PENDING'));
  const events = popup.getByRole('region', { name: says('events') });
  const event = events.locator('[data-event="paid"]').filter({ hasText: `título ${invoice.id}` });
  await expect(event).toContainText(says('event_paid'));
  await expect(event).toContainText(moneyText(cents(invoice.cents)).replace(/\s/g, ' '));

  await test.step('without network and with the worker stopped the numbers are there', async () => {
    await popup.close();
    await session.context.setOffline(true);
    await session.killWorker();
    const offline = await session.extensionPage('popup.html');
    await expect(figure(offline, 'receivedToday')).toHaveText(truth(world, 'RECEIVED'));
    await expect(figure(offline, 'confirmed')).toHaveText(truth(world, 'CONFIRMED'));
    await offline.getByRole('button', { name: says('update_now') }).click();
    await expect(offline.getByText(message('pt-BR', 'failure.network-offline'))).toBeVisible();
    await session.context.setOffline(false);
  });
});

test('what is paused waits in the queue, can be called off, and is sent exactly once after', async ({
  own,
  world,
}) => {
  const { session, panel, invoice } = own;
  const second = world.newInvoice();
  const popup = await session.extensionPage('popup.html');
  await popup.getByRole('button', { name: says('pause') }).click();
  await expect(popup.getByText(says('paused'), { exact: true })).toBeVisible();
  await expect(popup.getByRole('button', { name: says('resume') })).toBeFocused();

  await panel.page.bringToFront();
  await panel.openReceivables();
  await confirmSending(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();
  await confirmSending(panel, 'pt-BR', second.id);
  await panel.closeDrawer();
  await popup.bringToFront();
  const queue = popup.getByRole('region', { name: says('queue'), exact: true });
  const held = queue.locator('[data-job="queued"]');
  await expect(held).toHaveCount(2);
  await expect(held.first()).toContainText(says('paused_badge'));
  await expect(popup.getByText('2 operações esperam.')).toBeVisible();

  await queue
    .getByRole('button', { name: `${says('cancel')}: Enviar cobrança, título ${second.id}` })
    .click();
  await expect(held).toHaveCount(1);
  // Long enough for a request that should not come.
  await popup.waitForTimeout(1_500);
  expect(world.chargesOf(invoice.id)).toEqual([]);

  await popup.getByRole('button', { name: says('resume') }).click();
  await expect(popup.getByText(says('paused'), { exact: true })).toHaveCount(0);
  await panel.page.bringToFront();
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  expect(world.chargesOf(second.id)).toEqual([]);
});

test('a client is found by CPF, an invoice by its number, and a result leads to its panel', async ({
  ready,
  world,
}) => {
  const invoice = world.newInvoice();
  const customer = world.ixc.control.customer(invoice.customerId);
  const panel = chromiumPanel(await ready.context.newPage());
  await panel.openReceivables();
  const popup = await ready.extensionPage('popup.html');
  const results = popup.locator('search li');
  const search = async (text: string) => {
    await popup.getByRole('searchbox').fill(text);
    await popup.getByRole('searchbox').press('Enter');
  };

  await search(String(customer['cnpj_cpf']));
  const found = results.filter({ hasText: `título ${invoice.id}` });
  await expect(found).toContainText(String(customer['razao']));
  await expect(found).toContainText(/R\$\s129,90/);
  await expect(found).toContainText(words('pt-BR', 'status.unsent'));

  await search(KNOWN.overdueInvoice.id);
  await expect(results).toHaveCount(1);
  await expect(results).toContainText(`título ${KNOWN.overdueInvoice.id}`);

  await search('9999999');
  await expect(popup.getByRole('status').filter({ hasText: says('found.0') })).toBeVisible();

  await search(invoice.id);
  const hidden = () => panel.page.evaluate(() => document.visibilityState);
  await expect(found).toHaveCount(1);
  const before = ready.context.pages().length;
  await found.getByRole('button').click();
  await expect.poll(hidden).toBe('visible');
  expect(ready.context.pages().length).toBeLessThanOrEqual(before);
  await expect(drawerOf(panel.page)).toContainText(invoice.id);
  await panel.page.close();

  await test.step('with no panel open, a new tab shows it', async () => {
    const again = await ready.extensionPage('popup.html');
    await again.getByRole('searchbox').fill(invoice.id);
    await again.getByRole('searchbox').press('Enter');
    const opening = ready.context.waitForEvent('page');
    await again.locator('search li').getByRole('button').click();
    const page = await opening;
    await expect(drawerOf(page)).toContainText(invoice.id);
    await page.close();
  });
});

test('before any setup the popup says what to do, and leads there', async ({ build, world }) => {
  const session = await launchChromium({ extensionDirs: [build], routes: world.routes });
  try {
    const popup = await session.extensionPage('popup.html');
    const page = chromiumSurface(popup);
    await page.waitFor(says('setup_heading'));
    await page.waitFor(says('summary_empty'));
    const opened = session.context.waitForEvent('page');
    await popup.getByRole('button', { name: words('pt-BR', 'action.open_options') }).click();
    await (await opened).getByRole('heading', { level: 1 }).waitFor();
  } finally {
    await session.close();
  }
});
