import type { Frame, Page } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cents } from '../../../lib/billing/money.ts';
import type { ActReading } from '../../../lib/messages/charge-acts.ts';
import type { PageReplies } from '../../../lib/messages/pages.ts';
import { actStories, drawerActStories, OTHER_PAYER, reading } from './act-samples.ts';
import { drawerFrame, lastSent, push, sent } from './drawer-page.ts';
import { accessibilityProblems, isFine } from './gallery.ts';
import { empty, kindReplies } from './page-stories.ts';
import { startSurfaceBrowser, type SurfaceBrowser, type SurfaceTab } from './surface-browser.ts';

let surfaces: SurfaceBrowser;
let tab: SurfaceTab;
let english: SurfaceTab;
beforeAll(async () => {
  surfaces = await startSurfaceBrowser();
  tab = await surfaces.newTab({ width: 480, height: 720 });
  english = await surfaces.newTab({ locale: 'en', width: 480, height: 720 });
});
afterAll(() => surfaces.close());

const ID = 'x'.repeat(43);

async function open(
  read: PageReplies['act/read'] | ActReading,
  replies: Partial<PageReplies> = {},
  { page, show }: SurfaceTab = tab,
): Promise<Page> {
  const answer: PageReplies['act/read'] = 'ok' in read ? read : { ok: true, value: read };
  // A hash alone loads nothing anew.
  await page.goto('about:blank');
  await show(`/confirm.html#${ID}`, {
    replies: { ...kindReplies, 'act/read': answer, ...replies },
  });
  await page.locator('main').waitFor();
  return page;
}

const asked = (page: Page, verb: string) =>
  page.evaluate((wanted) => stub.sent.filter((one) => one.verb === wanted), verb);

test.each(Object.entries(actStories))(
  'the window shows %s legibly and accessibly, light and dark, wide and narrow',
  async (name, story) => {
    const page = await open(story);
    const frame = page.mainFrame();
    await frame.getByText('Maria Exemplo da Silva').first().waitFor();
    await isFine(page, frame, { name: `confirm-${name}`, wide: 480, narrow: 320 });
    expect(await frame.evaluate(() => stub.violations)).toEqual([]);
    const other = await open(story, {}, english);
    await other.getByText('Maria Exemplo da Silva').first().waitFor();
    expect(await other.locator('body').innerText()).not.toMatch(/\{\w+\}|undefined|NaN/);
  },
);

test('a confirmation is armed after a moment, says what was seen and typed, and is sent once', async () => {
  const page = await open(reading('refund'));
  const confirm = page.getByRole('button', { name: /^Devolver pagamento/ });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByRole('textbox', { name: 'Valor a devolver' }).fill('1.234,56');
  await page.getByText(/Informe um valor acima de zero/).waitFor();
  await page.getByRole('textbox', { name: 'Valor a devolver' }).fill('49,9');
  await page.getByRole('textbox', { name: 'Motivo' }).fill('  Cobrado a mais ');
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Devolver pagamento: R$ 49,90' }).dblclick();
  await page.getByText('Pedido anotado.').waitFor();
  expect(await asked(page, 'act/confirm')).toEqual([
    {
      verb: 'act/confirm',
      id: ID,
      seen: reading('refund').seen,
      reason: 'Cobrado a mais',
      value: 4990,
    },
  ]);
});

test('more than the account has is refused by its reason, before and after it is asked for', async () => {
  const seen = { ...reading('refund').seen, status: 'RECEIVED' };
  const refusal = { refusal: 'no-balance', balance: 'R$ 10,00', value: 'R$ 60,00' };
  const refused = { ok: false, error: { code: 'act-refused', params: refusal } } as const;
  const page = await open(reading('refund', { seen, balance: cents(6000) }), {
    'act/confirm': refused,
  });
  const confirm = page.getByRole('button', { name: /^Devolver pagamento/ });
  await page.getByRole('textbox', { name: 'Motivo' }).fill('Cobrado a mais');
  await page.getByText(/O saldo da conta Asaas é R\$ 60,00/).waitFor();
  await page.waitForTimeout(700);
  expect(await confirm.isDisabled()).toBe(true);
  // What is at hand may have gone since it was read.
  await page.getByRole('textbox', { name: 'Valor a devolver' }).fill('60,00');
  await confirm.click();
  await page
    .getByRole('alert')
    .getByText(/O saldo da conta Asaas é R\$ 10,00/)
    .waitFor();
});

test('a reason with somebody’s CPF is not taken', async () => {
  const page = await open(reading('cancel'));
  await page.getByRole('textbox', { name: 'Motivo' }).fill('CPF 529.982.247-25 desistiu');
  await page.getByText(/O motivo não pode ter CPF/).waitFor();
  await page.waitForTimeout(700);
  expect(await page.getByRole('button', { name: 'Cancelar cobrança' }).isDisabled()).toBe(true);
});

test('the keyboard alone confirms, and is at the way out afterwards', async () => {
  const page = await open(reading('restore'));
  const confirm = page.getByRole('button', { name: 'Restaurar cobrança' });
  // One that is not armed yet takes no key either.
  await expect.poll(() => confirm.isEnabled()).toBe(true);
  await confirm.press('Enter');
  await page.getByText('Pedido anotado.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Fechar');
  expect(await asked(page, 'act/confirm')).toMatchObject([{ reason: '', value: null }]);
});

test('a click that no person made confirms nothing', async () => {
  const page = await open(reading('undo-receive-in-cash'));
  const confirm = page.getByRole('button', { name: 'Desfazer recebido no balcão' });
  await expect.poll(() => confirm.isEnabled()).toBe(true);
  await confirm.evaluate((button: HTMLButtonElement) => {
    button.click();
  });
  expect(await asked(page, 'act/confirm')).toEqual([]);
});

