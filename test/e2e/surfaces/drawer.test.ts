import type { Frame } from '@playwright/test';
import { expect, test } from 'vitest';
import { confirmButton, lastSent, push, sent, useDrawer } from './drawer-page.ts';
import { charged, newPlan, ready } from './drawer-samples.ts';
import { drawerStories } from './drawer-stories.ts';

const stories = await drawerStories();
const drawer = useDrawer();
/** Long enough for what should not come. */
const aWhile = (ms = 200) => drawer.host().waitForTimeout(ms);

const copied = () => drawer.host().evaluate(() => navigator.clipboard.readText());
const verbs = async (frame: Frame) => (await sent(frame)).map(({ verb }) => verb);
const armed = (frame: Frame) => confirmButton(frame).and(frame.locator(':enabled')).waitFor();
const off = (frame: Frame) => confirmButton(frame).and(frame.locator(':disabled')).waitFor();

test('opened as a page of its own it renders nothing and calls nobody', async () => {
  const page = await drawer.openUnframed({ snapshot: ready });
  await page.evaluate(() =>
    window.postMessage({ ixa: 'token', token: 't'.repeat(43) }, location.origin),
  );
  await aWhile();
  expect(await page.locator('#root').innerHTML()).toBe('');
  expect(await page.evaluate(() => stub.sent)).toEqual([]);
});

test('it renders nothing once the worker refuses the frame', async () => {
  const frame = await drawer.open({ snapshot: ready, refusesDrawer: true });
  await expect.poll(() => verbs(frame)).toEqual(['redeem']);
  await aWhile();
  expect(await frame.locator('#root').innerHTML()).toBe('');
});

test('a token from a window that is not its parent is not heard', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await frame.locator('h1').waitFor();
  await frame.evaluate(() => window.postMessage({ ixa: 'token', token: 'x'.repeat(43) }, '*'));
  await aWhile();
  expect(await verbs(frame)).toEqual(['redeem']);
});

test('its description names value, customer and due date', async () => {
  const frame = await drawer.open({ snapshot: ready });
  const described = await confirmButton(frame).getAttribute('aria-describedby');
  const sentence = await frame.locator(`[id="${described ?? ''}"]`).innerText();
  expect(sentence).toBe('Cobrança de R$ 99,90 para Maria Exemplo da Silva, vencimento 10/12/2026.');
});

test('a choice asks for a new plan, and nothing is confirmed before it comes', async () => {
  const withBoleto = { ...newPlan, draft: { ...newPlan.draft, billingType: 'BOLETO' as const } };
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await frame.getByLabel('Forma de pagamento').selectOption('BOLETO');
  await expect
    .poll(() => lastSent(frame))
    .toEqual({
      verb: 'preview',
      choices: { billingType: 'BOLETO' },
    });
  await aWhile(800);
  expect(await confirmButton(frame).isDisabled()).toBe(true);

  await push(frame, {
    ...ready,
    plan: withBoleto,
    planId: 'plan-2',
  });
  await armed(frame);
  await confirmButton(frame).click();
  await expect
    .poll(() => lastSent(frame))
    .toEqual({
      verb: 'confirm',
      planId: 'plan-2',
      choices: { billingType: 'BOLETO' },
    });
});

test('waiving what accrued takes a reason, and typing it keeps the focus', async () => {
  const accrued = { daysLate: 3, fine: 200, interest: 10, total: 210 };
  const finance = { ...ready, rights: { mayOverride: true } };
  const asked = {
    ...finance,
    plan: {
      kind: 'blocked',
      reasons: [{ code: 'overdue-needs-choice' }],
      overdue: { proposedDueDate: '2026-11-25', accrued },
    },
  };
  const waived = { ...finance, plan: { ...newPlan, accrued }, planId: 'plan-3' };
  const frame = await drawer.open({ snapshot: asked as never });
  await frame.getByLabel('Dispensar multa e juros').check();
  await push(frame, asked as never);
  const reason = frame.getByLabel('Motivo da dispensa');
  await reason.pressSequentially('acordo');
  await expect
    .poll(() => lastSent(frame))
    .toMatchObject({
      choices: { accrued: 'waive', waiveReason: 'acordo' },
    });
  await push(frame, waived as never);
  await confirmButton(frame).waitFor();
  await drawer.host().keyboard.type(' com o cliente');
  await expect.poll(() => reason.inputValue()).toBe('acordo com o cliente');
});

test('an attendant is told who may waive what accrued', async () => {
  const accrued = { daysLate: 3, fine: 200, interest: 10, total: 210 };
  const overdue = { proposedDueDate: '2026-11-25', accrued };
  const reasons = [{ code: 'overdue-needs-choice' }];
  const plan = { kind: 'blocked', reasons, overdue };
  const frame = await drawer.open({ snapshot: { ...ready, plan } as never });
  await frame.getByText(/Só o perfil Financeiro pode dispensar multa e juros/).waitFor();
  expect(await frame.getByLabel('Dispensar multa e juros').count()).toBe(0);
  expect(await frame.getByLabel('Cobrar até hoje').count()).toBe(1);
});

