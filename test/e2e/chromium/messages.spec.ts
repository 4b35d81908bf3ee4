import type { FrameLocator } from '@playwright/test';
import { words } from '../harness/catalogues.ts';
import type { ChromiumSession } from '../harness/chromium.ts';
import { send } from '../harness/send.ts';
import type { Invoice, World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

const says = (key: string) => words('pt-BR', `message.${key}`);
const DRAWER = 'iframe[data-ixa-drawer]';
const PHONE = '(11) 98765-4321';
const ACTION = 'botaoAjax_22282';

/** Saves settings of messages as the options page does. */
async function allowIxc(session: ChromiumSession): Promise<void> {
  const options = await session.extensionPage('options.html');
  await options.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(request: unknown): Promise<{ messages: object }> } };
    };
    const { messages } = await chrome.runtime.sendMessage({ verb: 'setup/read' });
    const ixcAction = { kind: 'sms', gatewayId: '3' };
    await chrome.runtime.sendMessage({
      verb: 'messages/save',
      messages: { ...messages, ixcAction },
    });
  });
  await options.close();
}

function reachable(world: World, { customerId }: Invoice): void {
  world.ixc.control.editCustomer(customerId, { telefone_celular: PHONE, whatsapp: PHONE });
}

async function compose(drawer: FrameLocator): Promise<string> {
  await drawer.getByRole('button', { name: says('kind_second_copy'), exact: true }).click();
  return drawer.getByRole('textbox', { name: says('text'), exact: true }).inputValue();
}

test('a message opens in WhatsApp as it was left, and its record outlives the worker', async ({
  own: { session, panel, invoice },
  world,
}) => {
  reachable(world, invoice);
  const body = '<!doctype html><title>conversa</title>';
  await session.context.route(/^https:\/\/wa\.me\//, (route) =>
    route.fulfill({ contentType: 'text/html', body }),
  );
  await send(panel, 'pt-BR', invoice.id);
  const drawer = panel.page.frameLocator(DRAWER);
  const text = await compose(drawer);
  expect(text).toContain('Pix copia e cola: 000201');
  expect(text).not.toMatch(/[{}]/);
  const field = drawer.getByRole('textbox', { name: says('text'), exact: true });
  await field.fill(`${text}\nAté logo & obrigado`);
  const [tab] = await Promise.all([
    session.context.waitForEvent('page'),
    drawer.getByRole('button', { name: says('open_whatsapp') }).click(),
  ]);
  await tab.waitForURL(/^https:\/\/wa\.me\//);
  const url = new URL(tab.url());
  expect(url.pathname).toBe('/5511987654321');
  expect(url.searchParams.get('text')).toBe(`${text}\nAté logo & obrigado`);
  await tab.close();

  await panel.page.bringToFront();
  await expect(drawer.getByText(new RegExp(`^${says('state_opened')} (agora|há)`))).toBeVisible();
  await drawer.getByRole('button', { name: new RegExp(`^${says('mark_sent')}`) }).click();
  await expect(drawer.getByText(new RegExp(`^${says('state_sent')} `))).toBeVisible();

  await session.killWorker();
  await panel.openReceivables();
  await panel.openDrawer(invoice.id);
  await expect(
    panel.page.frameLocator(DRAWER).getByText(new RegExp(`^${says('state_sent')} `)),
  ).toBeVisible();
  expect(world.ixc.control.writes().filter(({ table }) => table === ACTION)).toEqual([]);
});

test('IXC sends exactly one, and one that it never answered is asked for by nobody again', async ({
  own: { session, panel, invoice },
  world,
}) => {
  reachable(world, invoice);
  await allowIxc(session);
  await panel.page.bringToFront();
  await send(panel, 'pt-BR', invoice.id);
  const drawer = panel.page.frameLocator(DRAWER);
  const written = () =>
    world.ixc.control
      .writes()
      .filter(({ table, body }) => table === ACTION && body?.['id_cliente'] === invoice.customerId);
  const sendByIxc = async (): Promise<void> => {
    await compose(drawer);
    await drawer.getByRole('button', { name: says('send_ixc'), exact: true }).click();
    const confirm = drawer.getByRole('button', { name: says('send_ixc_confirm') });
    // It is armed where it stands: a press that scrolls it about would disarm it.
    await expect(confirm).toBeEnabled();
    await confirm.dblclick();
  };
  await sendByIxc();
  await expect(drawer.getByText(new RegExp(`^${says('state_sent')} `))).toBeVisible();
  expect(written()).toHaveLength(1);
  expect(written()[0]?.body).toMatchObject({
    tipo_envio_mensagem: 'sms',
    celular: PHONE,
    id_gateway: '3',
    mensagem: expect.stringMatching(/^Ola, [\x20-\x7e\n]+$/),
  });

  world.ixc.control.addFault({ fault: { kind: 'html' }, table: ACTION });
  await sendByIxc();
  await expect(drawer.getByText(new RegExp(says('state_unknown')))).toBeVisible();
  await session.killWorker();
  await panel.openReceivables();
  await panel.openDrawer(invoice.id);
  await expect(
    panel.page.frameLocator(DRAWER).getByText(new RegExp(says('state_unknown'))),
  ).toBeVisible();
  expect(written()).toHaveLength(2);
});
