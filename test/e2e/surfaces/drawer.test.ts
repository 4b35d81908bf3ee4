import type { Frame, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Scenario } from './browser-stub.ts';
import { charged, newPlan, ready } from './drawer-samples.ts';
import { drawerStories } from './drawer-stories.ts';
import { drawerFrame, startSurfaceBrowser, type SurfaceBrowser } from './surface-browser.ts';

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

const verbs = (frame: Frame) => frame.evaluate(() => stub.sent.map(({ verb }) => verb));
const confirmButton = (frame: Frame) => frame.getByRole('button', { name: 'Confirmar envio' });
const armed = (frame: Frame) => confirmButton(frame).and(frame.locator(':enabled')).waitFor();

test('opened as a page of its own it renders nothing and calls nobody', async () => {
  page = await surfaces.open({ path: '/drawer.html', scenario: { snapshot: ready } });
  await page.evaluate(() =>
    window.postMessage({ ixa: 'token', token: 't'.repeat(43) }, location.origin),
  );
  await page.waitForTimeout(200);
  expect(await page.locator('#root').innerHTML()).toBe('');
  expect(await page.evaluate(() => stub.sent)).toEqual([]);
});

test('it renders nothing once the worker refuses the frame', async () => {
  const frame = await openDrawer({ snapshot: ready, refusesDrawer: true });
  await expect.poll(() => verbs(frame)).toEqual(['redeem']);
  await page.waitForTimeout(200);
  expect(await frame.locator('#root').innerHTML()).toBe('');
});

test('a token from a window that is not its parent is not heard', async () => {
  const frame = await openDrawer({ snapshot: ready });
  await frame.locator('h1').waitFor();
  await frame.evaluate(() => window.postMessage({ ixa: 'token', token: 'x'.repeat(43) }, '*'));
  await page.waitForTimeout(200);
  expect(await verbs(frame)).toEqual(['redeem']);
});

test('the confirmation stays off for 600 ms after it can be seen', async () => {
  const frame = await openDrawer({ snapshot: ready });
  await confirmButton(frame).waitFor();
  const shownAt = Date.now();
  expect(await confirmButton(frame).isDisabled()).toBe(true);
  await armed(frame);
  // Seen from here the button appears a little after it was painted.
  expect(Date.now() - shownAt).toBeGreaterThan(400);
});

test('clicks of a script confirm nothing, and a double click confirms once', async () => {
  const frame = await openDrawer({ snapshot: ready });
  await armed(frame);
  await confirmButton(frame).evaluate((button: HTMLElement) => {
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  });
  expect(await verbs(frame)).toEqual(['redeem']);

  await confirmButton(frame).dblclick({ delay: 0 });
  await page.waitForTimeout(900);
  const confirms = (await frame.evaluate(() => stub.sent)).filter(({ verb }) => verb === 'confirm');
  expect(confirms).toEqual([{ verb: 'confirm', planId: 'plan-1', choices: {} }]);
});

test('something of the page over the button keeps it off and says so', async () => {
  const frame = await openDrawer({ snapshot: ready });
  await armed(frame);
  await page.evaluate(() => {
    const cover = document.createElement('div');
    cover.id = 'cover';
    cover.style.cssText = 'position:fixed;inset:auto 0 0;height:140px;background:rgb(0 0 0 / 5%)';
    document.body.append(cover);
  });
  await frame.getByText('está cobrindo este botão').waitFor();
  expect(await confirmButton(frame).isDisabled()).toBe(true);
  await page.evaluate(() => document.getElementById('cover')?.remove());
  await armed(frame);
});

test.each(['.confirm-bar > p', '.confirm-bar > button'])(
  'something of the page over a corner of %s alone keeps the confirmation off',
  async (part) => {
    const frame = await openDrawer({ snapshot: ready });
    await armed(frame);
    const box = await frame.locator(part).first().boundingBox();
    await page.evaluate(
      (at) => {
        const cover = document.createElement('div');
        cover.id = 'cover';
        cover.style.cssText = `position:fixed;left:${at.x}px;top:${at.y}px;width:40px;height:${at.height}px;background:white`;
        document.body.append(cover);
      },
      box ?? { x: 0, y: 0, height: 0 },
    );
    await confirmButton(frame).and(frame.locator(':disabled')).waitFor();
    await page.evaluate(() => document.getElementById('cover')?.remove());
    await armed(frame);
  },
);

