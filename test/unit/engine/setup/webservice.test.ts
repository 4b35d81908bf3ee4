import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { DEFAULT_TOKEN, PROVIDER } from '../../../emulators/ixc/index.ts';
import { newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const testToken = ({ handlers }: TestSetup, token: string = DEFAULT_TOKEN) =>
  handlers['webservice/test']({ verb: 'webservice/test', origin: PANEL, token });
const save = ({ handlers }: TestSetup, change: { token?: string; providerKey?: string } = {}) =>
  handlers['webservice/save']({
    verb: 'webservice/save',
    origin: PANEL,
    token: DEFAULT_TOKEN,
    providerKey: PROVIDER.cnpj,
    ...change,
  });
const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});
const panelOf = async ({ settings }: TestSetup) => (await settings.read()).panels[0];
const tokenIn = ({ vault }: TestSetup) => vault.readSecret(`ixc:${PANEL}`);

describe('testing the webservice', () => {
  test('counts the invoices and proposes the CNPJ of the main filial as the provider’s key', async () => {
    const setup = await setupWithPanel();
    const tested = await testToken(setup);
    expect(tested).toEqual({
      ok: true,
      value: {
        providerName: expect.stringContaining('Provedor Exemplo Telecom') as string,
        document: PROVIDER.cnpj,
        providerKey: PROVIDER.cnpj,
        invoices: setup.ixc.control.count('fn_areceber'),
      },
    });
  });

  test('takes the token raw, in base64, or with spaces around', async () => {
    const setup = await setupWithPanel();
    for (const token of [DEFAULT_TOKEN, btoa(DEFAULT_TOKEN), ` ${DEFAULT_TOKEN}\n`]) {
      expect(await testToken(setup, token)).toMatchObject({ ok: true });
    }
  });

  test('only lists, and stores nothing', async () => {
    const setup = await setupWithPanel();
    const before = setup.stored();
    await testToken(setup);
    expect(setup.ixc.control.writes()).toEqual([]);
    expect(setup.stored()).toBe(before);
    expect(await tokenIn(setup)).toEqual({ ok: true, value: null });
  });

  test('refuses an empty token and a panel that is not authorised', async () => {
    expect(await testToken(await setupWithPanel(), '  ')).toEqual(failure('ixc-token-missing'));
    expect(await testToken(await newSetup())).toEqual(failure('panel-unknown'));
  });

  test('refuses a token that IXC does not know, and asks nothing with what cannot be one', async () => {
    const setup = await setupWithPanel();
    expect(await testToken(setup, `3:${'0'.repeat(64)}`)).toEqual(failure('ixc-token-refused'));
    setup.ixc.control.clearRequests();
    expect(await testToken(setup, 'isto não é um token')).toEqual(failure('ixc-token-format'));
    expect(setup.ixc.control.requests()).toEqual([]);
  });

  test.each([
    [{ kind: 'html' }, 'ixc-html'],
    [{ kind: 'refused', message: 'Sem permissão' }, 'ixc-error'],
    [{ kind: 'ip-not-allowed' }, 'ixc-ip-not-allowed'],
    [{ kind: 'unauthorized' }, 'ixc-token-refused'],
    [{ kind: 'empty-list' }, 'ixc-suspicious-empty'],
    [{ kind: 'drop' }, 'ixc-network'],
    [{ kind: 'rubbish' }, 'ixc-rubbish'],
  ] as const)('explains %o', async (fault, code) => {
    const setup = await setupWithPanel();
    setup.ixc.control.addFault({ area: 'webservice', fault, times: 0 });
    expect(await testToken(setup)).toEqual(failure(code));
  });

  test('leaves the proposal empty when the user may not read filiais', async () => {
    const setup = await setupWithPanel();
    const fault = { kind: 'refused', message: 'Erro de Permissão' } as const;
    setup.ixc.control.addFault({ table: 'filial', fault, times: 0 });
    expect(await testToken(setup)).toMatchObject({
      value: { providerName: '', document: '', providerKey: '' },
    });
  });
});

describe('saving the webservice', () => {
  test('puts the token into the vault and the confirmed key into the settings', async () => {
    const setup = await setupWithPanel();
    const saved = await save(setup);
    expect(saved).toMatchObject({
      ok: true,
      value: { origin: PANEL, providerKey: PROVIDER.cnpj, tokenHint: 'beef' },
    });
    expect(await panelOf(setup)).toEqual(saved.ok && saved.value);
    expect(await tokenIn(setup)).toEqual({ ok: true, value: DEFAULT_TOKEN });
    expect(setup.stored()).not.toContain(DEFAULT_TOKEN);
  });

  test('takes a key that the operator typed, in lower case', async () => {
    const setup = await setupWithPanel();
    expect(await save(setup, { providerKey: ' Provedor-Exemplo.Sul ' })).toMatchObject({
      value: { providerKey: 'provedor-exemplo.sul' },
    });
  });

  test.each(['', 'com espaço', 'ção', 'a:b', 'a/b', 'x'.repeat(41)])(
    'refuses the provider key %j without asking IXC',
    async (providerKey) => {
      const setup = await setupWithPanel();
      setup.ixc.control.clearRequests();
      expect(await save(setup, { providerKey })).toEqual(failure('provider-key-invalid'));
      expect(setup.ixc.control.requests()).toEqual([]);
      expect(await tokenIn(setup)).toEqual({ ok: true, value: null });
    },
  );

  test('never changes a confirmed key: what was charged under it would be charged again', async () => {
    const setup = await setupWithPanel();
    await save(setup);
    expect(await save(setup, { providerKey: 'outra' })).toEqual({
      ok: false,
      error: { code: 'provider-key-fixed', params: { providerKey: PROVIDER.cnpj } },
    });
    expect(await panelOf(setup)).toMatchObject({ providerKey: PROVIDER.cnpj });
  });

  test('renews the token under the same key', async () => {
    const setup = await setupWithPanel();
    await save(setup);
    const renewed = `3:${'ab'.repeat(30)}cafe`;
    setup.ixc.control.setToken(renewed);
    expect(await save(setup)).toEqual(failure('ixc-token-refused'));
    expect(await tokenIn(setup)).toMatchObject({ value: DEFAULT_TOKEN });
    expect(await save(setup, { token: renewed })).toMatchObject({ value: { tokenHint: 'cafe' } });
    expect(await tokenIn(setup)).toMatchObject({ value: renewed });
  });

  test('stores nothing while the vault is locked', async () => {
    const setup = await setupWithPanel();
    await setup.lock();
    expect(await save(setup)).toEqual(failure('locked'));
    expect(await panelOf(setup)).toMatchObject({ providerKey: null, tokenHint: null });
  });

  test('says so of a panel that was removed meanwhile', async () => {
    expect(await save(await newSetup())).toEqual(failure('panel-unknown'));
  });
});
