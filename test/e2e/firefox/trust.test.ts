import { afterAll, beforeAll, expect, test } from 'vitest';
import { firefoxSurface } from '../harness/firefox-surface.ts';
import { label, message, words } from '../harness/catalogues.ts';
import { PANEL_ORIGIN, STRANGER_ORIGIN } from '../harness/routes.ts';
import { send } from '../harness/send.ts';
import { readyFirefox, type Ready } from './ready.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let ready: Ready;
beforeAll(async () => {
  ready = await readyFirefox('en');
});
afterAll(() => ready.close());

for (const [where, origin] of [
  ['another site', `${STRANGER_ORIGIN}/`],
  ['the panel itself', `${PANEL_ORIGIN}/adm.php`],
] as const)
  test(`a drawer framed by ${where} shows nothing`, async () => {
    const page = await ready.session.browser.newPage();
    await page.goto(origin);
    await page.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.className = 'forged';
      frame.src = address;
      frame.addEventListener('load', () =>
        frame.contentWindow?.postMessage({ ixa: 'token', token: 'A'.repeat(43) }, '*'),
      );
      document.body.append(frame);
    }, `${ready.session.extensionOrigin}/drawer.html`);
    await pause(2000);
    const frame = await (await page.$('iframe.forged'))?.contentFrame();
    expect(await frame?.evaluate(() => document.body.innerText.trim())).toBe('');
    await page.close();
  });

test('the page reads neither the drawer nor anything of the extension', async () => {
  const { world } = ready;
  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const customer = world.ixc.control.customer(invoice.customerId);
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor(String(customer['razao']));
  const seen = await panel.page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[data-ixa-drawer]');
    const inside = (() => {
      try {
        return String(frame?.contentWindow?.document.body.innerText);
      } catch (error) {
        return String(error);
      }
    })();
    const marks = [...document.querySelectorAll('[data-ixa-invoice], [data-ixa-drawer]')];
    return JSON.stringify([
      inside,
      marks.map((mark) => mark.outerHTML),
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      typeof (window as unknown as { browser?: unknown }).browser,
    ]);
  });
  const secrets = [world.credentials.asaasKey, world.credentials.ixcToken, customer['razao']];
  for (const secret of secrets) expect(seen).not.toContain(String(secret));
  expect(seen).toContain('undefined');
  await panel.page.close();
});

test('a click that the page makes up starts nothing', async () => {
  const invoice = ready.world.newInvoice();
  const panel = await ready.newPanel();
  await panel.waitForSendButton(invoice.id);
  await panel.page.evaluate((id) => {
    document.querySelector<HTMLElement>(`[data-ixa-invoice="${id}"] button`)?.click();
  }, invoice.id);
  await pause(500);
  expect(await panel.page.$('iframe[data-ixa-drawer]')).toBeNull();
  await panel.page.close();
});

test('a passphrase locks the panel out, and unlocked, sending works', async () => {
  const says = (portuguese: string) => label('en', portuguese);
  const { world } = ready;
  const known = world.newInvoice();
  const customer = world.ixc.control.customer(known.customerId);
  const before = await ready.newPanel();
  await send(before, 'en', known.id);
  await before.page.close();
  const options = firefoxSurface(await ready.session.extensionPage('options.html'));
  const security = options.section(says('Segurança'));
  await security.fill(says('Nova frase-senha'), 'quatro palavras bem compridas');
  await security.fill(says('Repita a frase-senha'), 'quatro palavras bem compridas');
  await security.press(words('en', 'options_security.set'));
  await security.waitFor(says('Bloquear agora'));
  await security.press(says('Bloquear agora'));
  await security.waitFor(says('Desbloquear'));

  const invoice = world.newInvoice();
  const panel = await ready.newPanel();
  const drawer = await panel.openDrawer(known.id);
  await drawer.waitFor(message('en', 'failure.locked'));
  expect(await drawer.text()).not.toContain(String(customer['razao']));
  await security.fill(says('Frase-senha'), 'quatro palavras bem compridas');
  await security.press(says('Desbloquear'));
  await security.waitFor(says('Bloquear agora'));
  await panel.openReceivables();
  await send(panel, 'en', invoice.id);
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
  await panel.page.close();
});
