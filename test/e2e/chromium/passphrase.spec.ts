import { chromiumPanel } from '../harness/chromium-panel.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { message } from '../harness/catalogues.ts';
import { send } from '../harness/send.ts';
import { setUpThroughOptions } from '../harness/setup.ts';
import { expect, test } from './fixtures.ts';

const PASSPHRASE = 'quatro palavras bem compridas';
const LOCKED = message('pt-BR', 'failure.locked');

test('a passphrase locks, unlocks, and is asked for again after a restart of the browser', async ({
  build,
  world,
}) => {
  test.setTimeout(120_000);
  const launch = { extensionDirs: [build], routes: world.routes } as const;
  const first = await launchChromium(launch);
  const options = await first.extensionPage('options.html');
  const page = chromiumSurface(options);
  await setUpThroughOptions(page, 'pt-BR', world.credentials);
  const security = page.section('Segurança');

  await test.step('a short one is refused', async () => {
    await security.fill('Nova frase-senha', 'curta');
    await security.fill('Repita a frase-senha', 'curta');
    await security.waitFor(/Falta(m)? \d+ caracteres/);
  });

  await test.step('set and locked, the panel says so and sends nothing', async () => {
    await security.fill('Nova frase-senha', PASSPHRASE);
    await security.fill('Repita a frase-senha', PASSPHRASE);
    await security.press('Criar frase-senha');
    await security.waitFor('Bloquear agora');
    await security.press('Bloquear agora');
    await security.waitFor('Desbloquear');
  });

  const invoice = world.newInvoice();
  const panel = chromiumPanel(await first.context.newPage());
  await panel.openPage();
  await expect(panel.page.locator('[data-ixa-notice]')).toContainText('bloqueada');

  await test.step('a wrong passphrase opens nothing', async () => {
    await security.fill('Frase-senha', 'outra frase qualquer');
    await security.press('Desbloquear');
    await security.waitFor(message('pt-BR', 'failure.passphrase-wrong'));
  });

  await test.step('unlocked, sending works', async () => {
    await security.fill('Frase-senha', PASSPHRASE);
    await security.press('Desbloquear');
    await security.waitFor('Bloquear agora');
    await panel.openReceivables();
    await send(panel, 'pt-BR', invoice.id);
    expect(world.chargesOf(invoice.id)).toHaveLength(1);
  });

  await first.close({ keepProfile: true });
  const second = await launchChromium({ ...launch, userDataDir: first.userDataDir });
  try {
    const again = chromiumPanel(await second.context.newPage());
    await again.openPage();
    const badge = again.page.locator(`[data-ixa-invoice="${invoice.id}"] [data-ixa-status]`);
    await badge.click();
    const drawer = chromiumSurface(again.page.frameLocator('iframe[data-ixa-drawer]'));
    await drawer.waitFor(LOCKED);
    const customer = world.ixc.control.customer(invoice.customerId);
    expect(await drawer.text()).not.toContain(String(customer['razao']));
    const unlocking = chromiumSurface(await second.extensionPage('options.html'));
    await unlocking.section('Segurança').fill('Frase-senha', PASSPHRASE);
    await unlocking.section('Segurança').press('Desbloquear');
    await drawer.waitFor('Aberta');
  } finally {
    await second.close();
  }
});
