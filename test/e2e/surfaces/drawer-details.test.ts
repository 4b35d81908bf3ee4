import { expect, test } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { ChargeDetails } from '../../../lib/messages/charge-details.ts';
import { day } from '../../fixtures/day.ts';
import { isFine } from './gallery.ts';
import { push, sent, useDrawer } from './drawer-page.ts';
import { charged, MINUTE, noPlan, NOW, ready } from './drawer-samples.ts';

const drawer = useDrawer();
const charge = await charged();
const shown: DrawerSnapshot = { ...ready, ...noPlan, charge };
const details: ChargeDetails = {
  reading: false,
  failure: null,
  viewed: { at: NOW - 60 * MINUTE, by: 'invoice' },
  timeline: [
    {
      id: 'due',
      fact: { kind: 'due' },
      source: 'asaas',
      at: null,
      on: day('2026-12-10'),
      ahead: true,
      seenAt: NOW - 2 * MINUTE,
    },
    {
      id: 'job-1',
      fact: { kind: 'job', job: 'create', state: 'done', by: '12' },
      source: 'browser',
      at: NOW - 90 * MINUTE,
      on: day('2026-11-22'),
      ahead: false,
      seenAt: NOW - 90 * MINUTE,
    },
  ],
  money: {
    value: cents(9990),
    original: null,
    accruedPaid: null,
    net: cents(9791),
    fee: cents(199),
    expected: true,
    credit: null,
    refunds: null,
  },
  audit: [
    {
      id: 'a 1',
      at: NOW - 90 * MINUTE,
      seat: 'a1b2c3d4',
      own: true,
      user: '12',
      action: 'job.queued',
      cents: cents(9990),
      reason: null,
    },
  ],
  others: {
    open: [{ id: '48399', dueDate: day('2026-11-10'), value: cents(9990), group: 'overdue' }],
    lastPaid: { id: '48100', dueDate: day('2026-10-10'), value: cents(9990), group: 'paid' },
    complete: true,
  },
};
const told: DrawerSnapshot = { ...shown, desk: { ...NO_DESK, details } };

test('one key each copies Pix, linha digitável and link', async () => {
  const frame = await drawer.open({ snapshot: shown });
  await frame.locator('.copy-bar').waitFor();
  await frame.locator('h1').focus();
  const codes = { p: charge.pix?.payload, b: charge.linhaDigitavel, l: charge.invoiceUrl };
  for (const [key, value] of Object.entries(codes)) {
    await drawer.host().keyboard.press(key);
    const copied = () => drawer.host().evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toBe(value);
  }
});

test('details are asked for once they are opened, and an other invoice opens from them', async () => {
  const frame = await drawer.open({ snapshot: shown });
  await frame.locator('h1').focus();
  expect((await sent(frame)).some(({ verb }) => verb === 'details')).toBe(false);
  await drawer.host().keyboard.press('d');
  await expect
    .poll(async () => (await sent(frame)).filter(({ verb }) => verb === 'details').length)
    .toBe(1);
  await push(frame, told);
  await frame.getByText('Visualizada pelo cliente em').waitFor();
  await frame.getByText('Outros títulos do cliente (1 em aberto)').click();
  await frame.locator('[data-other="48399"]').click();
  await expect
    .poll(async () => (await sent(frame)).at(-1))
    .toEqual({ verb: 'open-invoice', id: '48399' });
});

test('the list of shortcuts keeps the keyboard, and Escape closes it before the drawer', async () => {
  const frame = await drawer.open({ snapshot: shown });
  await frame.locator('h1').focus();
  const { keyboard } = drawer.host();
  await keyboard.press('?');
  const list = frame.getByRole('dialog', { name: 'Atalhos do teclado' });
  await list.waitFor();
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  const within = () => frame.evaluate(() => document.activeElement?.closest('dialog') !== null);
  expect(await within()).toBe(true);
  await keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('a confirmation names who confirms it', async () => {
  const frame = await drawer.open({
    snapshot: { ...ready, operator: { id: '12', name: 'Fulana Exemplo' } },
  });
  await frame.getByText('Você: Fulana Exemplo (usuário 12).').waitFor();
});

test('open details and the list of shortcuts are legible, light and dark, wide and narrow', async () => {
  const frame = await drawer.open({ snapshot: told });
  const page = drawer.host();
  await frame.locator('h1').focus();
  await page.keyboard.press('d');
  await frame.locator('details').first().waitFor();
  await frame.locator('details').evaluateAll((all) => {
    for (const each of all) each.setAttribute('open', '');
  });
  await frame.getByText('Outros títulos do cliente').waitFor();
  await isFine(page, frame, { name: 'drawer-details', wide: 440, narrow: 360 });
  await frame.locator('h1').focus();
  await page.keyboard.press('?');
  await frame.getByRole('dialog').waitFor();
  await isFine(page, frame, { name: 'drawer-shortcuts', wide: 440, narrow: 360 });
});
