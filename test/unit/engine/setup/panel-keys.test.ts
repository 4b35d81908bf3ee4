import { describe, expect, test } from 'vitest';
import { PROVIDER } from '../../../emulators/ixc/index.ts';
import { readProviderKey } from '../../../../lib/engine/setup/provider-key.ts';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import type { Insisted } from '../../../../lib/messages/page-requests.ts';
import { newPanel } from '../../../../lib/settings/new-panel.ts';
import { chargeRow } from '../../../../lib/ledger/charges.ts';
import { SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { charge } from '../../../fixtures/charge.ts';
import { grant, newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const SANDBOX_ID = 'sandbox:11222333000181';

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

describe('a first key, in accounts with charges of ours under others only', () => {
  const BRANCH = 'sandbox:branch';

  /** A charge that this browser has seen in the account. */
  async function seen({ engine }: TestSetup, reference: string, accountId: string, id: string) {
    const row = chargeRow({ ...charge, id, accountId, reference }, engine.now());
    if (row) await engine.ledger.charges.put(row);
  }
  async function withAccount(): Promise<TestSetup> {
    const setup = await setupWithPanel();
    await setup.handlers['account/save']({ verb: 'account/save', key: SANDBOX_KEY });
    await seen(setup, 'ixc:antigo:1', SANDBOX_ID, 'pay_0001');
    return setup;
  }
  const other = (found: string) => ({
    ok: false,
    error: { code: 'provider-key-other', params: { found, typed: 'provedor' } },
  });

  test('is refused without a token, too, unless the operator insists', async () => {
    const setup = await withAccount();
    expect(await save(setup, 'provedor')).toEqual(other('antigo'));
    expect(await panelOf(setup)).toMatchObject({ providerKey: null });
    const insists: Insisted = ['provider-key-other'];
    const insisting = { providerKey: 'provedor', aliases: [], insists };
    expect(
      await setup.handlers['panel/keys']({ verb: 'panel/keys', origin: PANEL, ...insisting }),
    ).toMatchObject({ ok: true });
  });

  test('is taken where all the others become aliases: their charges will be found', async () => {
    const setup = await withAccount();
    await seen(setup, 'ixc:outro:1', SANDBOX_ID, 'pay_0002');
    expect(await save(setup, 'provedor', ['antigo'])).toEqual(other('outro'));
    expect(await save(setup, 'provedor', ['antigo', 'outro'])).toMatchObject({ ok: true });
  });

  test('is compared with every account that a route names', async () => {
    const setup = await withAccount();
    await setup.engine.ledger.charges.clear();
    await setup.settings.update((settings) => ({
      ...settings,
      accounts: settings.accounts.flatMap((each) => [each, { ...each, id: BRANCH }]),
      panels: settings.panels.map((panel) => ({
        ...panel,
        routes: [{ filialId: '2', carteiraId: null, accountId: BRANCH }],
      })),
    }));
    await seen(setup, 'ixc:da-filial:1', BRANCH, 'pay_0003');
    expect(await save(setup, 'provedor')).toEqual(other('da-filial'));
  });
});

describe('a key that another panel was confirmed under', () => {
  const OTHER = 'https://outro.example';
  async function withNeighbour(): Promise<TestSetup> {
    const setup = await setupWithPanel();
    await setup.settings.update((settings) => ({
      ...settings,
      panels: [...settings.panels, { ...newPanel(OTHER, null), providerKey: 'outra' }],
    }));
    return setup;
  }
  const taken = {
    ok: false,
    error: { code: 'provider-key-of-other-panel', params: { keys: 'outra', panels: OTHER } },
  };

  test.each([
    ['key', 'outra', []],
    ['alias', 'provedor', ['outra']],
  ])('becomes no %s before it was said whose it is', async (_what, providerKey, aliases) => {
    const setup = await withNeighbour();
    expect(await save(setup, providerKey, aliases)).toEqual(taken);
    expect(await panelOf(setup)).toMatchObject({ providerKey: null, aliases: [] });
    const insists: Insisted = ['provider-key-of-other-panel'];
    const insisting = { providerKey, aliases, insists };
    expect(
      await setup.handlers['panel/keys']({ verb: 'panel/keys', origin: PANEL, ...insisting }),
    ).toMatchObject({ ok: true, value: { providerKey, aliases } });
    // What was insisted on once is not asked about with every alias that follows.
    expect(await save(setup, providerKey, [...aliases, 'antigo'])).toMatchObject({ ok: true });
  });

  test('is still compared with what the account knows: insisting on one is not insisting on both', async () => {
    const setup = await withNeighbour();
    await setup.handlers['account/save']({ verb: 'account/save', key: SANDBOX_KEY });
    const seen = { ...charge, accountId: SANDBOX_ID, reference: 'ixc:antigo:1' };
    const row = chargeRow(seen, setup.engine.now());
    if (row) await setup.engine.ledger.charges.put(row);
    const insisting = (insists: Insisted) =>
      setup.handlers['panel/keys']({
        ...{ verb: 'panel/keys', origin: PANEL, providerKey: 'outra', aliases: [] },
        insists,
      });
    expect(await insisting([])).toEqual(taken);
    expect(await insisting(['provider-key-other'])).toEqual(taken);
    expect(await insisting(['provider-key-of-other-panel'])).toEqual(failure('provider-key-other'));
    expect(await panelOf(setup)).toMatchObject({ providerKey: null });
    expect(await insisting(['provider-key-other', 'provider-key-of-other-panel'])).toMatchObject({
      ok: true,
      value: { providerKey: 'outra' },
    });
  });

  test('is taken at once where the panel itself shows that it is the same provider', async () => {
    const setup = await setupWithPanel();
    await setup.settings.update((settings) => ({
      ...settings,
      panels: [...settings.panels, { ...newPanel(OTHER, null), providerKey: PROVIDER.cnpj }],
    }));
    const token = { verb: 'webservice/save', origin: PANEL, token: setup.ixc.token } as const;
    expect(
      await setup.handlers['webservice/save']({ ...token, providerKey: PROVIDER.cnpj }),
    ).toMatchObject({ ok: true, value: { providerKey: PROVIDER.cnpj } });
  });

  test('is refused with a token, too', async () => {
    const setup = await withNeighbour();
    const token = { verb: 'webservice/save', origin: PANEL, token: setup.ixc.token } as const;
    expect(await setup.handlers['webservice/save']({ ...token, providerKey: 'outra' })).toEqual(
      taken,
    );
  });
});

describe('a panel that is revoked and authorised again', () => {
  test('keeps its key and its aliases: what was charged under them is still looked for', async () => {
    const setup = await setupWithPanel();
    await save(setup, 'provedor', ['antigo']);
    await setup.handlers['panel/remove']({ verb: 'panel/remove', origin: PANEL });
    grant(setup, PANEL);
    await setup.handlers['panel/add']({ verb: 'panel/add', address: PANEL });
    // At once: until it has its key, its rows would not know what was sent from there.
    expect(await panelOf(setup)).toMatchObject({ providerKey: 'provedor', aliases: ['antigo'] });
    expect(await save(setup, 'outro')).toEqual(failure('provider-key-fixed'));
    expect(await save(setup, 'provedor', ['antigo'])).toMatchObject({ ok: true });
  });
});

describe('a key as it is typed', () => {
  test.each([
    [' Provedor-Exemplo.Sul ', 'provedor-exemplo.sul'],
    ['11.222.333/0001-81', '11222333000181'],
    ['111.444.777-35', '11144477735'],
    ['12.ABC.345/01DE-35', '12abc34501de35'],
  ])('%j is %j', (typed, key) => {
    expect(readProviderKey(typed, [])).toBe(key);
  });

  test('stays as it was confirmed, whatever it is', () => {
    expect(readProviderKey('111.444.777-35', ['111.444.777-35'])).toBe('111.444.777-35');
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
