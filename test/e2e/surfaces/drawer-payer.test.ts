import type { Frame } from '@playwright/test';
import { expect, test } from 'vitest';
import type { DrawerSnapshot } from '../../../lib/messages/drawer.ts';
import { NO_DESK } from '../../../lib/messages/drawer-desk.ts';
import type { PayerData } from '../../../lib/messages/payer-data.ts';
import { isFine as expectFine } from './gallery.ts';
import { lastSent, push, sent, useDrawer } from './drawer-page.ts';
import { charged, job, MINUTE, noPlan, NOW, ready } from './drawer-samples.ts';
import { drawerStories } from './drawer-stories.ts';
import { payerAfterwards, payerData as data, withPayer } from './payer-samples.ts';

const drawer = useDrawer();
const charge = await charged();
const afterwards = payerAfterwards(charge);
const choosing = (await drawerStories())['payer-choice'] ?? ready;

const isFine = (frame: Frame, name: string) =>
  expectFine(drawer.host(), frame, { name, wide: 440, narrow: 340 });

const UPDATE_OF_MAIL = {
  verb: 'payer-update',
  payerId: 'cus_exemplo00001',
  fields: ['email'],
  seen: 'mark-1',
};

test('payers stand side by side with IXC’s customer, told by keyboard and to a screen reader', async () => {
  const alarmed: DrawerSnapshot = {
    ...choosing,
    plan: { kind: 'blocked', reasons: [{ code: 'payer-name-differs' }], overdue: null },
    desk: { ...NO_DESK, payer: { ...data, payerId: null, differences: [], shared: [] } },
  };
  const frame = await drawer.open({ snapshot: alarmed });
  await frame.getByRole('alert').getByText('Nome e CPF não combinam').waitFor();
  const asked = async () => (await sent(frame)).filter(({ verb }) => verb === 'payer-data').length;
  await expect.poll(asked).toBe(1);
  const counted = { ...data, payerId: null, differences: [], charges: { cus_exemplo00002: 3 } };
  await push(frame, { ...alarmed, desk: { ...NO_DESK, payer: counted } });
  const other = frame.getByRole('table', { name: 'Comparar com Mario Exemplo' });
  await other
    .getByRole('row', { name: /nome Maria Exemplo da Silva Mario Exemplo diferente/ })
    .waitFor();
  await other.getByRole('row', { name: /e-mail .* mario@outro.example diferente/ }).waitFor();
  await other
    .getByRole('row', { name: /cobranças/ })
    .getByText('3')
    .waitFor();
  expect(await asked()).toBe(1);
  const radio = frame.getByRole('radio', { name: /^Mario Exemplo/ });
  expect(
    await radio.evaluate((input) => {
      return document.getElementById(input.getAttribute('aria-describedby') ?? '')?.tagName;
    }),
  ).toBe('TABLE');
  await frame.getByRole('radio').first().focus();
  await drawer.host().keyboard.press('ArrowDown');
  await expect
    .poll(() => lastSent(frame))
    .toEqual({ verb: 'preview', choices: { payerId: 'cus_exemplo00002' } });
  await isFine(frame, 'drawer-payer-choice-alarm');
});

test('what is blank is said to be filled, and each change is asked about on its own', async () => {
  const frame = await drawer.open({ snapshot: withPayer({}) });
  await frame.getByText('Vazio no Asaas: celular, CEP.').waitFor();
  await frame.getByText('(telefone fixo): 3333-4444').waitFor();
  expect(await frame.getByRole('radio', { name: /^Manter o do Asaas/ }).count()).toBe(3);
  for (const keep of await frame.getByRole('radio', { name: /^Manter o do Asaas/ }).all()) {
    expect(await keep.isChecked()).toBe(true);
  }
  await frame.getByRole('radio', { name: 'Usar o do IXC: maria@cliente.example' }).check();
  expect(await frame.getByText('Valem também para as cobranças').count()).toBe(0);
  await frame.getByRole('radio', { name: 'Usar o do IXC: ***.456.789-**' }).check();
  await frame.getByText('Valem também para as cobranças').waitFor();
  await frame.getByRole('radio', { name: 'Manter o do Asaas: ***.111.222-**' }).check();
  await frame.getByRole('button', { name: 'Atualizar no Asaas' }).press('Enter');
  await expect.poll(() => lastSent(frame)).toEqual(UPDATE_OF_MAIL);
  await frame.getByText('José Antônio Gêmeo Exemplo, ID 24').waitFor();
  await isFine(frame, 'drawer-payer-stale');
});

