import { expect, test } from 'vitest';
import { lastSent, useDrawer } from './drawer-page.ts';
import { charged, noPlan, ready } from './drawer-samples.ts';
import { drawerStories } from './drawer-stories.ts';

const stories = await drawerStories();
const drawer = useDrawer();
const openStory = (name: string) => drawer.open({ snapshot: stories[name] ?? ready });

test('the old charge is cancelled only when ticked, and the confirmation names it', async () => {
  const frame = await drawer.open({
    snapshot: stories['replace-offered'] ?? ready,
    afterwards: { preview: stories['replace-preview'] ?? ready },
  });
  await frame.getByText('de R$ 89,90 com vencimento em 10/10/2026, do título 47100').waitFor();
  expect(await frame.getByRole('button', { name: 'Confirmar envio' }).count()).toBe(0);
  await frame.getByLabel('Cancelar a antiga e enviar esta').click();
  await expect
    .poll(() => lastSent(frame))
    .toEqual({
      verb: 'preview',
      choices: { replacePredecessors: ['pay_exemplo00009'] },
    });
  const confirm = frame.getByRole('button', { name: 'Cancelar a antiga e enviar' });
  await confirm.and(frame.locator(':enabled')).waitFor();
  await frame
    .getByText(
      'Antes, cancela no Asaas pay_exemplo00009 (R$ 89,90, vencimento 10/10/2026). Se o cliente acabou de pagar no banco',
    )
    .waitFor();
  await confirm.click();
  await expect
    .poll(() => lastSent(frame))
    .toMatchObject({
      verb: 'confirm',
      choices: { replacePredecessors: ['pay_exemplo00009'] },
    });
});

test('several old charges are cancelled together or not at all', async () => {
  const frame = await openStory('replace-offered-several');
  await frame.getByLabel('Cancelar as 2 antigas e enviar esta').click();
  await expect
    .poll(() => lastSent(frame))
    .toMatchObject({
      choices: { replacePredecessors: ['pay_exemplo00009', 'pay_exemplo00008'] },
    });
});

test('the choice to cancel the old charge can be taken back', async () => {
  const frame = await drawer.open({
    snapshot: stories['replace-offered'] ?? ready,
    afterwards: { preview: stories['replace-preview'] ?? ready },
  });
  await frame.getByLabel('Cancelar a antiga e enviar esta').click();
  await frame.getByText('Você escolheu cancelar a cobrança antiga.').waitFor();
  await frame.getByRole('button', { name: 'Mudar a escolha' }).click();
  await expect
    .poll(() => frame.evaluate(() => JSON.stringify(stub.sent.at(-1))))
    .toBe(JSON.stringify({ verb: 'preview', choices: {} }));
});

test('the progress tells of the old charge and of the new one', async () => {
  const frame = await openStory('replace-pending');
  await frame.getByText('cancelamento pedido ao Asaas, conferindo').waitFor();
  await frame.getByText('Primeiro a cobrança antiga é cancelada no Asaas.').waitFor();
  expect(await frame.getByRole('button', { name: 'Cancelar envio' }).count()).toBe(0);
});

test('who is left without any charge is told so', async () => {
  const frame = await openStory('replace-alone');
  await frame.getByText('O cliente está sem cobrança até um novo envio.').waitFor();
  await frame.getByRole('button', { name: 'Preparar novo envio' }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'refresh' });
});

test('a charge that Asaas no longer finds is cleared by who has looked', async () => {
  const frame = await openStory('charge-missing');
  await frame.getByText('O Asaas não encontra mais a cobrança pay_exemplo00009').waitFor();
  await frame.getByRole('button', { name: 'Já conferi: não existe no Asaas' }).click();
  await expect
    .poll(() => lastSent(frame))
    .toEqual({ verb: 'settle-missing', chargeId: 'pay_exemplo00009' });
});

test('a boleto whose registration lapsed says so, and gives no linha digitável and no PDF', async () => {
  const frame = await openStory('charge-lapsed');
  await frame.getByText('O registro do boleto venceu e ele não pode mais ser pago.').waitFor();
  expect(await frame.getByRole('button', { name: /Copiar Linha digitável/ }).count()).toBe(0);
  expect(await frame.getByRole('link', { name: 'Boleto em PDF' }).count()).toBe(0);
  expect(await frame.getByText('Buscando os códigos').count()).toBe(0);
});

test('beside more look-alikes than can be checked, another charge is not on offer, and it is said why', async () => {
  const frame = await openStory('duplicate-many');
  await frame.getByText('São 25 cobranças parecidas').waitFor();
  expect(await frame.getByRole('radio', { name: 'Usar a que já existe' }).count()).toBe(20);
  expect(await frame.getByRole('radio', { name: 'Criar outra cobrança' }).count()).toBe(0);
});

test('whether a Pix code is over is judged by Asaas’s clock, not by this computer’s', async () => {
  const charge = await charged();
  const pix = charge.pix && { ...charge.pix, expiresAt: '2020-01-01 23:59:59' };
  const snapshot = { ...ready, ...noPlan, charge: { ...charge, pix } };
  const late = await drawer.open({ snapshot });
  await late.getByText('código vencido, buscando outro').waitFor();
  const tenYears = 10 * 365 * 24 * 60 * 60_000;
  const right = await drawer.open({ snapshot: { ...snapshot, clockOffset: -tenYears } });
  await right.getByRole('button', { name: 'Copiar Pix copia e cola' }).waitFor();
});
