import type { Page } from '@playwright/test';
import { KNOWN } from '../../emulators/ixc/index.ts';
import { message, words } from '../harness/catalogues.ts';
import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { eventually } from '../harness/eventually.ts';
import { GENERATIONS } from '../harness/everywhere.ts';
import { STRANGER_ORIGIN } from '../harness/routes.ts';
import { openPalette, PALETTE } from '../harness/second-copy.ts';
import { send } from '../harness/send.ts';
import type { Invoice, World } from '../harness/world.ts';
import { expect, test } from './fixtures.ts';

test.use({ emulatorsOf: 'the palette' });

const says = (key: string) => words('pt-BR', `palette.${key}`);
const DRAWER = 'iframe[data-ixa-drawer]';
const PIX = /^000201.*6304[0-9A-F]{4}$/;

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

function customerOf(world: World, { customerId }: Invoice) {
  return world.ixc.control.customer(customerId);
}

/** The way the panel looks is as it was for whoever comes after. */
test.afterEach(({ world }) => {
  world.ixc.control.setPanel({ generation: 'B' });
});

for (const generation of GENERATIONS)
  test(`generation ${generation}: the Pix of a caller is copied in three actions at most, with a slow Asaas too`, async ({
    ready,
    world,
  }) => {
    world.ixc.control.setPanel({ generation });
    const invoice = world.newInvoice();
    const panel = chromiumPanel(await ready.context.newPage());
    await panel.openReceivables();
    await panel.waitForSendButton(invoice.id);
    await send(panel, 'pt-BR', invoice.id);
    await panel.closeDrawer();
    world.asaas.control.addFault({ fault: { kind: 'latency', ms: 400 }, times: 0 });

    const palette = await openPalette(panel.page);
    await palette.type(invoice.id);
    await palette.shows(invoice.id);
    await palette.key('ArrowDown');
    await palette.key('p');
    await palette.says(words('pt-BR', 'row.copy.done_pix'));
    expect(await clipboard(panel.page)).toMatch(PIX);
    expect(palette.actions).toHaveLength(3);
    world.asaas.control.clearFaults();

    for (const [key, done, code] of [
      ['b', 'done_linha', /^\d{47}$/],
      ['l', 'done_link', /^https:\/\//],
    ] as const) {
      await palette.key(key);
      await palette.says(words('pt-BR', `row.copy.${done}`));
      expect(await clipboard(panel.page)).toMatch(code);
    }
    await palette.key('Escape');

    // By CPF there may be several invoices: a press on the button of the one that is meant.
    const byDocument = await openPalette(panel.page);
    await byDocument.type(String(customerOf(world, invoice)['cnpj_cpf']));
    await byDocument.shows(invoice.id);
    const row = byDocument.frame.locator(`[data-row="${invoice.id}"]`);
    await byDocument.press(row.getByRole('button', { name: /^Pix/ }));
    await byDocument.says(words('pt-BR', 'row.copy.done_pix'));
    expect(await clipboard(panel.page)).toMatch(PIX);
    expect(byDocument.actions).toHaveLength(2);
    await panel.page.close();
  });

test('Escape closes it with the focus where it was, and the panel hears nothing of it', async ({
  fresh: { panel, invoice },
}) => {
  const { page } = panel;
  const button = page.locator(`[data-ixa-invoice="${invoice.id}"] button`).first();
  await button.focus();
  const palette = await openPalette(page);
  await expect(palette.frame.getByRole('searchbox')).toBeFocused();
  const grids = await page.locator('.bDiv').count();
  await page.keyboard.press('Escape');
  await expect(page.locator(PALETTE)).toHaveCount(0);
  await expect(button).toBeFocused();
  expect(await page.locator('.bDiv').count()).toBe(grids);
});

test('an invoice without a charge opens its drawer by Enter, and a name finds its customer', async ({
  fresh: { panel, invoice },
  world,
}) => {
  const palette = await openPalette(panel.page);
  await palette.type(invoice.id);
  await palette.shows(invoice.id);
  await expect(palette.frame.getByText(String(customerOf(world, invoice)['razao']))).toBeVisible();
  const document = String(customerOf(world, invoice)['cnpj_cpf']);
  expect(await palette.frame.locator('body').innerText()).not.toContain(document);
  await expect(palette.frame.getByText(says('without_charge')).first()).toBeVisible();
  await palette.key('ArrowDown');
  await palette.key('Enter');
  const drawer = chromiumSurface(panel.page.frameLocator(DRAWER));
  await drawer.waitFor('Confirmar envio');
  await expect(panel.page.locator(PALETTE)).toHaveCount(0);
  await panel.closeDrawer();

  const again = await openPalette(panel.page);
  await again.type(String(customerOf(world, invoice)['razao']).slice(0, 12));
  await again.shows(invoice.id);
});

test('a telephone finds who calls, and WhatsApp opens with the ready message', async ({
  fresh: { panel, invoice },
  world,
  ready,
}) => {
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();
  const customer = customerOf(world, invoice);
  const phone = String(customer['telefone_celular']).replace(/\D/g, '');
  const palette = await openPalette(panel.page);
  await palette.type(phone);
  await palette.shows(invoice.id);
  await palette.frame.locator(`[data-invoice="${invoice.id}"]`).focus();
  const opened = ready.context.waitForEvent('page');
  await palette.key('w');
  const address = await eventually('WhatsApp is asked for', async () => {
    const url = (await opened).url();
    return url.includes('wa.me') || url.includes('chrome-error') ? url : null;
  });
  if (address.includes('wa.me')) {
    const url = new URL(address);
    expect(url.pathname).toBe(`/55${phone}`);
    expect(url.searchParams.get('text')).toMatch(/Pix copia e cola: 000201/);
  }
  await (await opened).close();
});

test('the copy menu of a row copies by mouse and by keyboard, and no code is ever in the page', async ({
  fresh: { panel, invoice },
}) => {
  const { page } = panel;
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();
  const copy = page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-copy]`);
  await copy.click();
  await page.getByRole('menuitem', { name: words('pt-BR', 'row.copy.pix') }).click();
  await expect.poll(() => clipboard(page)).toMatch(PIX);
  await expect(page.locator('[data-ixa-notice]')).toContainText(
    words('pt-BR', 'row.copy.done_pix'),
  );
  await expect(copy).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => clipboard(page)).toMatch(/^\d{47}$/);
  const everything = await page.evaluate(() => document.documentElement.outerHTML);
  expect(everything).not.toMatch(/000201\d/);
  expect(everything).not.toContain(await clipboard(page));

  await page.keyboard.press('ArrowDown');
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(copy).toBeFocused();
  await expect(page.locator(DRAWER)).toHaveCount(0);
});

test('a paid charge gives no code any more, even where the badge still says open', async ({
  fresh: { panel, invoice },
  world,
}) => {
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();
  const palette = await openPalette(panel.page);
  await palette.type(invoice.id);
  await palette.shows(invoice.id);
  await palette.frame.locator(`[data-invoice="${invoice.id}"]`).focus();
  // Longer than a reading counts as made just now.
  await panel.page.waitForTimeout(31_000);
  const [charge] = world.chargesOf(invoice.id);
  world.asaas.control.pay(charge?.id ?? '');
  await panel.page.evaluate(() => navigator.clipboard.writeText('before'));
  await palette.frame.locator(`[data-invoice="${invoice.id}"]`).focus();
  await palette.key('p');
  await palette.says(words('pt-BR', 'row.copy.not_payable'));
  expect(await clipboard(panel.page)).toBe('before');
});

test('what finds nothing, and what is too short, is said', async ({ fresh: { panel } }) => {
  const palette = await openPalette(panel.page);
  await palette.says(says('begin'));
  await palette.type('ab');
  await palette.says(says('too_short'));
  await palette.frame.getByRole('searchbox').fill('Ninguém se chama assim');
  await palette.says(says('found.0'));
  await palette.frame.getByRole('searchbox').fill('');
  await palette.key('?');
  await expect(palette.frame.getByText(says('key_pix'))).toBeVisible();
});

test('framed by another site, or opened alone, it shows nothing', async ({
  fresh: { panel },
  ready,
}) => {
  await openPalette(panel.page);
  const source = await panel.page.locator(PALETTE).getAttribute('src');
  const page = await ready.context.newPage();
  await page.goto(`${STRANGER_ORIGIN}/`);
  await page.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.addEventListener('load', () =>
      frame.contentWindow?.postMessage({ ixa: 'token', token: 'A'.repeat(43) }, '*'),
    );
    document.body.append(frame);
  }, source ?? '');
  await page.waitForTimeout(1_500);
  const [forged] = page.frames().slice(1);
  expect(await forged?.evaluate(() => document.body.innerText.trim())).toBe('');
  const alone = await ready.extensionPage('palette.html');
  await alone.waitForTimeout(500);
  expect(await alone.locator('#root').innerHTML()).toBe('');
  await page.close();
  await alone.close();
});

test('keys that a script of the page makes up open nothing', async ({ fresh: { panel } }) => {
  await panel.page.evaluate(() => {
    for (const target of [window, document.body]) {
      target.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'KeyA', key: 'a', altKey: true, bubbles: true }),
      );
    }
    document.querySelector<HTMLElement>('[data-ixa-copy]')?.click();
  });
  await panel.page.waitForTimeout(500);
  await expect(panel.page.locator(PALETTE)).toHaveCount(0);
  await expect(panel.page.locator('[data-ixa-menu]')).toHaveCount(0);
});

test('the popup opens it in the panel, and a locked vault is said in it', async ({
  own,
  world,
}) => {
  const { session, panel } = own;
  const popup = await session.extensionPage('popup.html');
  await popup.getByRole('button', { name: says('open') }).click();
  await expect(panel.page.locator(PALETTE)).toHaveCount(1);
  await expect.poll(() => panel.page.evaluate(() => document.visibilityState)).toBe('visible');
  const frame = panel.page.frameLocator(PALETTE);
  await frame.getByRole('searchbox').fill(KNOWN.openInvoice.id);
  await frame.locator(`[data-invoice="${KNOWN.openInvoice.id}"]`).waitFor();

  const options = await session.extensionPage('options.html');
  const security = chromiumSurface(options).section('Segurança');
  await security.fill('Nova frase-senha', 'quatro palavras bem compridas');
  await security.fill('Repita a frase-senha', 'quatro palavras bem compridas');
  await security.press('Criar frase-senha');
  await security.press('Bloquear agora');
  await security.waitFor('Desbloquear');
  // What was on screen is gone, without anybody asking for it.
  await expect(frame.getByText(message('pt-BR', 'failure.locked'))).toBeVisible();
  const customer = world.ixc.control.customer(KNOWN.openInvoice.customerId);
  expect(await frame.locator('body').innerText()).not.toContain(String(customer['razao']));
});
