import { asFinance } from '../harness/as-finance.ts';
import { press } from '../harness/chromium-press.ts';
import { oldPayer, payerNow } from '../harness/payers.ts';
import { confirmSending } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

const DRAWER = 'iframe[data-ixa-drawer]';

test('old data of a payer are filled where they are blank and asked about where they differ', async ({
  own,
  world,
}) => {
  const { panel, invoice } = own;
  const payer = oldPayer(world, invoice);
  world.ixc.control.editCustomer(invoice.customerId, {
    email: 'novo@cliente.example',
    telefone_celular: '(11) 98765-4321',
  });
  await panel.openDrawer(invoice.id);
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.getByText('O cadastro no Asaas não é igual ao do IXC.').waitFor();
  await drawer.getByText(/Vazio no Asaas: celular/).waitFor();
  await confirmSending(panel, 'pt-BR', invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  await expect.poll(() => payerNow(world, payer.id)?.mobilePhone).toBe('11987654321');
  expect(payerNow(world, payer.id)?.email).toBe('velho@cliente.example');

  await drawer.getByText(/Vazio no Asaas/).waitFor({ state: 'detached' });
  await drawer.getByRole('radio', { name: 'Usar o do IXC: novo@cliente.example' }).check();
  await drawer.getByRole('button', { name: 'Atualizar no Asaas' }).press('Enter');
  await expect.poll(() => payerNow(world, payer.id)?.email).toBe('novo@cliente.example');
  expect(world.chargesOf(invoice.id)).toMatchObject([{ customer: payer.id }]);
});

test('a name that does not go with the CPF stops the sending until a person chooses', async ({
  own,
  world,
}) => {
  const { panel, invoice } = own;
  const payer = oldPayer(world, invoice, { name: 'Outra Pessoa Exemplo' });
  await panel.openDrawer(invoice.id);
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.getByRole('alert').getByText('Nome e CPF não combinam').waitFor();
  expect(await drawer.getByRole('button', { name: 'Confirmar envio' }).count()).toBe(0);
  await drawer
    .getByRole('row', { name: /cobranças/ })
    .getByText('0')
    .waitFor();
  await drawer.getByRole('radio', { name: /^Outra Pessoa Exemplo/ }).focus();
  await panel.page.keyboard.press('Space');
  await press(drawer.getByRole('button', { name: 'Confirmar envio' }));
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toMatchObject([{ customer: payer.id }]);
});

test('data typed for one sending are used once and flagged', async ({ own, world }) => {
  const { session, panel, invoice } = own;
  await asFinance(session);
  await panel.page.bringToFront();
  await panel.openDrawer(invoice.id);
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.getByText('Usar outros dados só neste envio').click();
  await drawer.getByLabel('E-mail só para este envio').fill('so-este@envio.example');
  await drawer.getByLabel('Motivo para usar outros dados').fill('cliente pediu');
  await drawer.getByRole('button', { name: 'Usar neste envio' }).click();
  await drawer.getByText('Dados digitados só para este envio').waitFor();
  await press(drawer.getByRole('button', { name: 'Confirmar envio' }));
  await panel.waitForStatus(invoice.id, 'open');
  await drawer.getByText('Enviada com dados digitados só para o envio').waitFor();
  await drawer.getByText('Motivo: cliente pediu').waitFor();
  const [charge] = world.chargesOf(invoice.id);
  expect(payerNow(world, charge?.customer ?? '')?.email).toBe('so-este@envio.example');
  // Without anybody reading again: IXC's own is as it was, and the difference is on screen.
  await drawer.getByRole('radio', { name: 'Manter o do Asaas: so-este@envio.example' }).waitFor();
  await drawer.getByRole('button', { name: 'Voltar ao do IXC' }).press('Enter');
  const { email } = world.ixc.control.customer(invoice.customerId);
  await expect.poll(() => payerNow(world, charge?.customer ?? '')?.email).toBe(email);
  await drawer.getByRole('button', { name: 'Voltar ao do IXC' }).waitFor({ state: 'detached' });
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});

test('a wrong CPF is corrected in IXC, read again and sent', async ({ own, world }) => {
  const { panel, invoice } = own;
  const right = world.ixc.control.customer(invoice.customerId)['cnpj_cpf'];
  world.ixc.control.editCustomer(invoice.customerId, { cnpj_cpf: '123.456.789-00' });
  await panel.openDrawer(invoice.id);
  const drawer = panel.page.frameLocator(DRAWER);
  await drawer.getByText('Corrigir no cadastro do IXC').waitFor();
  world.ixc.control.editCustomer(invoice.customerId, { cnpj_cpf: String(right) });
  await drawer.getByRole('button', { name: 'Ler de novo' }).click();
  await press(drawer.getByRole('button', { name: 'Confirmar envio' }));
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});
