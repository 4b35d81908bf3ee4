import { expect, test } from 'vitest';
import { lastSent, push, sent, useDrawer } from './drawer-page.ts';
import { charged, noPlan, ready } from './drawer-samples.ts';
import { drawerStories } from './drawer-stories.ts';

const stories = await drawerStories();
const drawer = useDrawer();
const openStory = (name: string) => drawer.open({ snapshot: stories[name] ?? ready });

test('an invoice that nothing can read is typed, and nothing goes out while a field is wrong', async () => {
  const frame = await openStory('typing-asked');
  await frame.getByLabel('Valor em aberto').fill('1.234,56');
  await frame.getByText('R$ 1.234,56').waitFor();
  await frame.getByRole('button', { name: 'Continuar' }).click();
  await frame.getByText('Informe a data de vencimento completa.').waitFor();
  await expect
    .poll(() => frame.evaluate(() => (document.activeElement as HTMLInputElement).type))
    .toBe('date');
  await expect.poll(() => lastSent(frame)).toMatchObject({ verb: 'redeem' });

  await frame.getByLabel('Data de vencimento').fill('2026-12-10');
  await frame.getByLabel('ID do cliente').fill('901');
  await frame.getByLabel('Nome/Razão social').fill('Maria Exemplo da Silva');
  await frame.getByLabel('CNPJ/CPF').fill('123.456.789-00');
  await frame.getByRole('button', { name: 'Continuar' }).click();
  await frame.getByText('Este CPF ou CNPJ não confere').waitFor();
  await frame.getByLabel('CNPJ/CPF').fill('123.456.789-09');
  await frame.getByRole('button', { name: 'Continuar' }).click();
  await expect
    .poll(() => lastSent(frame))
    .toEqual({
      verb: 'type',
      typed: {
        open: 123456,
        dueDate: '2026-12-10',
        customerId: '901',
        name: 'Maria Exemplo da Silva',
        document: '123.456.789-09',
        email: null,
        mobilePhone: null,
      },
    });
});

test('a charge that may be another provider’s is named, and nothing of it is handed out', async () => {
  const frame = await openStory('charge-unproven');
  await frame.getByText('ainda não se sabe se é deste cliente').waitFor();
  expect(await frame.getByRole('link').count()).toBe(0);
  for (const name of ['Copiar', 'Enviar', 'Cobrar', 'Confirmar']) {
    expect(await frame.getByRole('button', { name }).count()).toBe(0);
  }
  const text = await frame.locator('main').innerText();
  expect(text).not.toMatch(/Situação no Asaas|Pago em|Recebida|códigos de pagamento/);
});

test('what was typed can be corrected after it was planned, and is still there', async () => {
  const frame = await drawer.open({
    snapshot: stories['typing-asked'] ?? ready,
    afterwards: { type: stories['typed-preview'] ?? ready },
  });
  await frame.getByLabel('Valor em aberto').fill('99,90');
  await frame.getByLabel('Data de vencimento').fill('2026-12-10');
  await frame.getByLabel('ID do cliente').fill('901');
  await frame.getByLabel('Nome/Razão social').fill('Maria Exemplo da Silva');
  await frame.getByLabel('CNPJ/CPF').fill('12345678909');
  await frame.getByRole('button', { name: 'Continuar' }).click();
  await frame.getByText('Estes dados foram digitados').waitFor();
  await frame.getByRole('button', { name: 'Corrigir o que digitei' }).click();
  expect(await frame.getByLabel('Valor em aberto').inputValue()).toBe('99,90');
});

test('a registration elsewhere is overridden with a reason only, and the choice can be taken back', async () => {
  const frame = await openStory('override-offered');
  await frame.getByLabel('Motivo para enviar mesmo assim').fill('ok');
  await frame.getByRole('button', { name: 'Enviar mesmo assim' }).click();
  await frame.getByText('com pelo menos 5 letras').waitFor();
  await expect.poll(() => lastSent(frame)).toMatchObject({ verb: 'redeem' });
  await frame.getByLabel('Motivo para enviar mesmo assim').fill(' baixa pedida ao banco ');
  await frame.getByRole('button', { name: 'Enviar mesmo assim' }).click();
  await expect
    .poll(() => lastSent(frame))
    .toEqual({
      verb: 'preview',
      choices: { overrideReason: 'baixa pedida ao banco' },
    });
  await push(frame, stories['overridden'] ?? ready);
  await frame.getByRole('button', { name: 'Mudar a escolha' }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'preview', choices: {} });
});

test('an attendant reads who may override, and has nothing to press', async () => {
  const frame = await openStory('override-refused');
  await frame.getByText('Quem tem o papel Financeiro').waitFor();
  expect(await frame.getByRole('button', { name: 'Enviar mesmo assim' }).count()).toBe(0);
});

test('the conditional discount is given only when ticked', async () => {
  const frame = await openStory('discount-left-out');
  await frame.getByText('R$ 10,00 até 05/12/2026').waitFor();
  await frame.getByLabel('Dar o desconto também na cobrança').check();
  await expect
    .poll(() => lastSent(frame))
    .toEqual({ verb: 'preview', choices: { giveDiscount: true } });
});

test('reasons that the options solve come with the way there', async () => {
  const frame = await openStory('blocked-by-setup');
  await frame.getByText('A cobrança pay_exemplo00009, do título 47100').waitFor();
  await frame.getByRole('button', { name: 'Abrir opções' }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'open-options' });
});

test('an expired Pix code is neither shown nor copied, and another one is asked for once', async () => {
  const frame = await openStory('pix-expired');
  await frame.getByText('código vencido, buscando outro').waitFor();
  expect(await frame.getByRole('button', { name: 'Copiar Pix copia e cola' }).count()).toBe(0);
  expect(await frame.getByRole('img', { name: /QR Code/ }).count()).toBe(0);
  const asked = async () => (await sent(frame)).map(({ verb }) => verb);
  await expect.poll(asked).toEqual(['redeem', 'refresh']);
  await drawer.host().waitForTimeout(1200);
  expect(await asked()).toEqual(['redeem', 'refresh']);
});

test('a Pix code that expires between two looks at the clock is not copied at the press', async () => {
  const charge = await charged();
  const frame = await drawer.open({ snapshot: { ...ready, ...noPlan, charge } });
  const page = drawer.host();
  await page.evaluate(() => navigator.clipboard.writeText('antes'));
  const button = frame.getByRole('button', { name: 'Copiar Pix copia e cola' });
  await button.waitFor();
  // The clock jumps and the page is pressed before its next look.
  await frame.evaluate(() => {
    Date.now = () => new Date('2030-01-01').getTime();
    const copy = [...document.querySelectorAll('button')].find((each) =>
      each.ariaLabel?.includes('Pix'),
    );
    copy?.click();
  });
  await frame.getByText('código vencido, buscando outro').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('antes');
  await expect.poll(() => lastSent(frame)).toMatchObject({ verb: 'refresh' });
});
