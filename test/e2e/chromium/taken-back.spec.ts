import type { Page } from '@playwright/test';
import { PROVIDER } from '../../emulators/ixc/index.ts';
import { label, message } from '../harness/catalogues.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { PANEL_ORIGIN } from '../harness/routes.ts';
import { send } from '../harness/send.ts';
import { authorisePanel } from '../harness/setup.ts';
import { expect, test } from './fixtures.ts';

const says = (portuguese: string) => label('pt-BR', portuguese);
const DRAWER = 'iframe[data-ixa-drawer]';
const KEY_B = '$aact_hmlg_0000000000FAKE0000SANDBOX0000EMULATOR0000KEY00B2';

async function press(options: Page, button: RegExp): Promise<void> {
  await options.getByRole('button', { name: button }).click();
  await options.getByRole('button', { name: says('Sim, remover') }).click();
}

for (const [what, takeBack] of [
  ['revoked', (options: Page) => press(options, /^Revogar/)],
  [
    'whose permission is withdrawn in the browser',
    (options: Page) => options.evaluate(withdraw, `${PANEL_ORIGIN}/*`),
  ],
] as const)
  test(`a panel ${what} loses its drawer and its buttons, and says why`, async ({ own, world }) => {
    const { session, panel, invoice } = own;
    const options = await session.extensionPage('options.html');
    const drawer = await panel.openDrawer(invoice.id);
    const { razao } = world.ixc.control.customer(invoice.customerId);
    await drawer.waitFor(String(razao));
    await takeBack(options);
    await panel.page.bringToFront();
    await expect(panel.page.locator(DRAWER)).toHaveCount(0);
    await expect(panel.page.locator('[data-ixa-notice="permission-missing"]')).toHaveText(
      message('pt-BR', 'panel.problem.permission_missing'),
    );
    await expect(panel.page.locator('[data-ixa-action]')).toHaveCount(0);
  });

test('neither another account nor another provider key charges an invoice again', async ({
  own,
  world,
}) => {
  const { session, panel, invoice } = own;
  const options = await session.extensionPage('options.html');
  const surface = chromiumSurface(options);
  await panel.page.bringToFront();
  await send(panel, 'pt-BR', invoice.id);
  await panel.closeDrawer();

  await press(options, /^Revogar/);
  await authorisePanel(surface, 'pt-BR');
  const webservice = surface.section('Webservice');
  await webservice.fill(says('Token do webservice'), world.credentials.ixcToken);
  await webservice.press(says('Testar webservice'));
  await webservice.waitFor(says('Identificação do provedor'));
  await webservice.fill(says('Identificação do provedor'), 'provedor-exemplo');
  await webservice.press(says('Salvar'));
  await webservice.waitFor(message('pt-BR', 'failure.provider_key_fixed'));
  await webservice.fill(says('Identificação do provedor'), PROVIDER.cnpj);
  await webservice.press(says('Salvar'));
  await webservice.waitFor(message('pt-BR', 'options_webservice.token_ends'));

  const key = { id: 'key_b', key: KEY_B };
  world.asaas.control.addAccount({
    id: 'acc_b',
    environment: 'sandbox',
    name: 'Outro Provedor Exemplo Ltda',
    document: '11444777000161',
    email: 'outro@provedor.example',
    keys: [key],
  });
  const account = surface.section('Conta Asaas');
  await account.fill(says('Chave de API do Asaas'), KEY_B);
  await account.press(says('Salvar'));
  await account.waitFor('00B2');
  await press(options, /^Remover Provedor Exemplo/);
  await surface.waitFor(message('pt-BR', 'options_panel.account_missing'));
  await options.getByLabel(/^Conta que cobra/).selectOption({ index: 1 });
  await options
    .getByText(message('pt-BR', 'options_panel.account_missing'))
    .waitFor({ state: 'detached' });

  await panel.page.bringToFront();
  await panel.openReceivables();
  const drawer = await panel.openDrawer(invoice.id);
  await drawer.waitFor(message('pt-BR', 'reason.live_in_other_account'));
  expect(world.chargesOf(invoice.id)).toHaveLength(1);
});

/** Runs in a page of the extension. */
function withdraw(pattern: string): Promise<unknown> {
  const { chrome } = globalThis as unknown as {
    chrome: { permissions: { remove(from: { origins: string[] }): Promise<boolean> } };
  };
  return chrome.permissions.remove({ origins: [pattern] });
}
