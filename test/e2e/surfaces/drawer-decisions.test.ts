import type { Frame, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Scenario } from './browser-stub.ts';
import { charged, noPlan, ready } from './drawer-samples.ts';
import { drawerStories } from './drawer-stories.ts';
import { drawerFrame, startSurfaceBrowser, type SurfaceBrowser } from './surface-browser.ts';

const stories = await drawerStories();
let surfaces: SurfaceBrowser;
let page: Page;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
});
afterAll(() => surfaces.close());
afterEach(() => page.close());

async function openDrawer(scenario: Scenario): Promise<Frame> {
  page = await surfaces.open({ path: '/host.html', scenario });
  return drawerFrame(page);
}
const openStory = (name: string) => openDrawer({ snapshot: stories[name] ?? ready });
const last = (frame: Frame) => frame.evaluate(() => stub.sent.at(-1));

test('an invoice that nothing can read is typed, and nothing goes out while a field is wrong', async () => {
  const frame = await openStory('typing-asked');
  await frame.getByLabel('Valor em aberto').fill('1.234,56');
  await frame.getByText('R$ 1.234,56').waitFor();
  await frame.getByRole('button', { name: 'Continuar' }).click();
  await frame.getByText('Informe a data de vencimento completa.').waitFor();
  expect(await frame.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe(
    'date',
  );
  expect(await last(frame)).toMatchObject({ verb: 'redeem' });

  await frame.getByLabel('Data de vencimento').fill('2026-12-10');
  await frame.getByLabel('ID do cliente').fill('901');
  await frame.getByLabel('Nome/Razão social').fill('Maria Exemplo da Silva');
  await frame.getByLabel('CNPJ/CPF').fill('123.456.789-00');
  await frame.getByRole('button', { name: 'Continuar' }).click();
  await frame.getByText('Este CPF ou CNPJ não confere').waitFor();
  await frame.getByLabel('CNPJ/CPF').fill('123.456.789-09');
  await frame.getByRole('button', { name: 'Continuar' }).click();
  expect(await last(frame)).toEqual({
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

test('what was typed can be corrected after it was planned, and is still there', async () => {
  const frame = await openDrawer({
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
  expect(await last(frame)).toMatchObject({ verb: 'redeem' });
  await frame.getByLabel('Motivo para enviar mesmo assim').fill(' baixa pedida ao banco ');
  await frame.getByRole('button', { name: 'Enviar mesmo assim' }).click();
  expect(await last(frame)).toEqual({
    verb: 'preview',
    choices: { overrideReason: 'baixa pedida ao banco' },
  });
  await frame.evaluate(
    (snapshot) => stub.push({ type: 'snapshot', snapshot }),
    stories['overridden'],
  );
  await frame.getByRole('button', { name: 'Mudar a escolha' }).click();
  expect(await frame.evaluate(() => JSON.stringify(stub.sent.at(-1)))).toBe(
    JSON.stringify({ verb: 'preview', choices: {} }),
  );
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
  expect(await last(frame)).toEqual({ verb: 'preview', choices: { giveDiscount: true } });
});

test('reasons that the options solve come with the way there', async () => {
  const frame = await openStory('blocked-by-setup');
  await frame.getByText('A cobrança pay_exemplo00009, do título 47100').waitFor();
  await frame.getByRole('button', { name: 'Abrir opções' }).click();
  expect(await last(frame)).toEqual({ verb: 'open-options' });
});

test('an expired Pix code is neither shown nor copied, and another one is asked for once', async () => {
  const frame = await openStory('pix-expired');
  await frame.getByText('código vencido, buscando outro').waitFor();
  expect(await frame.getByRole('button', { name: 'Copiar Pix copia e cola' }).count()).toBe(0);
  expect(await frame.getByRole('img', { name: /QR Code/ }).count()).toBe(0);
  await page.waitForTimeout(1200);
  const asked = await frame.evaluate(() => stub.sent.map(({ verb }) => verb));
  expect(asked).toEqual(['redeem', 'refresh']);
});

test('a Pix code that expires between two looks at the clock is not copied at the press', async () => {
  const charge = await charged();
  const frame = await openDrawer({ snapshot: { ...ready, ...noPlan, charge } });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
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
  await expect.poll(() => last(frame)).toMatchObject({ verb: 'refresh' });
});
