import { afterAll, beforeAll, expect, test } from 'vitest';
import { message, words } from '../harness/catalogues.ts';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { confirmSending, send } from '../harness/send.ts';
import { readyFirefox, type Ready } from './ready.ts';

const says = (key: string) => words('pt-BR', `popup.${key}`);

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('pt-BR');
});
afterAll(() => ready.close());

test('the popup shows what Asaas says, follows a payment, and finds an invoice', async () => {
  const { world, session } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  await send(panel, 'pt-BR', invoice.id);
  const page = await session.extensionPage('popup.html');
  const popup = firefoxSurface(page);
  const summary = popup.section(says('summary'));
  await popup.press(says('update_now'));
  await popup.waitFor(says('read_now'));
  await summary.waitFor(/Pendentes 1 R\$.129,90/);

  const [charge] = world.chargesOf(invoice.id);
  world.asaas.control.pay(charge?.id ?? '');
  await popup.press(says('update_now'));
  await summary.waitFor(/Recebidas hoje 1 R\$.129,90/);
  await summary.waitFor(/Pendentes 0/);
  await popup
    .section(says('events'))
    .waitFor(`${says('event_paid')} R$ 129,90 título ${invoice.id}`);

  await popup.fill(says('search'), invoice.id);
  await popup.press(says('search_button'));
  await popup.waitFor(says('found.1'));
  await page.close();
  await panel.page.close();
});

test('what is paused from the popup waits in its queue and is sent once it is resumed', async () => {
  const { world, session } = ready;
  const invoice = world.newInvoice();
  const page = await session.extensionPage('popup.html');
  const popup = firefoxSurface(page);
  await popup.press(says('pause'));
  await popup.waitFor(says('paused_note'));
  const panel = await ready.newPanel();
  await confirmSending(panel, 'pt-BR', invoice.id);
  await popup.waitFor(message('pt-BR', 'popup.job_paused'));
  expect(world.chargesOf(invoice.id)).toEqual([]);
  await page.bringToFront();
  await popup.press(says('resume'));
  await panel.waitForStatus(invoice.id, 'open');
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  await page.close();
  await panel.page.close();
});
