import type { FrameLocator } from '@playwright/test';
import { asAttendant } from '../harness/as-finance.ts';
import { words } from '../harness/catalogues.ts';
import { chromiumPanel, type ChromiumPanel } from '../harness/chromium-panel.ts';
import { press } from '../harness/chromium-press.ts';
import { brazilian, chargedLongAgo, giveNewDate } from '../harness/new-date.ts';
import { civilDateIn, type Invoice, type World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `edit.${key}`);
const DRAWER = 'iframe[data-ixa-drawer]';
const NEW_DATE = civilDateIn(20);

test.afterEach(({ world }) => {
  world.ixc.control.setPanel({ generation: 'B' });
});

function chargeOf(world: World, { id }: Invoice) {
  const [charge, ...others] = world.chargesOf(id);
  expect(others).toEqual([]);
  if (!charge) throw new Error('nothing was charged');
  return charge;
}

const drawerOf = (panel: ChromiumPanel): FrameLocator => panel.page.frameLocator(DRAWER);

/** The drawer of an invoice that has a charge already. */
async function openCharged(panel: ChromiumPanel, invoice: Invoice, world: World): Promise<string> {
  const id = chargedLongAgo(world, invoice);
  await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  return id;
}

const badgeTitle = (panel: ChromiumPanel, { id }: Invoice) =>
  panel.page.locator(`[data-ixa-invoice="${id}"] [data-ixa-action]`).first();

/** The linha digitável that a press on its key brings to the clipboard. */
async function copiedLinha(panel: ChromiumPanel): Promise<string> {
  const drawer = drawerOf(panel);
  const button = drawer
    .getByRole('group', { name: words('pt-BR', 'keys.copy') })
    .locator('[data-key="b"]');
  await expect(button).not.toHaveAttribute('aria-disabled', 'true');
  await press(button);
  await drawer.getByText(/: copiado$/).waitFor();
  return panel.page.evaluate(() => navigator.clipboard.readText());
}

async function refresh(panel: ChromiumPanel): Promise<void> {
  await panel.page.bringToFront();
  await drawerOf(panel).getByRole('button', { name: 'Atualizar', exact: true }).click();
}

/** Everything that was asked of Asaas about changing a charge. */
const puts = (world: World, id: string) =>
  world.asaas.control.requests({ method: 'PUT', path: `/v3/payments/${id}` });

for (const generation of ['A', 'B'] as const)
  test(`generation ${generation}: a new date in four actions: same charge, new codes, a message, and a mark until IXC agrees`, async ({
    desk: { session, panel, invoice },
    world,
  }) => {
    const { asaas, ixc } = world;
    ixc.control.setPanel({ generation });
    await panel.openReceivables();
    const id = await openCharged(panel, invoice, world);
    const oldLinha = await copiedLinha(panel);
    const drawer = drawerOf(panel);
    const pixBefore = asaas.control.requests({ path: `/v3/payments/${id}/pixQrCode` }).length;

    const actions = await giveNewDate(panel.page, drawer, { date: NEW_DATE });
    expect(actions.done).toHaveLength(4);
    expect(chargeOf(world, invoice)).toMatchObject({ id, dueDate: NEW_DATE });
    expect(puts(world, id)).toHaveLength(1);

    // What the customer pays with is read anew, and is another.
    await expect
      .poll(() => asaas.control.requests({ path: `/v3/payments/${id}/pixQrCode` }).length)
      .toBeGreaterThan(pixBefore);
    await expect.poll(() => copiedLinha(panel)).not.toBe(oldLinha);
    const linha = await copiedLinha(panel);
    await drawer.getByRole('button', { name: says('message') }).click();
    const text = drawer.getByRole('textbox', { name: words('pt-BR', 'message.text'), exact: true });
    await expect(text).toHaveValue(/Esta substitui a anterior/);
    await expect(text).toHaveValue(new RegExp(linha));
    await expect(text).toHaveValue(new RegExp(brazilian(NEW_DATE)));

    // The mark outlives drawer and worker, in the drawer and on the row.
    const [, month, day] = invoice.dueDate.split('-');
    const short = `IXC ainda com ${String(day)}/${String(month)}`;
    await expect(drawer.locator('[data-ixc-still]')).toContainText(short);
    await expect(badgeTitle(panel, invoice)).toHaveAttribute('title', new RegExp(short));
    await panel.closeDrawer();
    await session.killWorker();
    await panel.openReceivables();
    await expect(badgeTitle(panel, invoice)).toHaveAttribute('title', new RegExp(short));
    await panel.openDrawer(invoice.id);
    await expect(drawer.locator('[data-ixc-still]')).toContainText(short);
    await expect(drawer.locator('.confirm-bar')).toHaveCount(0);

    // The button leads back to the row, which is where IXC's own form opens.
    const toRow = drawer.getByRole('button', { name: says('ixc_row') });
    await toRow.focus();
    // The frame goes at the key's press, and then nobody answers for its release.
    panel.page.keyboard.press('Enter').catch(() => undefined);
    await panel.page.locator(DRAWER).waitFor({ state: 'detached' });
    await expect(badgeTitle(panel, invoice)).toBeFocused();

    ixc.control.editInvoice(invoice.id, { data_vencimento: NEW_DATE });
    await panel.openDrawer(invoice.id);
    await expect(drawer.locator('[data-ixc-still]')).toHaveCount(0);
    await expect(badgeTitle(panel, invoice)).not.toHaveAttribute('title', /IXC ainda/);
    expect(ixc.control.writes()).toEqual([]);
  });

