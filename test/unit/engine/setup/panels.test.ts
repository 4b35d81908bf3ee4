import { describe, expect, test } from 'vitest';
import { PANEL_SCRIPT_FILE } from '../../../../lib/engine/setup/panel-scripts.ts';
import { addPanel } from '../../../../lib/engine/setup/panels.ts';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { ordinaryPage } from '../../../emulators/ixc/ordinary-site.ts';
import { SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { seedJob } from './jobs.ts';
import { grant, newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const SANDBOX_ID = 'sandbox:11222333000181';
const PATTERN = `${PANEL}/*`;
const SCRIPT = {
  id: `panel:${PANEL}`,
  js: ['content-scripts/panel.js'],
  matches: [`${PANEL}/adm.php*`],
  runAt: 'document_idle',
  allFrames: false,
  persistAcrossSessions: true,
};
const NEW_PANEL = {
  origin: PANEL,
  providerKey: null,
  providerName: null,
  tokenHint: null,
  accountId: null,
};

const add = ({ handlers }: TestSetup, address: string = PANEL) =>
  handlers['panel/add']({ verb: 'panel/add', address });
const remove = ({ handlers }: TestSetup, origin: string = PANEL) =>
  handlers['panel/remove']({ verb: 'panel/remove', origin });
const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});

async function expectNothingLeft({ settings, browser }: TestSetup, pattern = PATTERN) {
  expect((await settings.read()).panels).toEqual([]);
  expect([...browser.scripts.keys()]).toEqual([]);
  expect(browser.granted).not.toContain(pattern);
}

describe('adding a panel', () => {
  test.each([
    ['that shows its login', false],
    ['that shows its own page', true],
  ])('stores one %s and registers its content script', async (_what, loggedIn) => {
    const setup = await newSetup({ loggedIn });
    grant(setup, PANEL);
    const added = await add(setup, `  ${PANEL}/adm.php#contas `);
    expect(added).toEqual({ ok: true, value: NEW_PANEL });
    expect((await setup.settings.read()).panels).toEqual([NEW_PANEL]);
    expect([...setup.browser.scripts.values()]).toEqual([SCRIPT]);
    expect(setup.browser.granted).toContain(PATTERN);
  });

  test('asks the panel without the operator’s cookies', async () => {
    const setup = await setupWithPanel();
    expect(setup.ixc.control.requests().map(({ method, path }) => [method, path])).toEqual([
      ['GET', '/adm.php'],
    ]);
    expect(setup.ixc.control.writes()).toEqual([]);
  });

  test('runs the script in tabs of that panel that are open already, and in no others', async () => {
    const setup = await newSetup();
    setup.browser.tabs.push(
      { id: 1, url: `${PANEL}/adm.php` },
      { id: 2, url: 'https://outro.provedor.example/adm.php' },
      { id: 3, url: `${PANEL}:8443/adm.php` },
      { id: 4, url: `${PANEL}/hotsite` },
      { id: 5, url: `${PANEL}/adm.php#error` },
      { id: 6, url: `${PANEL}/adm.php#x` },
      { url: `${PANEL}/adm.php` },
    );
    grant(setup, PANEL);
    expect(await add(setup)).toMatchObject({ ok: true });
    expect(setup.browser.injected).toEqual([1, 6]);
  });

  test('a second time repairs it and keeps what is known of it', async () => {
    const setup = await setupWithPanel();
    await setup.settings.update((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({ ...panel, providerKey: 'provedor' })),
    }));
    setup.browser.scripts.clear();
    expect(await add(setup)).toMatchObject({ ok: true, value: { providerKey: 'provedor' } });
    expect([...setup.browser.scripts.values()]).toEqual([SCRIPT]);
    expect((await setup.settings.read()).panels).toHaveLength(1);
  });

  test('in Firefox drops the port from patterns, and still keeps two panels of a host apart', async () => {
    const setup = await newSetup({ portsInPatterns: false });
    const [first, second] = [`${PANEL}:8443`, `${PANEL}:9443`];
    setup.servers.set(new URL(first).host, setup.ixc.handle);
    setup.servers.set(new URL(second).host, setup.ixc.handle);
    setup.browser.tabs.push({ id: 1, url: `${first}/adm.php` }, { id: 2, url: `${PANEL}/adm.php` });
    grant(setup, first);
    await add(setup, first);
    await add(setup, second);
    expect((await setup.settings.read()).panels.map(({ origin }) => origin)).toEqual([
      first,
      second,
    ]);
    const matches = [...setup.browser.scripts.values()].map((script) => script.matches);
    expect(matches).toEqual([[`${PANEL}/adm.php*`]]);
    expect(setup.browser.injected).toEqual([1]);

    // They share one permission and one script: the first to go takes neither away.
    await remove(setup, second);
    expect(setup.browser.granted).toContain(PATTERN);
    expect(setup.browser.scripts.size).toBe(1);
    await remove(setup, first);
    await expectNothingLeft(setup);
  });

  test('follows a panel that redirects to its login', async () => {
    const setup = await newSetup();
    setup.servers.set('painel.provedor.example', async (request) =>
      new URL(request.url).pathname === '/adm.php'
        ? new Response(null, { status: 302, headers: { location: '/app/login' } })
        : setup.ixc.handle(request),
    );
    grant(setup, PANEL);
    expect(await add(setup)).toMatchObject({ ok: true });
  });
});

