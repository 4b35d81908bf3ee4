import { words } from '../harness/catalogues.ts';
import { chargedLongAgo } from '../harness/new-date.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `popup.${key}`);
/** More than a counter does at once. */
const MANY = 22;

test.use({ emulatorsOf: 'held-changes' });

test('what a whole base says at once is held, and done once a person lets it go', async ({
  own: { session },
  world,
}) => {
  test.setTimeout(150_000);
  const { control } = world.asaas;
  const invoices = Array.from({ length: MANY }, () => world.newInvoice());
  const charges = invoices.map((invoice) => chargedLongAgo(world, invoice));
  const statuses = () => charges.map((id) => control.charge(id).status);
  const popup = await session.extensionPage('popup.html');
  const readNow = async () => {
    await popup.getByRole('button', { name: says('update_now') }).click();
    await expect(popup.getByText(says('read_now'))).toBeVisible({ timeout: 60_000 });
  };
  await readNow();
  await expect(popup.locator('[data-figure="pending"] dd')).toHaveText(new RegExp(`^${MANY}`));

  for (const { id } of invoices) world.ixc.control.receive(id);
  await popup.reload();
  await readNow();
  const alert = popup.locator('[data-alert="counter-differs"]');
  await expect(alert).toContainText(`${MANY} títulos baixados ou cancelados de uma vez`);
  expect(new Set(statuses())).toEqual(new Set(['PENDING']));

  await alert.getByRole('button', { name: says('alert_counter_release') }).press('Enter');
  await expect.poll(statuses, { timeout: 90_000 }).toEqual(charges.map(() => 'RECEIVED_IN_CASH'));
  await expect(alert).toHaveCount(0);
  expect(world.ixc.control.writes()).toEqual([]);
});