test('an overdue invoice: five actions, and fine and interest until today to the cent', async ({
  desk: { panel, invoice },
  world,
}) => {
  const { asaas, ixc } = world;
  const id = await openCharged(panel, invoice, world);
  const late = civilDateIn(-30);
  ixc.control.editInvoice(invoice.id, { data_vencimento: late });
  asaas.control.edit(id, { dueDate: late });
  asaas.control.overdue(id);
  await refresh(panel);
  await panel.waitForStatus(invoice.id, 'overdue');
  const actions = await giveNewDate(panel.page, drawerOf(panel), {
    date: NEW_DATE,
    accrued: says('accrued_charge'),
  });
  expect(actions.done).toHaveLength(5);
  // 129,90, 30 days late: 2 % are 2,598, so 2,60; 1 % × 30/30 is 1,299, so 1,30.
  expect(chargeOf(world, invoice)).toMatchObject({ id, value: 129_90 + 2_60 + 1_30 });
  expect(puts(world, id).at(-1)?.body).toMatchObject({
    fine: { value: 0 },
    interest: { value: 0 },
  });
});

test('value and date changed in IXC are shown, and brought to the same charge', async ({
  desk: { panel, invoice },
  world,
}) => {
  const id = await openCharged(panel, invoice, world);
  world.ixc.control.editInvoice(invoice.id, {
    valor: '99.90',
    valor_aberto: '99.90',
    data_vencimento: civilDateIn(25),
  });
  await refresh(panel);
  const drawer = drawerOf(panel);
  await expect(drawer.locator('del').filter({ hasText: '129,90' })).toBeVisible();
  await expect(drawer.locator('ins').filter({ hasText: '99,90' })).toBeVisible();
  await press(drawer.getByRole('button', { name: words('pt-BR', 'plan.confirm_update') }));
  await expect
    .poll(() => chargeOf(world, invoice))
    .toMatchObject({ id, value: 99_90, dueDate: civilDateIn(25) });
  await expect(drawer.locator('[data-ixc-still]')).toHaveCount(0);
});

test('method, description, fine and interest change on the same charge; a discount is for finance to give', async ({
  desk: { session, panel, invoice },
  world,
}) => {
  await asAttendant(session);
  const id = await openCharged(panel, invoice, world);
  const drawer = drawerOf(panel);
  await drawer.getByRole('button', { name: says('change'), exact: true }).press('Enter');
  const form = drawer.locator('[data-edit-form="terms"]');
  await form.getByLabel(says('method')).selectOption('BOLETO');
  await form.getByLabel(says('description'), { exact: true }).fill('Mensalidade de dezembro');
  await form.getByLabel(says('fine'), { exact: true }).fill('1,5');
  await form.getByLabel(says('interest'), { exact: true }).fill('1');
  await form.getByLabel(says('discount'), { exact: true }).selectOption('percent');
  await form.getByLabel(says('discount_amount_percent'), { exact: true }).fill('5');
  await form.getByLabel(says('discount_days'), { exact: true }).fill('3');
  const confirm = form.getByRole('button', { name: says('confirm'), exact: true });
  await expect(form.getByRole('status').first()).toContainText(says('refusal.needs_finance'));
  await expect(confirm).toBeDisabled();
  await form.getByLabel(says('discount'), { exact: true }).selectOption('none');
  await press(confirm);
  await drawer.locator('[data-edit-job="done"]').waitFor();
  expect(puts(world, id)).toHaveLength(1);
  expect(puts(world, id)[0]?.body).toMatchObject({
    billingType: 'BOLETO',
    value: 129.9,
    dueDate: invoice.dueDate,
    fine: { value: 1.5, type: 'PERCENTAGE' },
    interest: { value: 1 },
  });
  expect(puts(world, id)[0]?.body).not.toHaveProperty('discount');
  expect(chargeOf(world, invoice).description).toBe('Mensalidade de dezembro');
});

test('another browser sees both dates, turns none back by itself, and can do it when told', async ({
  desk: { panel, invoice },
  launchSetUp,
  world,
}) => {
  const id = await openCharged(panel, invoice, world);
  await giveNewDate(panel.page, drawerOf(panel), { date: NEW_DATE });
  const other = await launchSetUp();
  try {
    const second = chromiumPanel(await other.context.newPage());
    await second.openReceivables();
    await second.openDrawer(invoice.id);
    const drawer = drawerOf(second);
    await expect(drawer.locator('[data-ixc-still]')).toContainText('IXC ainda com');
    await expect(badgeTitle(second, invoice)).toHaveAttribute('title', /IXC ainda com/);
    await expect(drawer.locator('.confirm-bar')).toHaveCount(0);
    expect(chargeOf(world, invoice).dueDate).toBe(NEW_DATE);

    const back = says('ixc_back').replace('{date}', brazilian(invoice.dueDate));
    await drawer.getByRole('button', { name: back.split('/')[0] ?? back }).click();
    await expect(drawer.getByLabel(says('due_date'), { exact: true })).toHaveValue(invoice.dueDate);
    await drawer.getByLabel(says('reason'), { exact: true }).fill('Não foi combinado');
    await press(drawer.getByRole('button', { name: says('confirm_date'), exact: true }));
    await expect
      .poll(() => chargeOf(world, invoice))
      .toMatchObject({ id, dueDate: invoice.dueDate });
    await expect(drawer.locator('[data-ixc-still]')).toHaveCount(0);
  } finally {
    await other.close();
  }
});
