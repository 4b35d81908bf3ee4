import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { PROVIDER } from '../../../emulators/ixc/index.ts';
import { grant, newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const HOST = new URL(PANEL).host;
const IP = 'https://203.0.113.10:8443';
const LAN = 'http://192.168.0.10:8080';
const LOOPBACK = 'http://127.0.0.1:8080';

const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});
const panelsOf = async ({ settings }: TestSetup) => (await settings.read()).panels;

/** Adds a panel as the page does: the permission first. */
const add = (setup: TestSetup, address: string, confirmed: { httpConfirmed?: boolean } = {}) => {
  grant(setup, address);
  return setup.handlers['panel/add']({ verb: 'panel/add', address, ...confirmed });
};
const withToken = (
  setup: TestSetup,
  verb: 'webservice/test' | 'webservice/save',
  origin: string,
  confirmed: { overPlainHttp?: boolean } = {},
) => {
  const request = { origin, token: setup.ixc.token, ...confirmed };
  return verb === 'webservice/test'
    ? setup.handlers[verb]({ verb, ...request })
    : setup.handlers[verb]({ verb, ...request, providerKey: PROVIDER.cnpj });
};

describe('a panel whose certificate only a tab trusts', () => {
  const selfSigned = async (ways?: readonly ('direct' | 'document')[]) => {
    const setup = await newSetup(ways ? { ways } : {});
    setup.servers.set(new URL(IP).host, setup.ixc.handle);
    setup.untrusted.add(new URL(IP).host);
    return setup;
  };

  test('is added, tested and saved through a document of the extension', async () => {
    const setup = await selfSigned(['direct', 'document']);
    expect(await add(setup, IP)).toMatchObject({ ok: true, value: { origin: IP } });
    expect(await withToken(setup, 'webservice/test', IP)).toMatchObject({
      value: { providerKey: PROVIDER.cnpj },
    });
    expect(await withToken(setup, 'webservice/save', IP)).toMatchObject({ ok: true });
    expect(setup.ixc.control.writes()).toEqual([]);
  });

  test('says where there is no such document what to do about the certificate', async () => {
    const setup = await selfSigned();
    expect(await add(setup, IP)).toEqual(failure('ixc-certificate'));
    expect(await panelsOf(setup)).toEqual([]);
    expect(setup.browser.granted).not.toContain(`${IP}/*`);
  });

  test('is told from one that is away by a tab in which it is open', async () => {
    const setup = await newSetup();
    setup.untrusted.add(HOST);
    expect(await add(setup, PANEL)).toEqual(failure('panel-unreachable'));
    setup.browser.tabs.push({ id: 1, url: `${PANEL}/adm.php` });
    expect(await add(setup, PANEL)).toEqual(failure('ixc-certificate'));
  });

  test('explains the token’s test in the same way', async () => {
    const setup = await setupWithPanel();
    setup.untrusted.add(HOST);
    expect(await withToken(setup, 'webservice/test', PANEL)).toEqual(failure('ixc-network'));
    setup.browser.tabs.push({ id: 1, url: `${PANEL}/adm.php` });
    expect(await withToken(setup, 'webservice/test', PANEL)).toEqual(failure('ixc-certificate'));
  });

  test('is not asked twice when it answers: a refusal is a refusal', async () => {
    const setup = await setupWithPanel({ ways: ['direct', 'document'] });
    setup.ixc.control.setToken(`3:${'ab'.repeat(32)}`);
    setup.ixc.control.clearRequests();
    expect(await withToken(setup, 'webservice/test', PANEL)).toEqual(failure('ixc-token-refused'));
    expect(setup.ixc.control.requests()).toHaveLength(1);
  });
});

describe('without a network', () => {
  test('every attempt says that it is this computer', async () => {
    const setup = await setupWithPanel();
    setup.servers.clear();
    setup.outside.online = false;
    const offline = failure('network-offline');
    expect(await add(setup, 'https://outro.provedor.example')).toEqual(offline);
    expect(await withToken(setup, 'webservice/test', PANEL)).toEqual(offline);
    const key = '$aact_hmlg_FAKE-KEY-OF-NOBODY-0001';
    expect(await setup.handlers['account/test']({ verb: 'account/test', key })).toEqual(offline);
  });

  test('as the browser sees it, what answers all the same is believed', async () => {
    const setup = await newSetup();
    setup.outside.online = false;
    expect(await add(setup, PANEL)).toMatchObject({ ok: true });
    setup.ixc.control.setToken(`3:${'ab'.repeat(32)}`);
    const token = {
      verb: 'webservice/test',
      origin: PANEL,
      token: `3:${'cd'.repeat(32)}`,
    } as const;
    expect(await setup.handlers['webservice/test'](token)).toEqual(failure('ixc-token-refused'));
  });
});

