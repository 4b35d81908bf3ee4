import { message, words } from '../harness/catalogues.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { send } from '../harness/send.ts';
import { expect, test } from './fixtures.ts';

/** In these words, or that there is no internet: whichever of the two the worker is told by the browser. */
function failure(code: string): RegExp {
  const [named, offline] = [code, 'network-offline'].map((one) =>
    message('pt-BR', `failure.${one}`),
  );
  return new RegExp(`${named?.source ?? ''}|${offline?.source ?? ''}`);
}

// What is pending is counted, so nobody else's charges may be among it.
test.use({ emulatorsOf: 'offline' });

test('while neither Asaas nor IXC is to be reached, popup and options say so and show what is known', async ({
  own: { session, panel, invoice },
  world,
}) => {
  await send(panel, 'pt-BR', invoice.id);
  // While the panel is open in a tab, a webservice out of reach is taken for one whose certificate is refused.
  await panel.page.close();
  const [asaas, ixc] = [world.asaas.control, world.ixc.control];
  const silent = asaas.addFault({
    path: '/v3/**',
    fault: { kind: 'drop-before-commit' },
    times: 0,
  });
  const unplugged = ixc.addFault({ fault: { kind: 'drop' }, times: 0 });
  await session.context.setOffline(true);
  try {
    await session.killWorker();
    const popup = await session.extensionPage('popup.html');
    await expect(popup.locator('[data-figure="pending"] dd')).toContainText('129,90');
    const search = async (text: string) => {
      await popup.getByRole('searchbox').fill(text);
      await popup.keyboard.press('Enter');
    };
    await search(invoice.id);
    await expect(popup.locator('search li')).toContainText(words('pt-BR', 'status.open'));
    await search('9999999');
    await expect(popup.getByRole('alert')).toContainText(failure('ixc-network'));

    const page = await session.extensionPage('options.html');
    const options = chromiumSurface(page);
    await options.waitFor('4 de 4 passos prontos');
    const account = options.section('Conta Asaas');
    await account.fill('Chave de API do Asaas', world.credentials.asaasKey);
    await account.press('Testar conexão');
    await account.waitFor(failure('asaas-network'));
    const webservice = options.section('Webservice');
    await webservice.fill('Token do webservice', world.credentials.ixcToken);
    await webservice.press('Testar webservice');
    await webservice.waitFor(failure('ixc-network'));
    const data = options.section('Dados');
    await data.press('Conferir auditoria');
    await data.waitFor(/íntegra/);
  } finally {
    await session.context.setOffline(false);
    asaas.removeFault(silent);
    ixc.removeFault(unplugged);
  }
});
