import type { Page } from '@playwright/test';
import { asAttendant, asFinance } from '../harness/as-finance.ts';
import { message, words } from '../harness/catalogues.ts';
import { press } from '../harness/chromium-press.ts';
import type { ChromiumPanel } from '../harness/chromium-panel.ts';
import type { ChromiumSession } from '../harness/chromium.ts';
import { chargedLongAgo } from '../harness/new-date.ts';
import { send } from '../harness/send.ts';
import type { Invoice, World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `act.${key}`);
const DRAWER = 'iframe[data-ixa-drawer]';

test.afterEach(({ world }) => {
  world.ixc.control.setPanel({ generation: 'B' });
});

interface Own {
  readonly session: ChromiumSession;
  readonly panel: ChromiumPanel;
  readonly invoice: Invoice;
}

/** Presses one act of the drawer's menu, by keyboard, and gives the window that it opens. */
async function openAct({ session, panel }: Own, kind: string): Promise<Page> {
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.getByRole('button', { name: says('menu'), exact: true }).press('Enter');
  const act = drawer.locator(`[data-act="${kind}"]`);
  await expect(act).not.toHaveAttribute('aria-disabled', 'true');
  const [opened] = await Promise.all([session.context.waitForEvent('page'), act.press('Enter')]);
  return opened;
}

/** Says why, where it is asked, and confirms. */
async function confirmIn(act: Page, kind: string, reason: string | null = null): Promise<void> {
  if (reason !== null) await act.getByRole('textbox', { name: /^Motivo/ }).fill(reason);
  await press(act.getByRole('button', { name: new RegExp(`^${says(`do.${kind}`)}`) }));
  await act.getByText(message('pt-BR', 'act.taken')).waitFor();
  await leave(act);
}

/** The window goes at the key's press, and then nobody answers for its release. */
async function leave(act: Page): Promise<void> {
  const closed = act.waitForEvent('close');
  act.keyboard.press('Escape').catch(() => undefined);
  await closed;
}

function chargeOf(world: World, { id }: Invoice) {
  const [charge, ...others] = world.chargesOf(id);
  expect(others).toEqual([]);
  if (!charge) throw new Error('nothing was charged');
  return charge;
}

async function refreshed(panel: ChromiumPanel): Promise<void> {
  await panel.page.bringToFront();
  await panel.page.frameLocator(DRAWER).getByRole('button', { name: 'Atualizar' }).click();
}

test('a charge is cancelled from its drawer, in a window that says whose it is', async ({
  desk,
  world,
}) => {
  const { panel, invoice } = desk;
  await send(panel, 'pt-BR', invoice.id);
  const before = chargeOf(world, invoice);
  const act = await openAct(desk, 'cancel');
  const payer = world.asaas.control.customers().find(({ id }) => id === before.customer);
  await act.getByText(String(payer?.name)).first().waitFor();
  await expect(act.getByText(/R\$\s129,90/).first()).toBeVisible();
  await expect(act.getByText(says('effect.cancel'))).toBeVisible();
  const confirm = act.getByRole('button', { name: says('do.cancel') });
  await expect(confirm).toBeDisabled();
  expect(await act.evaluate(() => document.querySelector('form') !== null)).toBe(true);
  await confirmIn(act, 'cancel', 'Cliente mudou de plano');
  await panel.waitForStatus(invoice.id, 'deleted');
  expect(chargeOf(world, invoice).deleted).toBe(true);

  await panel.page.bringToFront();
  const drawer = panel.page.frameLocator(DRAWER);
  await expect(drawer.locator('[data-act-job="done"]')).toContainText(says('do.cancel'));
});

for (const generation of ['A', 'B'] as const)
  test(`generation ${generation}: a charge that was cancelled by mistake is restored, and stands alone`, async ({
    desk,
    world,
  }) => {
    const { panel, invoice } = desk;
    const { asaas, ixc } = world;
    ixc.control.setPanel({ generation });
    await panel.openReceivables();
    const id = chargedLongAgo(world, invoice);
    await panel.openDrawer(invoice.id);
    await panel.waitForStatus(invoice.id, 'open');
    await confirmIn(await openAct(desk, 'cancel'), 'cancel', 'Engano');
    await panel.waitForStatus(invoice.id, 'deleted');
    await panel.page.bringToFront();
    await confirmIn(await openAct(desk, 'restore'), 'restore');
    await panel.waitForStatus(invoice.id, 'open');
    expect(asaas.control.charge(id)).toMatchObject({ deleted: false, status: 'PENDING' });
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
  });

test('Escape leaves everything as it is, and a second window of a spent confirmation says so', async ({
  desk,
  world,
}) => {
  const { panel, invoice, session } = desk;
  await send(panel, 'pt-BR', invoice.id);
  const first = await openAct(desk, 'cancel');
  await first.getByRole('button', { name: says('do.cancel') }).waitFor();
  const address = first.url();
  await leave(first);
  expect(chargeOf(world, invoice).deleted).toBe(false);

  await session.killWorker();
  const again = await session.context.newPage();
  await again.goto(address);
  await again.getByRole('textbox', { name: /^Motivo/ }).fill('Engano');
  await press(again.getByRole('button', { name: says('do.cancel') }));
  await again.getByText(message('pt-BR', 'act.taken')).waitFor();
  await expect.poll(() => chargeOf(world, invoice).deleted).toBe(true);
  const spent = await session.context.newPage();
  await spent.goto(address);
  await spent.getByText(message('pt-BR', 'failure.act_expired')).waitFor();
});

