import { describe, expect, test } from 'vitest';
import { readProviderKey } from '../../../../lib/engine/setup/panel-keys.ts';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { PROVIDER } from '../../../emulators/ixc/index.ts';
import { newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const save = ({ handlers }: TestSetup, providerKey: string, aliases: string[] = []) =>
  handlers['panel/keys']({ verb: 'panel/keys', origin: PANEL, providerKey, aliases });
const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});
const panelOf = async ({ settings }: TestSetup) => (await settings.read()).panels[0];

describe('confirming the key of a panel', () => {
  test('needs no webservice token, and asks IXC nothing', async () => {
    const setup = await setupWithPanel();
    setup.ixc.control.clearRequests();
    expect(await save(setup, PROVIDER.cnpj)).toMatchObject({
      ok: true,
      value: { providerKey: PROVIDER.cnpj, tokenHint: null, aliases: [] },
    });
    expect(await panelOf(setup)).toMatchObject({ providerKey: PROVIDER.cnpj });
    expect(setup.ixc.control.requests()).toEqual([]);
  });

  test('once done it stays, and a token under another key is refused too', async () => {
    const setup = await setupWithPanel();
    await save(setup, 'provedor');
    expect(await save(setup, 'outro')).toEqual({
      ok: false,
      error: { code: 'provider-key-fixed', params: { providerKey: 'provedor' } },
    });
    const token = { verb: 'webservice/save', origin: PANEL, token: setup.ixc.token } as const;
    expect(await setup.handlers['webservice/save']({ ...token, providerKey: 'outro' })).toEqual(
      failure('provider-key-fixed'),
    );
    expect(await panelOf(setup)).toMatchObject({ providerKey: 'provedor', tokenHint: null });
    expect(
      await setup.handlers['webservice/save']({ ...token, providerKey: 'provedor' }),
    ).toMatchObject({ ok: true });
  });

  test.each(['', 'com espaço', 'a:b', 'x'.repeat(41)])('refuses %j', async (key) => {
    const setup = await setupWithPanel();
    expect(await save(setup, key)).toEqual(failure('provider-key-invalid'));
    expect(await save(setup, 'provedor', [key])).toEqual(failure('provider-key-invalid'));
    expect(await panelOf(setup)).toMatchObject({ providerKey: null, aliases: [] });
  });

  test('of a panel that nobody knows says so', async () => {
    expect(await save(await newSetup(), 'provedor')).toEqual(failure('panel-unknown'));
  });
});

describe('a key as it is typed', () => {
  test.each([
    [' Provedor-Exemplo.Sul ', 'provedor-exemplo.sul'],
    ['11.222.333/0001-81', '11222333000181'],
    ['111.444.777-35', '11144477735'],
    ['12.ABC.345/01DE-35', '12abc34501de35'],
  ])('%j is %j', (typed, key) => {
    expect(readProviderKey(typed, null)).toBe(key);
  });

  test('stays as it was confirmed, whatever it is', () => {
    expect(readProviderKey('111.444.777-35', '111.444.777-35')).toBe('111.444.777-35');
  });
});

describe('aliases', () => {
  test('come and go while the key stays', async () => {
    const setup = await setupWithPanel();
    await save(setup, 'provedor', ['provedor-antigo', ' Outro.Antigo ']);
    expect(await panelOf(setup)).toMatchObject({ aliases: ['provedor-antigo', 'outro.antigo'] });
    await save(setup, 'provedor', ['outro.antigo']);
    expect(await panelOf(setup)).toMatchObject({ aliases: ['outro.antigo'] });
    await save(setup, 'provedor');
    expect(await panelOf(setup)).toMatchObject({ providerKey: 'provedor', aliases: [] });
  });

  test('are each kept once, and never the key itself', async () => {
    const setup = await setupWithPanel();
    await save(setup, 'provedor', ['antigo', 'Provedor', 'antigo']);
    expect(await panelOf(setup)).toMatchObject({ aliases: ['antigo'] });
  });

  test('stay letter by letter as old references have them', async () => {
    const setup = await setupWithPanel();
    await save(setup, 'provedor', ['111.444.777-35', '11.222.333/0001-81']);
    expect(await panelOf(setup)).toMatchObject({ aliases: ['111.444.777-35', '11222333000181'] });
  });
});