test('another plan arms the confirmation anew, and is the one that is confirmed', async () => {
  const frame = await openDrawer({ snapshot: ready });
  await armed(frame);
  await frame.evaluate((snapshot) => stub.push({ type: 'snapshot', snapshot }), {
    ...ready,
    planId: 'plan-2',
  });
  await expect.poll(() => confirmButton(frame).isDisabled(), { interval: 10 }).toBe(true);
  await armed(frame);
  await confirmButton(frame).click();
  expect(await frame.evaluate(() => stub.sent.at(-1))).toMatchObject({ planId: 'plan-2' });
});

test('its description names value, customer and due date', async () => {
  const frame = await openDrawer({ snapshot: ready });
  const described = await confirmButton(frame).getAttribute('aria-describedby');
  const sentence = await frame.locator(`[id="${described ?? ''}"]`).innerText();
  expect(sentence).toBe('Cobrança de R$ 99,90 para Maria Exemplo da Silva, vencimento 10/12/2026.');
});

test('a choice asks for a new plan, and nothing is confirmed before it comes', async () => {
  const withBoleto = { ...newPlan, draft: { ...newPlan.draft, billingType: 'BOLETO' as const } };
  const frame = await openDrawer({ snapshot: ready });
  await armed(frame);
  await frame.getByLabel('Forma de pagamento').selectOption('BOLETO');
  expect(await frame.evaluate(() => stub.sent.at(-1))).toEqual({
    verb: 'preview',
    choices: { billingType: 'BOLETO' },
  });
  await page.waitForTimeout(800);
  expect(await confirmButton(frame).isDisabled()).toBe(true);

  await frame.evaluate((snapshot) => stub.push({ type: 'snapshot', snapshot }), {
    ...ready,
    plan: withBoleto,
    planId: 'plan-2',
  });
  await armed(frame);
  await confirmButton(frame).click();
  expect(await frame.evaluate(() => stub.sent.at(-1))).toEqual({
    verb: 'confirm',
    planId: 'plan-2',
    choices: { billingType: 'BOLETO' },
  });
});

test('waiving what accrued takes a reason, and typing it keeps the focus', async () => {
  const accrued = { daysLate: 3, fine: 200, interest: 10, total: 210 };
  const asked = {
    ...ready,
    plan: {
      kind: 'blocked',
      reasons: [{ code: 'overdue-needs-choice' }],
      overdue: { proposedDueDate: '2026-11-25', accrued },
    },
  };
  const waived = { ...ready, plan: { ...newPlan, accrued }, planId: 'plan-3' };
  const frame = await openDrawer({ snapshot: asked as never });
  await frame.getByLabel('Dispensar multa e juros').check();
  await frame.evaluate((snapshot) => stub.push({ type: 'snapshot', snapshot }), asked);
  const reason = frame.getByLabel('Motivo da dispensa');
  await reason.pressSequentially('acordo');
  await expect
    .poll(() => frame.evaluate(() => stub.sent.at(-1)))
    .toMatchObject({
      choices: { accrued: 'waive', waiveReason: 'acordo' },
    });
  await frame.evaluate((snapshot) => stub.push({ type: 'snapshot', snapshot }), waived);
  await confirmButton(frame).waitFor();
  await page.keyboard.type(' com o cliente');
  expect(await reason.inputValue()).toBe('acordo com o cliente');
});

test('a due date that is half typed or past asks for no plan and cannot be confirmed', async () => {
  const accrued = { daysLate: 3, fine: 200, interest: 10, total: 210 };
  const late = { ...ready, plan: { ...newPlan, accrued } };
  const frame = await openDrawer({ snapshot: late as never });
  await armed(frame);
  const due = frame.getByLabel('Novo vencimento');
  await due.fill('2026-11-20');
  await frame.getByText('de hoje em diante').waitFor();
  await page.waitForTimeout(900);
  expect(await confirmButton(frame).isDisabled()).toBe(true);
  expect(await verbs(frame)).toEqual(['redeem']);
  await due.fill('2026-11-28');
  await expect
    .poll(() => frame.evaluate(() => stub.sent.at(-1)))
    .toEqual({ verb: 'preview', choices: { dueDate: '2026-11-28' } });
});

