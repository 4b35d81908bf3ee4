import { KNOWN, PROVIDER } from '../../emulators/ixc/index.ts';
import { eventually } from '../harness/eventually.ts';
import { expect, test } from './fixtures.ts';

const OLD = KNOWN.renegotiatedInvoice.id;
const NEW = KNOWN.bornFromRenegotiationInvoice.id;

test('the charge of a renegotiated invoice is cancelled first, and then one of the new invoice made', async ({
  own,
  world,
}) => {
  const { panel } = own;
  const { control } = world.asaas;
  const customerId = String(world.ixc.control.invoice(NEW)['id_cliente']);
  const customer = world.ixc.control.customer(customerId);
  const account = control.snapshot().accounts.find(({ environment }) => environment === 'sandbox');
  if (!account) throw new Error('no sandbox account');
  const payer = control.seedCustomer(account.id, {
    name: String(customer['razao']),
    cpfCnpj: String(customer['cnpj_cpf']),
    externalReference: `ixc:${PROVIDER.cnpj}:c:${customerId}`,
  });
  const old = control.seedCharge(account.id, {
    customer: payer.id,
    value: 109_90,
    dueDate: '2027-01-10',
    billingType: 'PIX',
    externalReference: `ixc:${PROVIDER.cnpj}:${OLD}`,
  });

  const drawer = await panel.openDrawer(NEW);
  await drawer.waitFor(`do título ${OLD}`);
  expect(world.chargesOf(NEW)).toEqual([]);
  await panel.page
    .frameLocator('iframe[data-ixa-drawer]')
    .getByLabel('Cancelar a antiga e enviar esta')
    .click();
  await drawer.press('Cancelar a antiga e enviar');
  const created = await eventually(
    'the new invoice has its charge',
    () => world.chargesOf(NEW)[0] ?? null,
    { timeout: 60_000 },
  );
  expect(created).toMatchObject({ customer: payer.id, value: 229_80 });
  expect(control.charge(old.id).deleted).toBe(true);
  expect(world.chargesOf(NEW)).toHaveLength(1);
  await panel.waitForStatus(NEW, 'open');
});
