import { KNOWN } from '../../emulators/ixc/index.ts';
import { label } from '../harness/catalogues.ts';
import { everyRowMarked } from '../harness/everywhere.ts';
import { send } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

const WITHOUT_SEND = [
  KNOWN.receivedInvoice,
  KNOWN.cancelledInvoice,
  KNOWN.renegotiatedInvoice,
  KNOWN.renegotiatedOpenInvoice,
];

test('every invoice row of Contas a receber carries its own mark', async ({ panel }) => {
  await everyRowMarked(panel, KNOWN.openInvoice.id);
  const rows = await panel.page.locator('table[data-nome="fn_areceber"] tbody tr').count();
  expect(rows).toBeGreaterThan(10);
  expect(await panel.markedRows()).toHaveLength(rows);
});

test('only invoices that may be charged offer to send', async ({ panel }) => {
  for (const { id } of [KNOWN.openInvoice, KNOWN.overdueInvoice, KNOWN.partialInvoice]) {
    await panel.waitForSendButton(id);
  }
  const byId = new Map((await panel.marks()).map((mark) => [mark.id, mark]));
  expect(byId.get(KNOWN.openInvoice.id)?.label).toMatch(/^Enviar via Asaas/);
  for (const { id } of WITHOUT_SEND) expect(byId.get(id)?.action).not.toBe('send');
});

test("a customer's Financeiro tab carries marks and the other grids carry none", async ({
  panel,
}) => {
  await panel.openFinancial(KNOWN.thirdOpenInvoice.customerId);
  await expect
    .poll(async () => (await panel.marks()).some(({ table }) => table.includes('rel_areceber')))
    .toBe(true);
  await everyRowMarked(panel, KNOWN.thirdOpenInvoice.id);

  await panel.page.reload();
  for (const other of ['cliente', 'fn_areceber_baixas', 'radusuarios']) {
    await panel.page.locator(`#menu_item_${other} > a`).click();
    await panel.page.locator(`table[data-nome="${other}"] tbody tr`).first().waitFor();
    // Long enough for marks that should not come.
    await panel.page.waitForTimeout(300);
    expect(await panel.marks(), other).toEqual([]);
  }
});

test('an invoice becomes one charge, its codes can be copied, and its payment shows', async ({
  panel,
  ready,
  world,
}) => {
  const invoice = KNOWN.openInvoice;
  const drawer = await send(panel, 'pt-BR', invoice.id);

  const charges = world.chargesOf(invoice.id);
  expect(charges).toHaveLength(1);
  const [charge] = charges;
  if (charge === undefined) throw new Error('unreachable');
  const payer = world.asaas.control.customers().find(({ id }) => id === charge.customer);
  const customer = world.ixc.control.record('cliente', invoice.customerId);
  expect(payer?.cpfCnpj).toBe(String(customer['cnpj_cpf']).replace(/\D/g, ''));
  expect(payer?.externalReference).toMatch(new RegExp(`^ixc:[a-z0-9.-]+:c:${invoice.customerId}$`));
  expect(charge.value).toBe(invoice.cents);
  expect(charge.dueDate).toBe(
    world.ixc.control.record('fn_areceber', invoice.id)['data_vencimento'],
  );
  expect(charge.externalReference).toMatch(new RegExp(`^ixc:[a-z0-9.-]{1,40}:${invoice.id}$`));
  expect(charge.description).toMatch(/[A-Z0-9]{4,6}\)?$/i);

  await drawer.waitFor('Link da cobrança');
  await drawer.waitFor('Linha digitável');
  await drawer.waitFor('Pix copia e cola');
  await expect(
    panel.page.frameLocator('iframe[data-ixa-drawer]').getByRole('img', { name: 'QR Code' }),
  ).toBeVisible();
  for (const [name, code] of [
    ['Link da cobrança', /^https:\/\//],
    ['Linha digitável', /^[\d. ]{47,60}$/],
    ['Pix copia e cola', /^000201.*6304[0-9A-F]{4}$/],
  ] as const) {
    await drawer.press(`Copiar ${name}`);
    await expect
      .poll(() => panel.page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(code);
  }

  world.asaas.control.pay(charge.id);
  await drawer.press(label('pt-BR', 'Atualizar'));
  await panel.waitForStatus(invoice.id, 'paid');
  await drawer.waitFor(/\bPaga\b/);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  expect(ready.extensionId).toMatch(/^[a-p]{32}$/);
});