test('Escape and the close button ask the panel to close, and focus starts at the top', async () => {
  const frame = await openDrawer({ snapshot: ready });
  await frame.locator('h1').waitFor();
  expect(await frame.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await frame.locator('h1').press('Escape');
  await frame.getByRole('button', { name: 'Fechar' }).click();
  await expect.poll(() => page.evaluate(() => heard)).toEqual([{ ixa: 'close' }, { ixa: 'close' }]);
});

test('after the worker died it resumes its session and shows what is true then', async () => {
  const frame = await openDrawer({ snapshot: ready });
  await armed(frame);
  await frame.evaluate(() => stub.dropPort());
  await frame.getByText('Reconectando').waitFor();
  expect(await confirmButton(frame).isDisabled()).toBe(true);
  await expect.poll(() => verbs(frame), { timeout: 3000 }).toEqual(['redeem', 'resume']);
  expect(await frame.evaluate(() => stub.sent.at(-1))).toEqual({
    verb: 'resume',
    session: 's'.repeat(43),
  });
  await armed(frame);
});

test('codes are shown in full, copied, and said to be copied', async () => {
  const charge = await charged();
  const frame = await openDrawer({
    snapshot: { ...ready, plan: null, planId: null, charge },
  });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await frame.getByRole('button', { name: 'Copiar Linha digitável' }).click();
  await frame.getByRole('status').getByText('Copiado').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(charge.linhaDigitavel);
  await frame.getByText(charge.pix?.payload ?? '', { exact: true }).waitFor();
  const qr = frame.getByRole('img', { name: /QR Code/ });
  expect(await qr.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
});

test('without a secure context the codes are still copied', async () => {
  const charge = await charged();
  const frame = await openDrawer({ snapshot: { ...ready, plan: null, planId: null, charge } });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await frame.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await frame.getByRole('button', { name: 'Copiar Link da cobrança' }).click();
  await frame.getByRole('status').getByText('Copiado').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(charge.invoiceUrl);
});

test('what IXC no longer charges and the customer may still pay is said before any code', async () => {
  const stories = await drawerStories();
  const frame = await openDrawer({ snapshot: stories['still-payable'] ?? ready });
  const warning = frame.getByRole('alert');
  await warning.getByText('Cancele-a no Asaas ou receba por lá').waitFor();
  const text = await frame.locator('main').innerText();
  expect(text.indexOf('já foi recebido no IXC')).toBeLessThan(text.indexOf('Pix copia e cola'));
  expect(text.match(/já foi recebido no IXC/g)).toHaveLength(1);
});

test('the last check of a charge cancelled meanwhile does not say that it is as requested', async () => {
  const stories = await drawerStories();
  const frame = await openDrawer({ snapshot: stories['verified-deleted'] ?? ready });
  await frame.getByText('Uma última conferência acontece sozinha').waitFor();
  const text = await frame.locator('main').innerText();
  expect(text).not.toContain('como pedido');
  expect(text).not.toContain('Próxima tentativa');
});

test('the answer to a look-alike can be taken back', async () => {
  const stories = await drawerStories();
  const frame = await openDrawer({ snapshot: stories['duplicate'] ?? ready });
  await frame.getByLabel('Usar a que já existe').check();
  await frame.evaluate(
    (snapshot) => stub.push({ type: 'snapshot', snapshot }),
    stories['adopt'] ?? ready,
  );
  await frame.getByText('Você escolheu usar a cobrança que já existe').waitFor();
  await frame.getByRole('button', { name: 'Mudar a escolha' }).click();
  expect(await frame.evaluate(() => JSON.stringify(stub.sent.at(-1)))).toBe(
    JSON.stringify({ verb: 'preview', choices: {} }),
  );
  await frame.getByText('Você escolheu').waitFor({ state: 'detached' });
});

test('locked, no code is said to be on its way', async () => {
  const stories = await drawerStories();
  const frame = await openDrawer({ snapshot: stories['charge-locked'] ?? ready });
  await frame.getByText('Chaves bloqueadas').waitFor();
  expect(await frame.getByText('Buscando os códigos').count()).toBe(0);
});