describe('a network that wants a login first', () => {
  test.each<[string, () => Response]>([
    ['redirects everything', () => Response.redirect('http://login.rede.example/')],
    ['answers 511', () => new Response('<html>Entre na rede</html>', { status: 511 })],
    [
      'is a MikroTik hotspot',
      () => new Response('<form><input name="chap-id"></form><a href="$(link-login-only)">'),
    ],
    ['shows a hotspot’s page', () => new Response('<title>Meu Hotspot - login</title>')],
  ])('and %s', async (_how, answer) => {
    const setup = await newSetup();
    setup.servers.set(HOST, async () => answer());
    expect(await add(setup, PANEL)).toEqual(failure('ixc-captive-portal'));
  });

  test('is told when the token is tested, too', async () => {
    const setup = await setupWithPanel();
    setup.servers.set(HOST, async () => Response.redirect('http://login.rede.example/'));
    expect(await withToken(setup, 'webservice/test', PANEL)).toEqual(failure('ixc-captive-portal'));
  });
});

describe('a panel without https', () => {
  const onLan = async (origin = LAN) => {
    const setup = await newSetup();
    setup.servers.set(new URL(origin).host, setup.ixc.handle);
    return setup;
  };

  test('is added only once the operator was warned, and is not even asked before', async () => {
    const setup = await onLan();
    expect(await add(setup, LAN)).toEqual(failure('panel-http-plain'));
    expect(setup.ixc.control.requests()).toEqual([]);
    expect(await panelsOf(setup)).toEqual([]);
    expect(setup.browser.granted).not.toContain(`${LAN}/*`);
    expect(await add(setup, LAN, { httpConfirmed: true })).toMatchObject({ ok: true });
  });

  test('that was added is repaired without another warning', async () => {
    const setup = await onLan();
    await add(setup, LAN, { httpConfirmed: true });
    expect(await add(setup, LAN)).toMatchObject({ ok: true });
  });

  test('gets no token by default, neither to test nor to save', async () => {
    const setup = await onLan();
    await add(setup, LAN, { httpConfirmed: true });
    setup.ixc.control.clearRequests();
    for (const verb of ['webservice/test', 'webservice/save'] as const) {
      expect(await withToken(setup, verb, LAN)).toEqual(failure('ixc-token-plain-http'));
    }
    expect(setup.ixc.control.requests()).toEqual([]);
    expect(await setup.vault.readSecret(`ixc:${LAN}`)).toEqual({ ok: true, value: null });
  });

  test('gets one when the operator insists', async () => {
    const setup = await onLan();
    await add(setup, LAN, { httpConfirmed: true });
    const insisting = { overPlainHttp: true };
    expect(await withToken(setup, 'webservice/test', LAN, insisting)).toMatchObject({ ok: true });
    expect(await withToken(setup, 'webservice/save', LAN, insisting)).toMatchObject({ ok: true });
  });

  test('on this very computer warns of nothing: nobody listens in between', async () => {
    const setup = await onLan(LOOPBACK);
    expect(await add(setup, LOOPBACK)).toMatchObject({ ok: true });
    expect(await withToken(setup, 'webservice/save', LOOPBACK)).toMatchObject({ ok: true });
  });

  test('on the internet is refused, however much the operator insists', async () => {
    const setup = await newSetup();
    const open = 'http://203.0.113.7';
    expect(await add(setup, open, { httpConfirmed: true })).toEqual(failure('panel-http-public'));
  });
});

describe('setting up in any order:', () => {
  test('panel, preferences and key need neither an account nor a token', async () => {
    const setup = await newSetup();
    expect(await add(setup, PANEL)).toMatchObject({ ok: true, value: { accountId: null } });
    const keys = { origin: PANEL, providerKey: PROVIDER.cnpj, aliases: [] };
    expect(await setup.handlers['panel/keys']({ verb: 'panel/keys', ...keys })).toMatchObject({
      ok: true,
      value: { providerKey: PROVIDER.cnpj, tokenHint: null },
    });
    expect(
      await setup.handlers['panel/source']({
        ...{ verb: 'panel/source', origin: PANEL, source: 'session' },
      }),
    ).toMatchObject({ ok: true });
  });
});
