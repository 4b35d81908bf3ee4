import { expect, test } from 'vitest';
import { keepingRows } from './options-ledger.ts';
import { useOptions } from './options-page.ts';
import { complete, setupStories } from './page-stories.ts';

const { open, openOver, section, sent } = useOptions();
const twoAccounts = setupStories['two-accounts'] ?? complete;
const sync = () => section('Sincronização e cota');

test('everything is paused at the switch, without another button', async () => {
  await open(complete);
  const pause = sync().getByRole('switch', { name: 'Pausar tudo' });
  expect(await pause.isChecked()).toBe(false);
  await pause.check();
  await expect.poll(() => sent('pause/set')).toEqual([{ verb: 'pause/set', paused: true }]);
});

test('a pause that could not be set is not shown as one', async () => {
  const failed = { ok: false, error: { code: 'storage-full' } } as const;
  await open(complete, { replies: { 'pause/set': failed } });
  const pause = sync().getByRole('switch', { name: 'Pausar tudo' });
  await pause.click();
  await sync().getByRole('alert').getByText('O disco do navegador está cheio').waitFor();
  expect(await pause.isChecked()).toBe(false);
});

test('a pause that was set elsewhere is shown', async () => {
  await open({ ...complete, paused: true });
  await sync().getByText('Tudo pausado').waitFor();
  expect(await sync().getByRole('switch', { name: 'Pausar tudo' }).isChecked()).toBe(true);
});

test('the share says what it leaves to this browser before it is saved', async () => {
  await open(complete);
  await sync().getByText('usa até 1.000 chamadas').waitFor();
  await sync().getByLabel('Parte da cota para leituras (%)').fill('10');
  await sync().getByLabel('Navegadores nesta conta').fill('2');
  await sync().getByText('usa até 1.250 chamadas').waitFor();
  await sync().getByRole('button', { name: 'Salvar' }).click();
  await expect
    .poll(() => sent('sync/save'))
    .toEqual([{ verb: 'sync/save', sync: { sharePercent: 10, browsersPerAccount: 2 } }]);
});

test.each(['0', '51', '2,5', 'dez', ''])(
  'a share of "%s" is refused in its field',
  async (typed) => {
    await open(complete);
    await sync().getByLabel('Parte da cota para leituras (%)').fill(typed);
    await sync().getByText('Informe um número inteiro de 1 a 50.').waitFor();
    expect(await sync().getByRole('button', { name: 'Salvar' }).isDisabled()).toBe(true);
  },
);

test('each account says what was used, what is left for people, and until when it rests', async () => {
  // A rest lasts five minutes at most: from now, whenever the rows were put together.
  const quota = (keepingRows.quota ?? []).map((row) =>
    row.pausedUntil === null ? row : { ...row, pausedUntil: Date.now() + 4 * 60_000 },
  );
  await openOver({ ...keepingRows, quota }, twoAccounts);
  const sandbox = sync().getByRole('region', { name: /SANDBOX/ });
  await sandbox.getByText('3.878 de 25.000').waitFor();
  await sandbox.getByText('640 de 1.000').waitFor();
  await sandbox.getByText('cerca de 1.862 cobranças').waitFor();
  expect(await sandbox.getByText('respondendo com erro').count()).toBe(0);
  const production = sync().getByRole('region', { name: /PRODUÇÃO/ });
  await production.getByText('não cabe mais nenhum envio').waitFor();
  await production.getByText('O Asaas vem respondendo com erro').waitFor();
});

test('a panel without an account among those of two environments says that its counter is not followed', async () => {
  const [first] = twoAccounts.panels;
  if (first === undefined) throw new Error('a panel is part of the story');
  await open({ ...twoAccounts, panels: [{ ...first, accountId: null, routes: [] }] });
  await sync().getByText('este painel não tem conta escolhida').waitFor();
});

test('the last reading of each account and panel is told from the cursors', async () => {
  await openOver(keepingRows, twoAccounts);
  await sync()
    .getByText(/visto há [2-9] min/)
    .first()
    .waitFor();
  await sync().getByText('ainda não foi lida por inteiro').waitFor();
  await sync().getByText('mudanças lidas até 22/11/2026, 14:03').waitFor();
  await sync().getByText('2 títulos mudaram no IXC').waitFor();
});