test('a due date that is half typed or past asks for no plan and cannot be confirmed', async () => {
  const accrued = { daysLate: 3, fine: 200, interest: 10, total: 210 };
  const late = { ...ready, plan: { ...newPlan, accrued } };
  const frame = await drawer.open({ snapshot: late as never });
  await armed(frame);
  const due = frame.getByLabel('Novo vencimento');
  await due.fill('2026-11-20');
  await frame.getByText('de hoje em diante').waitFor();
  await aWhile(900);
  expect(await confirmButton(frame).isDisabled()).toBe(true);
  expect(await verbs(frame)).toEqual(['redeem']);
  await due.fill('2026-11-28');
  await expect
    .poll(() => lastSent(frame))
    .toEqual({ verb: 'preview', choices: { dueDate: '2026-11-28' } });
});

test('Escape and the close button ask the panel to close, and focus starts at the top', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await frame.locator('h1').waitFor();
  await expect.poll(() => frame.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await frame.locator('h1').press('Escape');
  await frame.getByRole('button', { name: 'Fechar' }).click();
  await expect
    .poll(() => drawer.host().evaluate(() => heard))
    .toEqual([{ ixa: 'close' }, { ixa: 'close' }]);
});

test('after the worker died it resumes its session and shows what is true then', async () => {
  const frame = await drawer.open({ snapshot: ready });
  await armed(frame);
  await frame.evaluate(() => stub.dropPort());
  await frame.getByText('Reconectando').waitFor();
  await off(frame);
  await expect.poll(() => verbs(frame)).toEqual(['redeem', 'resume']);
  await expect
    .poll(() => lastSent(frame))
    .toEqual({
      verb: 'resume',
      session: 's'.repeat(43),
    });
  await armed(frame);
});

test('codes are shown in full, copied, and said to be copied', async () => {
  const charge = await charged();
  const frame = await drawer.open({
    snapshot: { ...ready, plan: null, planId: null, charge },
  });
  await frame.getByRole('button', { name: 'Copiar Linha digitável' }).click();
  await frame.getByRole('status').getByText('Copiado').waitFor({ state: 'attached' });
  await expect.poll(copied).toBe(charge.linhaDigitavel);
  await frame.getByText(charge.pix?.payload ?? '', { exact: true }).waitFor();
  const qr = frame.getByRole('img', { name: /QR Code/ });
  await expect
    .poll(() => qr.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
});

test('without a secure context the codes are still copied', async () => {
  const charge = await charged();
  const frame = await drawer.open({ snapshot: { ...ready, plan: null, planId: null, charge } });
  await frame.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await frame.getByRole('button', { name: 'Copiar Link da cobrança' }).click();
  await frame.getByRole('status').getByText('Copiado').waitFor({ state: 'attached' });
  await expect.poll(copied).toBe(charge.invoiceUrl);
});

test('what IXC no longer charges and the customer may still pay is said before any code', async () => {
  const frame = await drawer.open({ snapshot: stories['still-payable'] ?? ready });
  const warning = frame.getByRole('alert');
  await warning.getByText('Cancele-a no Asaas ou receba por lá').waitFor();
  const text = await frame.locator('main').innerText();
  expect(text.indexOf('já foi recebido no IXC')).toBeLessThan(text.indexOf('Pix copia e cola'));
  expect(text.match(/já foi recebido no IXC/g)).toHaveLength(1);
});

test('the last check of a charge cancelled meanwhile does not say that it is as requested', async () => {
  const frame = await drawer.open({ snapshot: stories['verified-deleted'] ?? ready });
  await frame.getByText('Uma última conferência acontece sozinha').waitFor();
  const text = await frame.locator('main').innerText();
  expect(text).not.toContain('como pedido');
  expect(text).not.toContain('Próxima tentativa');
});

test('a look-alike that was paid says so, and only another charge can be chosen', async () => {
  const frame = await drawer.open({ snapshot: stories['duplicate-paid'] ?? ready });
  await frame.getByRole('heading', { name: 'Já existe cobrança paga parecida' }).waitFor();
  await frame.getByText('com pagamento em andamento ou em disputa').waitFor();
  expect(await frame.getByText('não pode ser ligada a este título').count()).toBe(2);
  expect(await frame.getByLabel('Usar a que já existe').count()).toBe(0);
  await frame.getByLabel('Criar outra cobrança').check();
  await expect
    .poll(() => lastSent(frame))
    .toEqual({
      verb: 'preview',
      choices: { createAnotherThan: ['pay_exemplo00001', 'pay_exemplo00002'] },
    });
});

test('the answer to a look-alike can be taken back', async () => {
  const frame = await drawer.open({ snapshot: stories['duplicate'] ?? ready });
  await frame.getByLabel('Usar a que já existe').check();
  await push(frame, stories['adopt'] ?? ready);
  await frame.getByText('Você escolheu usar a cobrança que já existe').waitFor();
  await frame.getByRole('button', { name: 'Mudar a escolha' }).click();
  await expect.poll(() => lastSent(frame)).toEqual({ verb: 'preview', choices: {} });
  await frame.getByText('Você escolheu').waitFor({ state: 'detached' });
});

test('locked, no code is said to be on its way', async () => {
  const frame = await drawer.open({ snapshot: stories['charge-locked'] ?? ready });
  await frame.getByText('Chaves bloqueadas').waitFor();
  expect(await frame.getByText('Buscando os códigos').count()).toBe(0);
});
