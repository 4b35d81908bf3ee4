import { confirmSending } from '../../test/e2e/harness/send.ts';
import type { Stage } from '../demo/stage.ts';
import { type Camera, drawerOf, partPicture, SETTLED } from './camera.ts';

const OLD_MAIL = 'velho@cliente.example';

/** A payer at Asaas whose name is another one, and one whose data differ from IXC's. */
export async function payerPictures({ panel, world }: Stage, { file }: Camera): Promise<void> {
  const { page } = panel;
  const { asaas, ixc } = world;
  const seedPayer = (customerId: string, change: object) => {
    const customer = ixc.control.customer(customerId);
    const payer = { name: customer['razao'], cpfCnpj: customer['cnpj_cpf'], email: OLD_MAIL };
    asaas.control.seedCustomer('acc_sandbox', { ...payer, ...change });
  };

  const mixedUp = world.newInvoice();
  seedPayer(mixedUp.customerId, { name: 'Outra Pessoa Exemplo' });
  await panel.openReceivables();
  await panel.openDrawer(mixedUp.id);
  await drawerOf(page).getByText('Nome e CPF não combinam').first().waitFor();
  await page.waitForTimeout(SETTLED);
  await page.screenshot(file('gaveta-pagador-alarme'));
  await panel.closeDrawer();

  const outdated = world.newInvoice();
  seedPayer(outdated.customerId, {});
  ixc.control.editCustomer(outdated.customerId, { email: 'novo@cliente.example' });
  await panel.openReceivables();
  await confirmSending(panel, 'pt-BR', outdated.id);
  await panel.waitForStatus(outdated.id, 'open');
  await drawerOf(page).getByText('O cadastro no Asaas não é igual ao do IXC.').waitFor();
  await drawerOf(page)
    .getByText(/Vazio no Asaas/)
    .waitFor({ state: 'detached' });
  await partPicture(page, 'input[type="radio"]', file('gaveta-pagador'));
  await panel.closeDrawer();
}
