import type { Page } from '@playwright/test';
import { words } from '../harness/catalogues.ts';
import type { ChromiumSession } from '../harness/chromium.ts';
import { send } from '../harness/send.ts';
import {
  BATCH,
  letAsaasTell,
  overdueWithoutSms,
  seedPayers,
  toldBySms,
} from '../harness/told-payers.ts';
import { expect, test } from './fixtures.ts';

// Every payer of the account is counted here.
test.use({ emulatorsOf: 'payer notices' });

const DRAWER = 'iframe[data-ixa-drawer]';
const says = (key: string) => words('pt-BR', key);

test('the drawer shows what Asaas tells the payer, warns of IXC, and one switch is changed', async ({
  own: { session, panel, invoice },
  world,
}) => {
  await letAsaasTell(session);
  await panel.page.bringToFront();
  await panel.openDrawer(invoice.id);
  const drawer = panel.page.frameLocator(DRAWER);
  await expect(drawer.getByText('o IXC também está marcado para avisar')).toBeVisible();
  await send(panel, 'pt-BR', invoice.id);
  await drawer.getByRole('button', { name: says('notices.heading') }).click();
  const sms = drawer.getByRole('switch', { name: 'Venceu, SMS', exact: true });
  await expect(sms).toBeChecked();
  await expect(drawer.getByText(says('notices.twice'))).toBeVisible();
  await expect(drawer.getByText('R$ 0,55').first()).toBeVisible();
  await sms.click();
  await expect(sms).not.toBeChecked();
  const overdue = overdueWithoutSms(world);
  expect(overdue).toHaveLength(1);
  expect(overdue[0]).toMatchObject({ enabled: true, emailEnabledForCustomer: true });
});

async function section(session: ChromiumSession) {
  const page = await session.extensionPage('options.html');
  return { page, part: partOf(page) };
}

const partOf = (page: Page) =>
  page.getByRole('region', { name: says('options_payer_notices.heading'), exact: true });

test('all payers of ours are standardised, with a pause, although the worker is killed twice', async ({
  own: { session },
  world,
}) => {
  test.setTimeout(180_000);
  const key = await letAsaasTell(session);
  seedPayers(world, key, 8);
  const others = toldBySms(world, false);
  const before = world.asaas.control.requests(BATCH).length;
  const batches = () => world.asaas.control.requests(BATCH).length - before;
  world.asaas.control.addFault({
    ...BATCH,
    fault: { kind: 'latency', ms: 700, when: 'after' },
    times: 0,
  });

  const { page, part } = await section(session);
  await part.getByRole('button', { name: says('options_payer_notices.look') }).click();
  const confirm = part.getByLabel(/^Digite \d+ para confirmar$/);
  await expect(confirm).toBeVisible();
  expect(batches()).toBe(0);
  const label = (await part.getByText(/^Digite \d+ para confirmar$/).textContent()) ?? '';
  const payers = Number(/\d+/.exec(label)?.[0]);
  expect(payers).toBeGreaterThanOrEqual(8);
  await confirm.fill(String(payers));
  await part.getByRole('button', { name: /^Mudar \d+ pagadores$/ }).click();

  await expect.poll(batches).toBeGreaterThanOrEqual(2);
  await part.getByRole('button', { name: says('options_payer_notices.hold') }).click();
  await expect(part.getByText(/^Parado por você em \d+ de \d+\.$/)).toBeVisible();
  await expect.poll(async () => countsAfter(page, batches, 1500)).toBe(true);
  await session.killWorker();
  await page.reload();
  await expect(part.getByText(/^Parado por você/)).toBeVisible();

  await part.getByRole('button', { name: says('options_payer_notices.resume') }).click();
  const paused = batches();
  await expect.poll(batches).toBeGreaterThan(paused);
  // With a request on its way.
  await session.killWorker();
  await page.reload();
  await expect(part.getByText(/\d+ mudados, 0 com falha/)).toBeVisible({ timeout: 120_000 });
  expect(toldBySms(world, true)).toBe(0);
  expect(toldBySms(world, false)).toBe(others);
  // Each once, and at most once more where nobody heard the answer.
  expect(batches()).toBeLessThanOrEqual(payers + 2);
});

/** Whether nothing more is asked for a while. */
async function countsAfter(page: Page, count: () => number, ms: number): Promise<boolean> {
  const before = count();
  await page.waitForTimeout(ms);
  return count() === before;
}
