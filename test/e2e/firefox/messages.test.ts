import { afterAll, beforeAll, expect, test } from 'vitest';
import { KNOWN } from '../../emulators/ixc/index.ts';
import { words } from '../harness/catalogues.ts';
import { send } from '../harness/send.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => words('pt-BR', `message.${key}`);

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
});
afterAll(() => ready.close());

test('a message is opened in WhatsApp, marked as sent, and still known in another drawer', async () => {
  const { session, world } = ready;
  const invoice = KNOWN.openInvoice;
  const phone = '(11) 98765-4321';
  world.ixc.control.editCustomer(invoice.customerId, { telefone_celular: phone, whatsapp: phone });
  const panel = await ready.newPanel();
  const drawer = await send(panel, 'pt-BR', invoice.id);
  const message = drawer.section(says('heading'));
  await message.press(says('kind_second_copy'));
  await message.waitFor('(11) 98765-4321');
  await message.press(says('open_whatsapp'));
  // Nobody answers there in a test: that it was asked for is what the browser's way out saw.
  await expect.poll(() => session.refused.some((host) => host.startsWith('wa.me'))).toBe(true);
  await panel.page.bringToFront();
  await message.waitFor(/Aberta (agora|há)/);
  await message.press(says('mark_sent'));
  await message.waitFor(/Enviada agora/);
  await panel.page.close();

  const again = await ready.newPanel();
  const reopened = await again.openDrawer(invoice.id);
  await reopened.section(says('heading')).waitFor(/Enviada (agora|há)/);
  await again.page.close();
});