test('who else has the CPF is looked for where that matters, and not on an ordinary invoice', async () => {
  const plain = data.differences.filter(({ field }) => field === 'email');
  const unread = { shared: [], sharedRead: false, differences: plain } satisfies Partial<PayerData>;
  const frame = await drawer.open({ snapshot: withPayer(unread) });
  await frame.getByRole('button', { name: 'Atualizar no Asaas' }).waitFor();
  const search = frame.getByRole('button', { name: 'Procurar este CPF no IXC' });
  expect(await search.count()).toBe(0);
  await push(frame, withPayer({ ...unread, differences: data.differences }));
  await search.waitFor();
  await push(frame, withPayer({ ...unread, shared: data.shared }));
  await search.click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'payer-data' });
});

test('a CPF that is wrong is corrected in IXC and read again from here', async () => {
  const frame = await drawer.open({ snapshot: (await drawerStories())['no-document'] ?? ready });
  await frame.getByText('Cadastros › Clientes').waitFor();
  await frame.getByRole('button', { name: 'Copiar ID do cliente no IXC' }).waitFor();
  await frame.getByRole('button', { name: 'Ler de novo' }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'refresh' });
});

test('other data for one sending take a right, a reason, and values that can be right', async () => {
  const frame = await drawer.open({ snapshot: { ...ready, rights: { mayOverride: true } } });
  await frame.getByText('Usar outros dados só neste envio').press('Enter');
  const use = frame.getByRole('button', { name: 'Usar neste envio' });
  await use.click();
  await frame.getByText('Preencha o e-mail, o celular ou o CPF.').waitFor();
  await frame.getByLabel('CPF ou CNPJ só para este envio').fill('123.456.789-00');
  await frame.getByLabel('Celular só para este envio').fill('8765-4321');
  await frame.getByLabel('Motivo para usar outros dados').fill('cliente pediu');
  await use.click();
  await frame.getByText('Este CPF ou CNPJ não confere.').waitFor();
  await frame.getByText('Este celular não confere.').waitFor();
  await isFine(frame, 'drawer-payer-override');
  expect((await sent(frame)).map(({ verb }) => verb)).toEqual(['redeem']);
  await frame.getByLabel('CPF ou CNPJ só para este envio').fill('');
  await frame.getByLabel('Celular só para este envio').fill('(21) 99876-5432');
  await use.click();
  await expect
    .poll(() => lastSent(frame))
    .toMatchObject({
      verb: 'preview',
      choices: { payerOverride: { reason: 'cliente pediu' } },
    });
  const all = await sent(frame);
  expect(all).toContainEqual({
    verb: 'payer-override',
    override: { id: expect.any(String) as string, mobilePhone: '(21) 99876-5432' },
  });
  // What was typed and what the sending names are the same.
  const ids = [...JSON.stringify(all).matchAll(/"id":"([0-9a-f-]{36})"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test('an attendant reads who may use other data, and has nothing to type', async () => {
  const frame = await drawer.open({ snapshot: { ...ready, rights: { mayOverride: false } } });
  await frame.getByText('Usar outros dados só neste envio').click();
  await frame.getByText('Quem tem o papel Financeiro').waitFor();
  expect(await frame.getByRole('button', { name: 'Usar neste envio' }).count()).toBe(0);
});

test('what was sent with other data says so, and a refused update says that no charge waits', async () => {
  const frame = await drawer.open({ snapshot: afterwards });
  await frame.getByText('Motivo: cliente pediu outro celular').waitFor();
  await frame.getByText('O celular informado é inválido.').waitFor();
  await frame.getByText('A cobrança não depende disto.').waitFor();
  await isFine(frame, 'drawer-payer-afterwards');
});

test('what was typed and stayed in the record goes back to IXC’s by one button', async () => {
  const back = {
    differences: data.differences.filter(({ field }) => field === 'email'),
    ...{ shared: [], sharedRead: false, job: null },
    sentWith: { reason: 'cliente pediu outro e-mail', at: NOW - 5 * MINUTE },
    putBack: { fields: ['email'], onlyAsaas: ['mobilePhone'], unusable: ['document'] },
  } satisfies Partial<PayerData>;
  const base = { ...ready, ...noPlan, charge };
  const frame = await drawer.open({ snapshot: withPayer(back, base) });
  await frame.getByText('e-mail: velho@cliente.example. No IXC: maria@cliente.example').waitFor();
  await frame.getByText('O IXC não tem, e o Asaas tem: celular.').waitFor();
  await frame.getByText('O do IXC não confere, e o do Asaas ficou:').waitFor();
  const button = frame.getByRole('button', { name: 'Voltar ao do IXC' });
  await button.focus();
  await drawer.host().keyboard.press('Enter');
  await expect.poll(() => lastSent(frame)).toEqual(UPDATE_OF_MAIL);
  await isFine(frame, 'drawer-payer-put-back');
  await push(frame, withPayer({ ...back, job: job('locating', { kind: 'payer' }) }, base));
  await expect.poll(() => button.isDisabled()).toBe(true);
});
