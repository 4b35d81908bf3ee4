import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN, PROVIDER } from '../../emulators/ixc/index.ts';
import { label, message } from '../harness/catalogues.ts';
import { everyRowMarked } from '../harness/everywhere.ts';
import { send } from '../harness/send.ts';
import { fuzzPanel, type EvaluatingPage } from '../panel/fuzz.ts';
import { readyFirefox, type Ready } from './ready.ts';

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
});
afterAll(() => ready.close());

test('every invoice row carries its own mark and only what may be charged offers to send', async () => {
  const panel = await ready.newPanel();
  await panel.waitForSendButton(KNOWN.openInvoice.id);
  await everyRowMarked(panel, KNOWN.openInvoice.id);
  const rows = await panel.page.$$('table[data-nome="fn_areceber"] tbody tr');
  expect(await panel.markedRows()).toHaveLength(rows.length);
  const byId = new Map((await panel.marks()).map((mark) => [mark.id, mark]));
  expect(byId.get(KNOWN.openInvoice.id)?.label).toMatch(/^Enviar via Asaas/);
  for (const { id } of [
    KNOWN.receivedInvoice,
    KNOWN.cancelledInvoice,
    KNOWN.renegotiatedInvoice,
    KNOWN.renegotiatedOpenInvoice,
  ])
    expect(byId.get(id)?.action).not.toBe('send');
  await panel.page.close();
});

test("a customer's Financeiro tab carries marks", async () => {
  const panel = await ready.newPanel();
  await panel.openFinancial(KNOWN.thirdOpenInvoice.customerId);
  const inTab = async () =>
    (await panel.marks()).some(({ table }) => table.includes('rel_areceber'));
  await expect.poll(inTab).toBe(true);
  await everyRowMarked(panel, KNOWN.thirdOpenInvoice.id);
  await panel.page.close();
});

test('an invoice becomes one charge, its codes are there to copy, and its payment shows', async () => {
  const { world } = ready;
  const invoice = KNOWN.openInvoice;
  const panel = await ready.newPanel();
  const drawer = await send(panel, 'pt-BR', invoice.id);

  const [charge, ...others] = world.chargesOf(invoice.id);
  expect(others).toEqual([]);
  expect(charge).toMatchObject({
    value: invoice.cents,
    dueDate: world.ixc.control.invoice(invoice.id)['data_vencimento'],
    externalReference: `ixc:${PROVIDER.cnpj}:${invoice.id}`,
  });
  const payer = world.asaas.control.customers().find(({ id }) => id === charge?.customer);
  const customer = world.ixc.control.customer(invoice.customerId);
  expect(payer?.cpfCnpj).toBe(String(customer['cnpj_cpf']).replace(/\D/g, ''));

  for (const name of ['Link da cobrança', 'Linha digitável', 'Pix copia e cola']) {
    await drawer.press(`Copiar ${name}`);
    await drawer.waitFor('Copiado');
  }
  world.asaas.control.pay(charge?.id ?? '');
  await drawer.press(label('pt-BR', 'Atualizar'));
  await panel.waitForStatus(invoice.id, 'paid');
  await drawer.waitFor(/\bPaga\b/);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  await panel.page.close();
});

test('a double click on the confirmation and a lost answer make one charge', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor('Confirmar envio');
  world.asaas.control.addFault({
    method: 'POST',
    path: '/v3/payments',
    fault: { kind: 'drop-after-commit' },
  });
  await drawer.doublePress('Confirmar envio');
  await panel.waitForStatus(invoice.id, 'open', 75_000);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  await panel.page.close();
});

test('a customer without CPF and R$ 3,00 are blocked with their reasons', async () => {
  const panel = await ready.newPanel();
  for (const [{ id }, reason] of [
    [KNOWN.noDocumentInvoice, 'no-document'],
    [KNOWN.tinyInvoice, 'below-minimum'],
  ] as const) {
    const drawer = await panel.openDrawer(id);
    await drawer.waitFor(message('pt-BR', `reason.${reason}`));
    expect(await drawer.text()).not.toContain('Confirmar envio');
    expect(ready.world.chargesOf(id)).toEqual([]);
  }
  await panel.page.close();
});

test('seeded redraws, sorts, pages and windows leave one mark per invoice row', async () => {
  const panel = await ready.newPanel();
  // Puppeteer infers the result from the function, the fuzz from its own type parameter.
  const page = panel.page as unknown as EvaluatingPage;
  for (let seed = 1; seed <= 5; seed += 1) {
    await fuzzPanel(page, { seed, rounds: 4 });
    await panel.openReceivables();
  }
  await panel.page.close();
});
