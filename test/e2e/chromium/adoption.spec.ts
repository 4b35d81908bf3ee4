import { readFile } from 'node:fs/promises';
import type { Invoice, World } from '../harness/world.ts';
import { words } from '../harness/catalogues.ts';
import { badgeOf, buttonOf } from '../harness/panel.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `options_adoption.${key}`);

test.use({ emulatorsOf: 'adoption' });

/** A charge of the invoice's customer, made by hand at Asaas. */
function byHand({ asaas, ixc }: World, { customerId, cents, dueDate }: Invoice) {
  const { razao: name = '', cnpj_cpf: document = '' } = ixc.control.customer(customerId);
  const { id } = asaas.control.seedCustomer('acc_sandbox', {
    name,
    cpfCnpj: document.replace(/\W/g, ''),
  });
  const charge = { customer: id, value: cents, dueDate, createdAt: Date.now() - 5 * 86_400_000 };
  return asaas.control.seedCharge('acc_sandbox', charge);
}

test('charges made by hand are found, linked as the invoices own, and let go of again', async ({
  own: { session, panel, invoice },
  world,
}) => {
  test.setTimeout(180_000);
  const charge = byHand(world, invoice);
  const twice = world.newInvoice();
  const doubled = [byHand(world, twice), byHand(world, twice)];
  const options = await session.extensionPage('options.html');
  const section = options.getByRole('region', { name: says('heading'), exact: true });
  await section.getByRole('button', { name: says('start'), exact: true }).click();

  const row = section.getByRole('row').filter({ hasText: charge.id });
  await row.getByText(says('group_exact'), { exact: true }).waitFor();
  await expect(row).toContainText(invoice.id);
  for (const { id } of doubled) {
    await expect(section.getByRole('row').filter({ hasText: id })).toContainText(
      says('group_ambiguous'),
    );
  }
  const puts = () => world.asaas.control.requests({ method: 'PUT' });
  expect(puts()).toEqual([]);

  const download = options.waitForEvent('download');
  await section.getByRole('button', { name: says('export') }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain(`"${charge.id}";"${invoice.id}"`);

  await section.getByRole('button', { name: 'Vincular 1 cobrança' }).click();
  expect(puts()).toEqual([]);
  await section.getByRole('button', { name: says('link_confirm') }).click();
  await row.getByText(says('group_linked'), { exact: true }).waitFor();
  await panel.page.bringToFront();
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.asaas.control.charge(charge.id).externalReference).toContain(`:${invoice.id}`);
  expect(world.chargesOf(twice.id)).toEqual([]);
  expect(puts()).toHaveLength(1);

  await session.killWorker();
  await options.bringToFront();
  await section.getByRole('button', { name: 'Desfazer o último lote (1 cobrança)' }).click();
  await section.getByRole('button', { name: says('undo_confirm') }).click();
  await row.getByText(says('group_undone'), { exact: true }).first().waitFor();
  expect(world.chargesOf(invoice.id)).toEqual([]);
  await panel.openReceivables();
  await panel.page.locator(buttonOf(invoice.id)).first().waitFor();
  await expect(panel.page.locator(badgeOf(invoice.id, 'open'))).toHaveCount(0);
});
