import { PROVIDER } from '../../emulators/ixc/index.ts';
import { message, words } from '../harness/catalogues.ts';
import { eventually } from '../harness/eventually.ts';
import { confirmSending } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

const DRAWER = 'iframe[data-ixa-drawer]';
/** Longer than the test; the clock is moved over it to let the held request go on. */
const HELD = 120_000;

test.use({ emulatorsOf: 'called-off' });

test('a sending called off while Asaas makes its charge: the charge is looked for, and cancelled', async ({
  own: { session, panel, invoice },
  world,
}) => {
  test.setTimeout(150_000);
  const { control } = world.asaas;
  const rule = control.addFault({
    ...{ method: 'POST', path: '/v3/payments' },
    reference: `ixc:${PROVIDER.cnpj}:${invoice.id}`,
    fault: { kind: 'latency', ms: HELD, when: 'after' },
  });
  await confirmSending(panel, 'pt-BR', invoice.id);
  await eventually('the request is held', () => {
    return control.faults().some(({ id, struck }) => id === rule && struck > 0) || null;
  });
  const drawer = panel.page.frameLocator(DRAWER);
  const callOff = drawer.getByRole('button', { name: words('pt-BR', 'operation.cancel') });
  await callOff.click();
  await expect(drawer.getByText(message('pt-BR', 'called_off.looking'))).toBeVisible();
  await expect(callOff).toHaveCount(0);

  const popup = await session.extensionPage('popup.html');
  const queue = popup.getByRole('region', { name: words('pt-BR', 'popup.queue'), exact: true });
  await expect(queue.getByText(message('pt-BR', 'called_off.looking'))).toBeVisible();

  control.removeFault(rule);
  await control.advance(HELD);
  const over = queue.getByText(message('pt-BR', 'called_off.deleted'));
  await over.waitFor({ state: 'attached', timeout: 90_000 });
  await queue.locator('summary').click();
  await expect(over).toBeVisible();
  await panel.page.bringToFront();
  await expect(drawer.getByText(message('pt-BR', 'called_off.deleted'))).toBeVisible();
  expect(world.chargesOf(invoice.id).map(({ deleted }) => deleted)).toEqual([true]);
});
