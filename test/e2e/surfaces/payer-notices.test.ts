import { expect, test } from 'vitest';
import { sent, useDrawer } from './drawer-page.ts';
import { isFine } from './gallery.ts';
import { noticeStories, payer, showing } from './notice-samples.ts';

const drawer = useDrawer();

test.each(Object.entries(noticeStories))(
  'the drawer shows notices that are %s legibly and accessibly, light and dark, wide and narrow',
  async (name, story) => {
    const frame = await drawer.open({ snapshot: showing(story) });
    await frame.getByRole('button', { name: /Avisos do Asaas/ }).waitFor();
    const as = `notices-${name}`;
    await frame.evaluate(() => document.querySelector('[data-notices]')?.scrollIntoView());
    await isFine(drawer.host(), frame, { name: as, wide: 420, narrow: 320 });
  },
);

test('one switch asks for one event by one channel', async () => {
  const frame = await drawer.open({ snapshot: showing() });
  await frame.getByRole('switch', { name: 'Venceu, SMS', exact: true }).click();
  await expect
    .poll(() => sent(frame))
    .toContainEqual({ verb: 'notices-switch', slot: 'overdue', channel: 'sms', on: false });
  await frame.getByRole('switch', { name: 'O Asaas avisa este pagador' }).click();
  await expect.poll(() => sent(frame)).toContainEqual({ verb: 'notices-silence', silenced: true });
});

test('a price that the account does not tell is unknown, and never zero', async () => {
  const frame = await drawer.open({ snapshot: showing({ cost: { onTime: null, late: null } }) });
  const facts = frame.locator('[data-notices] .facts');
  expect(await facts.getByText('preço desconhecido').count()).toBe(3);
  expect(await frame.getByText('R$ 0,00').count()).toBe(0);
});

test('every event says by every channel what it costs, and e-mail and SMS once a charge', async () => {
  const whatsapp = { email: false, sms: false, whatsapp: true, call: false };
  const rows = payer.rows.map((row) =>
    row.slot === 'received' ? { ...row, channels: whatsapp } : row,
  );
  const frame = await drawer.open({ snapshot: showing({ payer: { ...payer, rows } }) });
  const line = (name: string) => frame.getByRole('row', { name });
  await line('Cobrança criada').getByText('R$ 0,99').waitFor();
  await line('Pagamento recebido').getByText('R$ 0,55').waitFor();
  expect(await line('Venceu').getByText('incl.').count()).toBe(2);
  const described = await frame
    .getByRole('switch', { name: 'Venceu, SMS', exact: true })
    .evaluate((box) => {
      const id = box.getAttribute('aria-describedby') ?? '';
      return document.getElementById(id)?.textContent;
    });
  expect(described).toContain('incluído');
});

test('an event of an unknown price says so, and never R$ 0,00', async () => {
  const fees = { messaging: null, whatsapp: null, call: null };
  const cost = { onTime: null, late: null };
  const frame = await drawer.open({ snapshot: showing({ fees, cost }) });
  const row = frame.getByRole('row', { name: 'Cobrança criada' });
  await row.getByText('?', { exact: true }).waitFor();
  expect(await row.getByText('preço desconhecido').count()).toBe(1);
  await frame.getByText('“?” é um preço desconhecido').waitFor();
  expect(await frame.getByText('R$ 0,00').count()).toBe(0);
});

test('another provider’s payer is shown, and a switch of it does nothing', async () => {
  const frame = await drawer.open({ snapshot: showing(noticeStories['anothers']) });
  await frame.getByRole('switch', { name: 'Venceu, SMS', exact: true }).click({ force: true });
  await frame.getByText('é de outro provedor').waitFor();
  expect((await sent(frame)).filter(({ verb }) => verb === 'notices-switch')).toEqual([]);
});

test('the letter V opens it', async () => {
  const frame = await drawer.open({ snapshot: showing({ open: false, payer: null }) });
  await frame.getByRole('heading', { level: 1 }).focus();
  await drawer.host().keyboard.press('v');
  await expect.poll(() => sent(frame)).toContainEqual({ verb: 'notices', open: true });
});
