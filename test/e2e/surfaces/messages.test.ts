import { expect, test } from 'vitest';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { PayerMessage } from '../../../lib/messages/payer-message.ts';
import { push, sent, useDrawer } from './drawer-page.ts';
import { charged, NOW, ready } from './drawer-samples.ts';
import { isFine } from './gallery.ts';

const drawer = useDrawer();
const charge = await charged();

const message: PayerMessage = {
  kinds: ['overdue', 'second-copy', 'all-overdue', 'new-date'],
  withheld: null,
  draft: {
    id: 7,
    tries: 0,
    kind: 'overdue',
    subject: 'Provedor Exemplo: fatura com vencimento em 10/11/2026',
    text: 'Olá, Maria! Não identificamos o pagamento.\n\nProvedor Exemplo · CNPJ 11.222.333/0001-81\nRua das Amostras, 100',
    collection: true,
    provider: {
      name: 'Provedor Exemplo',
      document: '11222333000181',
      address: 'Rua das Amostras, 100',
    },
    left: 0,
    isUnchecked: false,
    phone: { number: '(11) 98765-4321' },
    mail: 'maria@cliente.example',
  },
  refusal: null,
  unread: null,
  cap: { used: 3, most: 50, freesAt: NOW + 3_600_000 },
  log: [
    {
      id: 'a'.repeat(32),
      at: NOW - 7_800_000,
      settledAt: NOW - 7_800_000,
      state: 'opened',
      channel: 'whatsapp',
      template: 'second-copy',
      charges: 1,
      isOwn: true,
    },
    {
      id: 'b'.repeat(32),
      at: NOW - 90_000_000,
      settledAt: NOW - 90_000_000,
      state: 'unknown',
      channel: 'ixc-sms',
      template: 'all-overdue',
      charges: 3,
      isOwn: true,
    },
  ],
  ixc: 'sms',
};

const showing = (change: Partial<PayerMessage> = {}): DrawerSnapshot => ({
  ...ready,
  plan: null,
  planId: null,
  charge,
  desk: { ...NO_DESK, message: { ...message, ...change } },
});

const stories: Readonly<Record<string, Partial<PayerMessage>>> = {
  draft: {},
  refused: {
    draft: null,
    refusal: { code: 'identity', parts: ['address'] },
  },
  closed: { kinds: [], draft: null, withheld: 'closed-in-ixc' },
  doubtful: {
    draft: message.draft && { ...message.draft, left: 2, isUnchecked: true },
    log: message.log.map((one) => ({ ...one, isOwn: false })),
  },
  spent: {
    cap: { used: 50, most: 50, freesAt: NOW + 3_600_000 },
    refusal: { code: 'cap', most: 50, freesAt: NOW + 3_600_000 },
  },
};

test.each(Object.entries(stories))(
  'the drawer shows a message that is %s legibly and accessibly, light and dark, wide and narrow',
  async (name, story) => {
    const frame = await drawer.open({ snapshot: showing(story) });
    await frame.getByRole('heading', { name: 'Mensagem ao cliente' }).waitFor();
    await isFine(drawer.host(), frame, { name: `message-${name}`, wide: 420, narrow: 320 });
  },
);

test('what the operator left of the text is what is opened', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  await frame.getByLabel('Texto', { exact: true }).fill('Bom dia, Maria!');
  await frame.getByText('SMS sem acentos: 15 caracteres, 1 mensagem(ns)').waitFor();
  await frame.getByRole('button', { name: 'Abrir no WhatsApp' }).click();
  await expect
    .poll(() => sent(frame))
    .toContainEqual({
      verb: 'message-out',
      by: 'whatsapp',
      draft: 7,
      subject: 'Provedor Exemplo: fatura com vencimento em 10/11/2026',
      text: 'Bom dia, Maria!',
    });
});

test('a text that e-mail would cut off is not opened there, and says the way out', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  await frame.getByLabel('Texto', { exact: true }).fill('palavra '.repeat(250));
  await frame.getByText('Passou do que este canal aceita.').waitFor();
  expect(await frame.getByRole('button', { name: 'Abrir no e-mail' }).isDisabled()).toBe(true);
  expect(await frame.getByRole('button', { name: 'Abrir no WhatsApp' }).isEnabled()).toBe(true);
});

test('IXC is asked only after what it does was said and confirmed', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  await frame.getByRole('button', { name: 'Enviar pelo IXC' }).click();
  await frame.getByText('por SMS, sem acentos, uma vez só, para (11) 98765-4321').waitFor();
  expect((await sent(frame)).filter(({ verb }) => verb === 'message-out')).toEqual([]);
  const confirm = frame.getByRole('button', { name: 'Confirmar envio pelo IXC' });
  // Like every confirmation: not before it was on screen for a moment.
  expect(await confirm.isEnabled()).toBe(false);
  await expect.poll(() => confirm.isEnabled()).toBe(true);
  await confirm.click();
  await expect.poll(() => sent(frame)).toContainEqual(expect.objectContaining({ by: 'ixc' }));
});