test('what was refused is told beside the charge as it is now', async () => {
  const failure = { ok: false, error: { code: 'changed-since-confirmation' } } as const;
  const page = await open(reading('receive-in-cash'), { 'act/confirm': failure });
  const confirm = page.getByRole('button', { name: 'Recebido no balcão' });
  await confirm.click();
  await page.getByRole('alert').waitFor();
  expect(await asked(page, 'act/read')).toHaveLength(2);
  await confirm.click();
  await expect.poll(async () => (await asked(page, 'act/confirm')).length).toBe(2);
});

test('a spent confirmation says so, and locked keys can be unlocked there', async () => {
  await open({ ok: false, error: { code: 'act-expired' } });
  await tab.page.getByText('Esta confirmação já foi usada, ou não vale mais.').waitFor();
  await open({ ok: false, error: { code: 'locked' } });
  await tab.page.getByLabel('Frase-senha').first().waitFor();
  expect(await accessibilityProblems(tab.page.mainFrame())).toEqual([]);
});

test('a lock empties the window, and unlocking elsewhere reads the charge again', async () => {
  const page = await open(reading('cancel'), { 'setup/read': { ...empty, vault: 'unlocked' } });
  await page.getByText('Maria Exemplo da Silva').first().waitFor();
  await page.evaluate(
    (view) => {
      stub.setUp(view);
    },
    { ...empty, vault: 'locked' } as const,
  );
  await page.getByLabel('Frase-senha').first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain('Maria');
  const before = (await asked(page, 'act/read')).length;
  await page.evaluate(
    (view) => {
      stub.setUp(view);
    },
    { ...empty, vault: 'unlocked' } as const,
  );
  await page.getByText('Maria Exemplo da Silva').first().waitFor();
  expect((await asked(page, 'act/read')).length).toBeGreaterThan(before);
});

test('the keyboard begins at the window’s title', async () => {
  const page = await open(reading('cancel'));
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
});

test('money goes to another payer than IXC’s customer only where it is ticked', async () => {
  const page = await open(reading('refund', OTHER_PAYER));
  await page.getByText('O pagador não é o cliente').waitFor();
  await page.getByText('Outra Pessoa de Exemplo').waitFor();
  await page.getByRole('textbox', { name: 'Motivo' }).fill('Pago duas vezes');
  const confirm = page.getByRole('button', { name: /^Devolver pagamento/ });
  await page.waitForTimeout(900);
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: /^Conferi, e o dinheiro volta/ }).check();
  await confirm.click();
  await page.getByText('Pedido anotado.').waitFor();
  expect(await asked(page, 'act/confirm')).toMatchObject([{ otherPayer: true }]);
});

async function drawer(name: string, width: number): Promise<{ page: Page; frame: Frame }> {
  const snapshot = (await drawerActStories())[name];
  if (snapshot === undefined) throw new Error(`no story ${name}`);
  const { page, show } = tab;
  await page.setViewportSize({ width, height: 1300 });
  await show('/host.html', {});
  const frame = drawerFrame(page);
  await frame.locator('h1').waitFor();
  await push(frame, snapshot);
  await frame.locator('[data-acts]').waitFor();
  return { page, frame };
}

test.each(Object.keys(await drawerActStories()))(
  'the drawer shows %s legibly and accessibly, light and dark, wide and narrow',
  async (name) => {
    const { page, frame } = await drawer(name, 440);
    await frame.getByRole('button', { name: 'Ações', exact: true }).click();
    await isFine(page, frame, { name: `drawer-${name}`, wide: 420, narrow: 320 });
    expect(await frame.locator('body').innerText()).not.toMatch(/\{\w+\}|undefined|NaN/);
  },
);

test('an act is asked for by keyboard, and one that is refused says why and does nothing', async () => {
  const { frame } = await drawer('acts-open', 440);
  const menu = frame.getByRole('button', { name: 'Ações', exact: true });
  await menu.press('Enter');
  const refund = frame.getByRole('button', { name: 'Devolver pagamento' });
  expect(await refund.getAttribute('aria-describedby')).not.toBeNull();
  const before = (await sent(frame)).length;
  await refund.press('Enter');
  expect(await sent(frame)).toHaveLength(before);
  await frame.getByRole('button', { name: 'Cancelar cobrança' }).press('Enter');
  expect(await lastSent(frame)).toEqual({
    verb: 'act',
    kind: 'cancel',
    chargeId: 'pay_exemplo00002',
  });
  expect(await frame.evaluate(() => document.activeElement?.textContent)).toBe('Ações');
  await frame.getByText('A confirmação abriu em outra janela.').waitFor();
});

test('an act that waits can be called off, and one that may turn up can be settled', async () => {
  const queued = await drawer('act-queued', 440);
  await queued.frame.getByRole('button', { name: 'Não fazer' }).click();
  expect(await lastSent(queued.frame)).toEqual({ verb: 'cancel-act', jobId: 'a'.repeat(32) });
  const watched = await drawer('refund-watched', 440);
  const settle = watched.frame.getByRole('button', { name: /^Já conferi no Asaas/ });
  // It lets a second refund be asked for: taken no more lightly than a confirmation.
  expect(await settle.isDisabled()).toBe(true);
  await expect.poll(() => settle.isEnabled()).toBe(true);
  await settle.evaluate((button: HTMLButtonElement) => {
    button.click();
  });
  expect((await sent(watched.frame)).map(({ verb }) => verb)).not.toContain('settle-act');
  await settle.click();
  expect(await lastSent(watched.frame)).toEqual({ verb: 'settle-act', jobId: 'a'.repeat(32) });
});