test('a part of a Pix goes back, and then the rest; nothing more does', async ({ desk, world }) => {
  const { session, panel, invoice } = desk;
  await asFinance(session);
  await panel.page.bringToFront();
  await send(panel, 'pt-BR', invoice.id);
  const { id } = chargeOf(world, invoice);
  world.asaas.control.pay(id, { means: 'PIX' });
  await refreshed(panel);
  await panel.waitForStatus(invoice.id, 'paid');

  const part = await openAct(desk, 'refund');
  const amount = part.getByRole('textbox', { name: says('value') });
  await expect(amount).toHaveValue('129,90');
  await amount.fill('200,00');
  await expect(part.getByText(message('pt-BR', 'act.value_error'))).toBeVisible();
  await amount.fill('29,90');
  await confirmIn(part, 'refund', 'Cobrado a mais');
  await expect.poll(() => world.asaas.control.charge(id).refunds.length).toBe(1);
  const drawer = panel.page.frameLocator(DRAWER);
  await panel.page.bringToFront();
  await expect(drawer.locator('[data-act-job="done"]')).toContainText(says('refund_done'));
  await expect(drawer.getByText(/Devolvido: R\$\s29,90/)).toBeVisible();

  const rest = await openAct(desk, 'refund');
  await expect(rest.getByRole('textbox', { name: says('value') })).toHaveValue('100,00');
  await confirmIn(rest, 'refund', 'Desistência');
  await expect.poll(() => world.asaas.control.charge(id).status).toBe('REFUNDED');
  await panel.waitForStatus(invoice.id, 'refunded');
});

test('a paid boleto is refunded by a page of Asaas that the customer is sent', async ({
  desk,
  world,
}) => {
  const { session, panel, invoice } = desk;
  await asFinance(session);
  await panel.page.bringToFront();
  await send(panel, 'pt-BR', invoice.id);
  const { id } = chargeOf(world, invoice);
  world.asaas.control.pay(id, { means: 'BOLETO', creditInDays: 0 });
  await refreshed(panel);
  await panel.waitForStatus(invoice.id, 'paid');
  const drawer = panel.page.frameLocator(DRAWER);
  const menu = drawer.getByRole('button', { name: says('menu'), exact: true });
  await menu.press('Enter');
  await expect(drawer.getByText(says('refusal.boleto_by_link'))).toBeVisible();
  await menu.press('Enter');

  const act = await openAct(desk, 'bank-slip-refund');
  await confirmIn(act, 'bank_slip_refund');
  await panel.page.bringToFront();
  await expect(drawer.getByText(/https:\/\/sandbox\.asaas\.com\/r\//)).toBeVisible();
  await expect(drawer.locator('[data-act-job="done"]')).toContainText(says('refund_processing'));
  await panel.waitForStatus(invoice.id, 'reversing');
});

test('what was received at the counter closes the charge, once IXC says so; undoing goes the same way', async ({
  desk,
  world,
}) => {
  const { session, panel, invoice } = desk;
  await asFinance(session);
  await panel.page.bringToFront();
  chargedLongAgo(world, invoice);
  await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  const early = await openAct(desk, 'receive-in-cash');
  await early.getByText(says('refusal.counter_first')).waitFor();
  const { control } = world.ixc;
  const open = control.invoice(invoice.id);
  control.receive(invoice.id);
  await early.getByRole('button', { name: says('reread') }).click();
  await confirmIn(early, 'receive_in_cash');
  await expect.poll(() => chargeOf(world, invoice).status).toBe('RECEIVED_IN_CASH');
  await panel.waitForStatus(invoice.id, 'paid-manual');

  await panel.page.bringToFront();
  const undo = await openAct(desk, 'undo-receive-in-cash');
  await undo.getByText(says('refusal.counter_undo_first')).waitFor();
  control.editInvoice(invoice.id, open);
  await undo.getByRole('button', { name: says('reread') }).click();
  await confirmIn(undo, 'undo_receive_in_cash');
  await expect.poll(() => chargeOf(world, invoice).status).toBe('PENDING');
});

test('an attendant is told why money is not given back, and by keyboard too', async ({
  desk,
  world,
}) => {
  const { session, panel, invoice } = desk;
  await asAttendant(session);
  await send(panel, 'pt-BR', invoice.id);
  world.asaas.control.pay(chargeOf(world, invoice).id, { means: 'PIX' });
  await refreshed(panel);
  await panel.waitForStatus(invoice.id, 'paid');
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.getByRole('button', { name: says('menu'), exact: true }).press('Enter');
  const refund = drawer.locator('[data-act="refund"]');
  await refund.focus();
  await expect(refund).toBeFocused();
  await expect(refund).toHaveAccessibleDescription(says('refusal.needs_finance'));
  await refund.press('Enter');
  expect(
    panel.page
      .context()
      .pages()
      .filter((page) => page.url().includes('confirm')),
  ).toEqual([]);
  await refund.press('Escape');
  await expect(drawer.getByRole('button', { name: says('menu'), exact: true })).toBeFocused();
});
