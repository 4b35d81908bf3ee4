import { readFile } from 'node:fs/promises';
import { words } from '../harness/catalogues.ts';
import { badgeOf, buttonOf } from '../harness/panel.ts';
import { chargedByHand } from '../harness/payers.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `options_adoption.${key}`);

test.use({ emulatorsOf: 'adoption' });

test('charges made by hand are found, linked as the invoices own, and let go of again', async ({
  own: { session, panel, invoice },
  world,
}) => {
  test.setTimeout(180_000);
  const charge = chargedByHand(world, invoice);
  const twice = world.newInvoice();
  const doubled = [chargedByHand(world, twice), chargedByHand(world, twice)];
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

  const { razao: name = '' } = world.ixc.control.customer(invoice.customerId);
  await section.getByRole('button', { name: says('names_show') }).click();
  await expect(row.getByText(name)).toHaveCount(2);
  expect(await section.getByText(says('names_other_name')).count()).toBe(0);

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