test('nothing is asked of IXC through something that the page laid over the drawer', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  const host = drawer.host();
  await host.evaluate(() => {
    const cover = document.createElement('div');
    cover.style.cssText =
      'position:fixed;inset:0;background:#fff;opacity:0.9;pointer-events:none;z-index:2147483647';
    document.body.append(cover);
  });
  await frame.getByRole('button', { name: 'Enviar pelo IXC' }).click();
  const confirm = frame.getByRole('button', { name: 'Confirmar envio pelo IXC' });
  await host.waitForTimeout(1_200);
  expect(await confirm.isEnabled()).toBe(false);
  expect((await sent(frame)).filter(({ verb }) => verb === 'message-out')).toEqual([]);
});

test('another text is another confirmation, and the keyboard goes there and back', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  const focused = () => frame.evaluate(() => document.activeElement?.textContent ?? '');
  await frame.getByRole('button', { name: 'Enviar pelo IXC' }).focus();
  await drawer.host().keyboard.press('Enter');
  const confirm = frame.getByRole('button', { name: 'Confirmar envio pelo IXC' });
  await confirm.waitFor();
  expect(await focused()).toContain('para (11) 98765-4321');
  await expect.poll(() => confirm.isEnabled()).toBe(true);
  await frame.getByLabel('Texto', { exact: true }).fill('Bom dia, Maria!');
  expect(await confirm.isEnabled()).toBe(false);
  await frame.getByRole('button', { name: 'Voltar' }).click();
  expect(await focused()).toBe('Enviar pelo IXC');
});

test('an opened message waits for the word of the operator', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  await frame.getByText('Aberta há 2 h').waitFor();
  await frame.getByText('Não se sabe, confira no IXC há 1 d').waitFor();
  await frame.getByRole('button', { name: 'Marcar como enviada: Segunda via · WhatsApp' }).click();
  await expect
    .poll(() => sent(frame))
    .toContainEqual({ verb: 'message-settle', id: 'a'.repeat(32), as: 'sent' });
});

test('nothing leaves once the day is spent', async () => {
  const frame = await drawer.open({ snapshot: showing(stories['spent']) });
  await frame.getByText('podem fazer o WhatsApp banir o número').waitFor();
  for (const name of ['Abrir no WhatsApp', 'Abrir no e-mail', 'Copiar', 'Enviar pelo IXC']) {
    const button = frame.getByRole('button', { name, exact: true });
    expect(await button.last().isDisabled(), name).toBe(true);
  }
});

test('a message by IXC that was refused can be confirmed again, and one that went before is named', async () => {
  const frame = await drawer.open({ snapshot: showing({ log: [] }) });
  await frame.getByRole('button', { name: 'Enviar pelo IXC' }).click();
  const confirm = frame.getByRole('button', { name: 'Confirmar envio pelo IXC' });
  // It is armed where it stands: a press that scrolls it about would disarm it.
  const armed = () => expect.poll(() => confirm.isEnabled()).toBe(true);
  const asked = async () => (await sent(frame)).filter(({ verb }) => verb === 'message-out').length;
  await armed();
  await confirm.click();
  await expect.poll(asked).toBe(1);
  const { draft } = message;
  if (draft === null) throw new Error('the sample has a draft');
  const stayed = { draft: { ...draft, tries: 1 }, refusal: { code: 'unchecked' } } as const;
  await push(frame, showing({ log: [], ...stayed }));
  await frame.getByRole('alert').first().waitFor();
  await armed();
  await confirm.click();
  await expect.poll(asked).toBe(2);

  await push(frame, showing(stayed));
  await frame.getByText(/Já foi pedida ao IXC uma mensagem desta cobrança/).waitFor();
  expect(await confirm.isDisabled()).toBe(true);
  await armed();
  await confirm.click();
  await expect.poll(asked).toBe(3);
});

test('what was written by hand outlives the worker, unless the charge is told of otherwise by then', async () => {
  const none = showing({ draft: null, log: [] });
  const frame = await drawer.open({ snapshot: none });
  const { draft } = message;
  if (draft === null) throw new Error('the sample has a draft');
  await frame.getByRole('button', { name: 'Venceu' }).click();
  await push(frame, showing({ log: [] }));
  const text = frame.getByRole('textbox', { name: 'Texto', exact: true });
  await text.fill('Oi, Maria! Como combinamos por telefone.');
  const asksAgain = async (): Promise<void> => {
    const before = (await sent(frame)).length;
    await frame.evaluate(() => {
      stub.dropPort();
    });
    const asked = async () => (await sent(frame)).slice(before).map(({ verb }) => verb);
    await expect.poll(asked).toEqual(['resume', 'compose']);
  };
  await asksAgain();
  await push(frame, showing({ log: [], draft: { ...draft, id: 1 } }));
  await expect.poll(() => text.inputValue()).toBe('Oi, Maria! Como combinamos por telefone.');

  await asksAgain();
  await push(frame, showing({ log: [], draft: { ...draft, id: 1, text: 'Outro valor.' } }));
  await expect.poll(() => text.inputValue()).toBe('Outro valor.');

  // Put away by the worker itself, at a lock for one: it is gone here, too.
  await push(frame, none);
  await text.waitFor({ state: 'detached' });
  const before = (await sent(frame)).length;
  await frame.evaluate(() => {
    stub.dropPort();
  });
  await expect.poll(async () => (await sent(frame)).at(-1)).toMatchObject({ verb: 'resume' });
  expect((await sent(frame)).slice(before)).toHaveLength(1);
});
