import type { Page } from '@playwright/test';
import { SANDBOX_KEY, type Fault } from '../../emulators/asaas/index.ts';
import type { IxcControl } from '../../emulators/ixc/index.ts';
import { message } from '../harness/catalogues.ts';
import { chromiumSurface } from '../harness/chromium-surface.ts';
import { launchChromium } from '../harness/chromium.ts';
import { STRANGER_ORIGIN } from '../harness/routes.ts';
import { authorisePanel } from '../harness/setup.ts';
import type { Surface } from '../harness/surface.ts';
import { expect, test as base } from './fixtures.ts';

type IxcFault = Parameters<IxcControl['addFault']>[0]['fault'];

interface Fresh {
  /** The options page of an extension that nobody has set up. */
  readonly options: Surface & { readonly page: Page };
}

const test = base.extend<Fresh>({
  options: async ({ build, world }, use) => {
    const session = await launchChromium({ extensionDirs: [build], routes: world.routes });
    const page = await session.extensionPage('options.html');
    await use({ ...chromiumSurface(page), page });
    world.asaas.control.clearFaults();
    world.ixc.control.clearFaults();
    await session.close();
  },
});

const says = (code: string) => message('pt-BR', `failure.${code}`);
const error = (code: string) => JSON.stringify({ errors: [{ code, description: 'Recusado.' }] });

const KEYS: readonly (readonly [what: string, key: string, failure: string, fault?: Fault])[] = [
  ['no key', '', 'asaas-key-empty'],
  ['a malformed key', 'minha-chave', 'asaas-key-format'],
  ['a key that Asaas does not know', SANDBOX_KEY.replace('0001', '9999'), 'asaas-key-refused'],
  [
    'a key of the other environment',
    SANDBOX_KEY,
    'asaas-key-environment',
    { kind: 'status', status: 401, body: error('invalid_environment') },
  ],
  [
    'a key without the permissions',
    SANDBOX_KEY,
    'asaas-key-powerless',
    { kind: 'status', status: 403, body: error('insufficient_permission') },
  ],
  ['rubbish from Asaas', SANDBOX_KEY, 'asaas-rubbish', { kind: 'rubbish' }],
  ['an Asaas that is down', SANDBOX_KEY, 'asaas-unavailable', { kind: 'status', status: 503 }],
];

test('every wrong key is refused with its own reason and none is kept', async ({
  options,
  world,
}) => {
  const account = options.section('Conta Asaas');
  for (const [what, key, failure, fault] of KEYS)
    await test.step(what, async () => {
      for (const button of ['Testar conexão', 'Salvar']) {
        world.asaas.control.clearFaults();
        if (fault !== undefined) world.asaas.control.addFault({ path: '/v3/**', times: 0, fault });
        await account.fill('Chave de API do Asaas', 'apagada');
        await account.fill('Chave de API do Asaas', key);
        await account.press(button);
        await account.waitFor(says(failure));
      }
    });
  await account.waitFor('Falta fazer');
  await options.page.reload();
  await account.waitFor('Falta fazer');
  expect(await account.text()).not.toContain('chave termina em');
});

test('testing a connection changes nothing at Asaas', async ({ options, world }) => {
  world.asaas.control.clearRequests();
  const account = options.section('Conta Asaas');
  await account.fill('Chave de API do Asaas', SANDBOX_KEY);
  await account.press('Testar conexão');
  await account.waitFor('Conexão certa');
  const methods = world.asaas.control.requests().map(({ method }) => method);
  expect(new Set(methods)).toEqual(new Set(['GET']));
  await options.page.reload();
  await account.waitFor('Falta fazer');
  expect(await account.text()).not.toContain('chave termina em');
});

const ADDRESSES = [
  ['something that is no address', 'meu painel', 'panel-address-invalid'],
  ['a site that is no IXC panel', STRANGER_ORIGIN, 'panel-not-ixc'],
  ['plain http on a public name', 'http://painel.provedor.example/adm.php', 'panel-http-public'],
] as const;

test('every wrong address is refused with its own reason and none is kept', async ({ options }) => {
  const panel = options.section('Painel');
  for (const [what, address, failure] of ADDRESSES)
    await test.step(what, async () => {
      await panel.fill('Endereço do painel', address);
      await panel.press('Autorizar painel');
      await panel.waitFor(says(failure));
    });
  await options.page.reload();
  await panel.waitFor('Falta fazer');
  const granted = await options.page.evaluate(() =>
    (
      window as unknown as {
        chrome: { permissions: { getAll(): Promise<{ origins: string[] }> } };
      }
    ).chrome.permissions.getAll(),
  );
  expect(granted.origins.join()).not.toContain('site-alheio');
});

const TOKENS: readonly (readonly [what: string, failure: string, fault?: IxcFault])[] = [
  ['a token that IXC does not know', 'ixc-token-refused'],
  ['a page of HTML with 200', 'ixc-html', { kind: 'html' }],
  ['an address outside "Redes Permitidas"', 'ixc-ip-not-allowed', { kind: 'ip-not-allowed' }],
  ['rubbish from IXC', 'ixc-rubbish', { kind: 'rubbish' }],
  ['a list that cannot be empty', 'ixc-suspicious-empty', { kind: 'empty-list' }],
];

test('every failure of the webservice has its own reason and no token is kept', async ({
  options,
  world,
}) => {
  await authorisePanel(options, 'pt-BR');
  const webservice = options.section('Webservice');
  for (const [what, failure, fault] of TOKENS)
    await test.step(what, async () => {
      world.ixc.control.clearFaults();
      if (fault !== undefined) world.ixc.control.addFault({ area: 'webservice', times: 0, fault });
      const token = fault === undefined ? '3:errado' : world.credentials.ixcToken;
      await webservice.fill('Token do webservice', token);
      await webservice.press('Testar webservice');
      await webservice.waitFor(says(failure));
    });
  world.ixc.control.clearFaults();
  await options.page.reload();
  await webservice.waitFor('Token do webservice');
  expect(await webservice.text()).not.toContain('token termina em');
  expect(world.ixc.control.writes()).toEqual([]);
});
