import { afterAll, beforeAll, expect, test } from 'vitest';
import { asFinance } from '../harness/as-finance.ts';
import { message, words } from '../harness/catalogues.ts';
import { eventually } from '../harness/eventually.ts';
import { chargedLongAgo } from '../harness/new-date.ts';
import { buttonOf } from '../harness/panel.ts';
import { oldPayer, payerNow } from '../harness/payers.ts';
import { confirmSending, send } from '../harness/send.ts';
import { letAsaasTell, overdueWithoutSms } from '../harness/told-payers.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => words('pt-BR', key);

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
  await asFinance(ready.session);
});
afterAll(() => ready.close());

test('old data of a payer are filled where they are blank and asked about where they differ', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const payer = oldPayer(world, invoice);
  world.ixc.control.editCustomer(invoice.customerId, {
    email: 'novo@cliente.example',
    telefone_celular: '(11) 98765-4321',
  });
  const panel = await ready.newPanel();
  const drawer = await confirmSending(panel, 'pt-BR', invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  await expect.poll(() => payerNow(world, payer.id)?.mobilePhone).toBe('11987654321');
  expect(payerNow(world, payer.id)?.email).toBe('velho@cliente.example');

  await drawer.choose('Usar o do IXC: novo@cliente.example');
  await drawer.press(says('payer.update'));
  await expect.poll(() => payerNow(world, payer.id)?.email).toBe('novo@cliente.example');
  expect(world.chargesOf(invoice.id)).toMatchObject([{ customer: payer.id }]);
  await panel.page.close();
});

test('data typed for one sending are used once and flagged', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.press(says('payer.override'));
  await drawer.fill(says('payer.override_email'), 'so-este@envio.example');
  await drawer.fill(says('payer.override_reason'), 'cliente pediu');
  await drawer.press(says('payer.override_use'));
  await drawer.waitFor('Dados digitados só para este envio');
  await drawer.press('Confirmar envio');
  await panel.waitForStatus(invoice.id, 'open');
  await drawer.waitFor('Enviada com dados digitados só para o envio');
  await drawer.waitFor('Motivo: cliente pediu');
  const [charge] = world.chargesOf(invoice.id);
  const email = () => payerNow(world, charge?.customer ?? '')?.email;
  await expect.poll(email).toBe('so-este@envio.example');
  await panel.page.close();
});

test('details open by their key, ? lists the keys, and the drawer gives the focus back to its row', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const other = world.ixc.control.addInvoice({
    customerId: invoice.customerId,
    cents: 59_90,
    dueDate: '2026-12-28',
  });
  const id = chargedLongAgo(world, invoice);
  world.asaas.control.view(id);
  const panel = await ready.newPanel();
  const drawer = await panel.openDrawer(invoice.id);
  await panel.waitForStatus(invoice.id, 'open');
  const frame = await panel.drawerFrame();
  const { keyboard } = panel.page;
  await frame.focus('h1');
  await keyboard.press('d');
  await drawer.waitFor(message('pt-BR', 'details.viewed_at'));
  await drawer.waitFor(says('details.fee_expected'));
  await drawer.waitFor(says('details.net_expected'));
  await drawer.press('Outros títulos do cliente');
  await drawer.waitFor(new RegExp(`${String(other['id'])}.*59,90`));

  await frame.focus('h1');
  await keyboard.press('?');
  for (const key of ['p', 'b', 'l', 'i', 'r', 'a', 'n', 'e', 'm', 'v', 'd', 'c'])
    await drawer.waitFor(says(`keys.${key}`));
  await keyboard.press('Escape');
  const dialogs = () => frame.$$eval('dialog', ({ length }) => length);
  await expect.poll(dialogs).toBe(0);
  await panel.closeDrawer();
  const hasFocus = () =>
    panel.page.evaluate((row) => document.activeElement?.matches(row), buttonOf(invoice.id));
  await expect.poll(hasFocus).toBe(true);
  await panel.page.close();
});

test('the drawer shows what Asaas tells the payer, warns of IXC, and one switch is changed', async () => {
  const { world, session } = ready;
  await letAsaasTell(session);
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const before = overdueWithoutSms(world).length;
  const drawer = await send(panel, 'pt-BR', invoice.id);
  await drawer.press(says('notices.heading'));
  await drawer.waitFor(says('notices.twice'));
  await drawer.waitFor(/R\$.0,55/);
  await drawer.choose('Venceu, SMS');
  await eventually('the switch is off', async () => {
    const frame = await panel.drawerFrame();
    const isOn = await frame.$eval('[aria-label="Venceu, SMS"]', (box) =>
      box.matches(':checked, [aria-disabled]'),
    );
    return isOn ? null : true;
  });
  expect(overdueWithoutSms(world)).toHaveLength(before + 1);
  await panel.page.close();
});
