import { words } from '../harness/catalogues.ts';
import { chargedLongAgo } from '../harness/new-date.ts';
import { send } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `details.${key}`);
const DRAWER = 'iframe[data-ixa-drawer]';

test('details by their key: views, fee, net, timeline with sources and ages, audit, and the other invoices', async ({
  desk: { panel, invoice },
  world,
}) => {
  const other = world.ixc.control.addInvoice({
    customerId: invoice.customerId,
    cents: 59_90,
    dueDate: '2026-12-28',
  });
  await send(panel, 'pt-BR', invoice.id);
  const [charge] = world.chargesOf(invoice.id);
  world.asaas.control.view(charge?.id ?? '');
  const drawer = panel.page.frameLocator(DRAWER);
  await expect(drawer.getByRole('img', { name: words('pt-BR', 'charge.qr_alt') })).toBeVisible();
  await expect(drawer.locator('a[data-key="i"]')).toHaveAttribute('href', /^https:\/\//);

  await drawer.locator('h1').focus();
  await panel.page.keyboard.press('d');
  const details = drawer.locator('[data-details]');
  await expect(details.getByText(/^Visualizada pelo cliente em/)).toBeVisible();
  await expect(details.getByText(says('fee_expected'))).toBeVisible();
  await expect(details.getByText(says('net_expected'))).toBeVisible();
  await expect(details.locator('[data-fact="invoice-viewed"]')).toContainText(/Asaas · visto/);
  await expect(details.locator('[data-fact="job"]')).toContainText('Este navegador');
  await details.getByText(/^Registros de auditoria/).click();
  await expect(details.getByText(/Envio confirmado/)).toBeVisible();
  await details.getByText(/^Outros títulos do cliente/).click();
  await details.locator(`[data-other="${String(other['id'])}"]`).click();
  await expect(drawer.locator('h1')).toContainText(String(other['id']));
});

test('what was paid: fee, net and the day of the credit', async ({
  desk: { panel, invoice },
  world,
}) => {
  await send(panel, 'pt-BR', invoice.id);
  const [charge] = world.chargesOf(invoice.id);
  world.asaas.control.pay(charge?.id ?? '', { means: 'PIX' });
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.getByRole('button', { name: 'Atualizar', exact: true }).click();
  await panel.waitForStatus(invoice.id, 'paid');
  await drawer.locator('h1').focus();
  await panel.page.keyboard.press('d');
  const details = drawer.locator('[data-details]');
  await expect(details.getByText(says('value_paid'), { exact: true })).toBeVisible();
  await expect(details.getByText(says('fee'), { exact: true })).toBeVisible();
  await expect(details.getByText(says('net'), { exact: true })).toBeVisible();
  await expect(details.locator('[data-fact="paid"]')).toBeVisible();
  await expect(details.locator('[data-fact="credited"]')).toBeVisible();
});

test('a charge of another day: what its Pix code paid is paid, and its boleto once it is credited', async ({
  desk: { panel, invoice },
  world,
}) => {
  const { control } = world.asaas;
  const boleto = chargedLongAgo(world, invoice);
  await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  const again = panel.page.frameLocator(DRAWER).getByRole('button', {
    name: 'Atualizar',
    exact: true,
  });
  control.pay(boleto, { means: 'BOLETO' });
  await again.click();
  await panel.waitForStatus(invoice.id, 'confirmed');
  control.credit(boleto);
  await again.click();
  await panel.waitForStatus(invoice.id, 'paid');
  await panel.closeDrawer();

  const paidBefore = world.newInvoice();
  control.pay(chargedLongAgo(world, paidBefore), { means: 'PIX' });
  await panel.openReceivables();
  await panel.openDrawer(paidBefore.id);
  await panel.waitForStatus(paidBefore.id, 'paid');
});

test('the keyboard alone: ? lists the keys, Escape leads back, and the drawer gives the focus to its row', async ({
  desk: { panel, invoice },
  world,
}) => {
  chargedLongAgo(world, invoice);
  await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  const { keyboard } = panel.page;
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.locator('h1').focus();
  await keyboard.press('?');
  const list = drawer.getByRole('dialog');
  for (const key of ['p', 'b', 'l', 'i', 'r', 'a', 'n', 'e', 'm', 'd', 'c']) {
    await expect(list).toContainText(words('pt-BR', `keys.${key}`));
  }
  await keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await drawer.locator('[data-key="m"]').waitFor();
  await keyboard.press('m');
  await expect(drawer.locator('[data-key="m"] button').first()).toBeFocused();
  await keyboard.press('a');
  await expect(drawer.locator('[data-act="cancel"]')).toBeVisible();
  await keyboard.press('Escape');
  await expect(drawer.locator('[data-act="cancel"]')).toBeHidden();
  await panel.closeDrawer();
  const badge = panel.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-action]`);
  await expect(badge.first()).toBeFocused();
});