describe('a panel that cannot be added leaves nothing behind:', () => {
  const answers = (make: () => Response | Promise<Response>) => async () => make();

  test.each<[string, () => Promise<Response>, FailureCode]>([
    ['an ordinary site', answers(() => ordinaryPage()), 'panel-not-ixc'],
    ['a site without adm.php', answers(() => ordinaryPage(404)), 'panel-not-ixc'],
    [
      'a site that only mentions the login’s path',
      answers(() => new Response('<a href="/app/login">Entrar</a>')),
      'panel-not-ixc',
    ],
    ['an empty answer', answers(() => new Response('')), 'panel-not-ixc'],
    ['a site that redirects everything', answers(() => Response.redirect(PANEL)), 'panel-not-ixc'],
    ['a server in trouble', answers(() => new Response('', { status: 502 })), 'panel-unreachable'],
    [
      'a host that does not answer',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'panel-unreachable',
    ],
  ])('%s', async (_what, server, code) => {
    const setup = await newSetup();
    setup.servers.set('painel.provedor.example', server);
    grant(setup, PANEL);
    expect(await add(setup)).toEqual(failure(code));
    await expectNothingLeft(setup);
  });

  test.each<[string, FailureCode]>([
    ['', 'panel-address-invalid'],
    ['ftp://painel.provedor.example', 'panel-address-invalid'],
    ['http://painel.provedor.example', 'panel-http-public'],
  ])('the address %j', async (address, code) => {
    const setup = await newSetup();
    expect(await add(setup, address)).toEqual(failure(code));
    await expectNothingLeft(setup);
  });

  test('a host that was not granted, which is not even asked', async () => {
    const setup = await newSetup();
    expect(await add(setup)).toEqual(failure('permission-missing'));
    expect(setup.ixc.control.requests()).toEqual([]);
    await expectNothingLeft(setup);
  });

  test('one of Asaas’s own hosts, whose permission is not ours to give back', async () => {
    const setup = await newSetup();
    expect(await add(setup, 'https://api.asaas.com')).toEqual(failure('panel-not-ixc'));
    expect(setup.browser.granted).toContain('https://api.asaas.com/*');
  });

  test('a browser that refuses to register the script', async () => {
    const setup = await newSetup();
    grant(setup, PANEL);
    const scripting = {
      ...setup.browser.scripting,
      registerContentScripts: () => Promise.reject(new Error('refused')),
    };
    expect(await addPanel({ ...setup.ports, scripting }, PANEL)).toEqual(failure('storage-failed'));
    await expectNothingLeft(setup);
  });

  test('a full disk', async () => {
    const setup = await newSetup();
    grant(setup, PANEL);
    const settings = {
      ...setup.settings,
      update: () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded')),
    };
    expect(await addPanel({ ...setup.ports, settings }, PANEL)).toEqual(failure('storage-full'));
    await expectNothingLeft(setup);
  });

  test('but a failure of a panel that was there before takes nothing from it', async () => {
    const setup = await setupWithPanel();
    setup.servers.set('painel.provedor.example', async () => ordinaryPage());
    expect(await add(setup)).toEqual(failure('panel-not-ixc'));
    expect((await setup.settings.read()).panels).toEqual([NEW_PANEL]);
    expect(setup.browser.granted).toContain(PATTERN);
    expect([...setup.browser.scripts.values()]).toEqual([SCRIPT]);
  });
});

describe('removing a panel', () => {
  test('forgets it, its token, its script and its permission', async () => {
    const setup = await setupWithPanel();
    await setup.vault.writeSecret(`ixc:${PANEL}`, '3:token-falso');
    expect(await remove(setup)).toEqual({ ok: true, value: null });
    await expectNothingLeft(setup);
    expect(await setup.vault.readSecret(`ixc:${PANEL}`)).toEqual({ ok: true, value: null });
  });

  test('is refused while a sending from there may still charge', async () => {
    const setup = await setupWithPanel();
    await setup.handlers['account/save']({ verb: 'account/save', key: SANDBOX_KEY });
    const job = await seedJob(setup, SANDBOX_ID);
    expect(await remove(setup)).toEqual({
      ok: false,
      error: { code: 'panel-busy', params: { invoice: '1001' } },
    });
    expect((await setup.settings.read()).panels).toHaveLength(1);
    await setup.engine.ledger.jobs.put({ ...job, state: 'created', chargeId: 'pay_0001' });
    expect(await remove(setup)).toEqual({ ok: true, value: null });
  });

  test('says so of a panel nobody knows', async () => {
    expect(await remove(await newSetup())).toEqual(failure('panel-unknown'));
  });
});

test('the script file is the one that the build makes', () => {
  expect(PANEL_SCRIPT_FILE).toBe('content-scripts/panel.js');
});
