import { describe, expect, test } from 'vitest';
import type { Insisted } from '../../../../lib/messages/page-requests.ts';
import { chargeRow } from '../../../../lib/ledger/charges.ts';
import { SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { DEFAULT_TOKEN, PROVIDER } from '../../../emulators/ixc/index.ts';
import { charge } from '../../../fixtures/charge.ts';
import { seedJob } from './jobs.ts';
import { grant, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const EVERYTHING: Insisted = ['provider-key-other', 'provider-key-of-other-panel'];
const SANDBOX_ID = 'sandbox:11222333000181';
const ANOTHER = 'provedor-exemplo';
const SAVED = { ok: true, value: { providerKey: PROVIDER.cnpj } };
const FIXED = { code: 'provider-key-fixed', params: { providerKey: PROVIDER.cnpj } };

const save = ({ handlers }: TestSetup, providerKey: string, insists?: Insisted) =>
  handlers['webservice/save']({
    verb: 'webservice/save',
    origin: PANEL,
    token: DEFAULT_TOKEN,
    providerKey,
    ...(insists && { insists }),
  });

async function withAccount(): Promise<TestSetup> {
  const setup = await setupWithPanel();
  await setup.handlers['account/save']({ verb: 'account/save', key: SANDBOX_KEY });
  return setup;
}

/** As the buttons "Revogar" and "Autorizar painel" do. */
async function revokeAndAuthorise(setup: TestSetup): Promise<void> {
  const { handlers } = setup;
  const removed = await handlers['panel/remove']({ verb: 'panel/remove', origin: PANEL });
  expect(removed).toEqual({ ok: true, value: null });
  grant(setup, PANEL);
  await handlers['panel/add']({ verb: 'panel/add', address: PANEL });
}

/** A charge that another computer has made at Asaas. */
function seedReference({ asaas }: TestSetup, externalReference: string): void {
  const { id } = asaas.control.seedCustomer('acc_sandbox', { name: 'Cliente Exemplo' });
  asaas.control.seedCharge('acc_sandbox', {
    customer: id,
    value: 50,
    dueDate: '2026-03-20',
    externalReference,
  });
}

describe('the key of a panel that is revoked and authorised again', () => {
  test('stays what it was: under another one every invoice would be charged once more', async () => {
    const setup = await withAccount();
    await save(setup, PROVIDER.cnpj);
    await revokeAndAuthorise(setup);
    for (const insists of [undefined, EVERYTHING]) {
      expect(await save(setup, ANOTHER, insists)).toEqual({ ok: false, error: FIXED });
    }
    expect(await save(setup, PROVIDER.cnpj)).toMatchObject(SAVED);
  });

  test('was confirmed before keys were kept: its place in the settings tells', async () => {
    const setup = await withAccount();
    await save(setup, PROVIDER.cnpj);
    await setup.engine.ledger.meta.clear();
    await revokeAndAuthorise(setup);
    expect(await save(setup, ANOTHER)).toEqual({ ok: false, error: FIXED });
  });

  test('was forgotten before keys were kept: what was sent from there tells', async () => {
    const setup = await withAccount();
    const job = await seedJob(setup, SANDBOX_ID);
    const { activeKey: _over, ...rest } = job;
    await setup.engine.ledger.jobs.put({ ...rest, state: 'done', chargeId: 'pay_0001' });
    expect(await save(setup, ANOTHER)).toEqual({ ok: false, error: FIXED });
  });
});

describe('a first key, in an account with charges of ours under another one only', () => {
  const other = (found: string, typed: string) => ({
    ok: false,
    error: { code: 'provider-key-other', params: { found, typed } },
  });

  test('is taken only when the operator insists', async () => {
    const setup = await withAccount();
    seedReference(setup, `ixc:${ANOTHER}:77`);
    expect(await save(setup, PROVIDER.cnpj)).toEqual(other(ANOTHER, PROVIDER.cnpj));
    expect((await setup.settings.read()).panels[0]?.providerKey).toBeNull();
    expect(await save(setup, PROVIDER.cnpj, ['provider-key-of-other-panel'])).toEqual(
      other(ANOTHER, PROVIDER.cnpj),
    );
    expect(await save(setup, PROVIDER.cnpj, ['provider-key-other'])).toMatchObject(SAVED);
  });

  test('is compared with what the ledger has seen there, too', async () => {
    const setup = await withAccount();
    const seen = { ...charge, accountId: SANDBOX_ID, reference: `ixc:${ANOTHER}:77` };
    const row = chargeRow(seen, setup.engine.now());
    if (row) await setup.engine.ledger.charges.put(row);
    expect(await save(setup, PROVIDER.cnpj)).toEqual(other(ANOTHER, PROVIDER.cnpj));
  });

  test('is taken at once where it is among those found, or none of ours is', async () => {
    const setup = await withAccount();
    seedReference(setup, 'pedido 77 de outro sistema');
    seedReference(setup, `ixc:${ANOTHER}:77`);
    seedReference(setup, `ixc:${PROVIDER.cnpj}:78`);
    expect(await save(setup, PROVIDER.cnpj)).toMatchObject(SAVED);
  });

  test('is not taken while Asaas cannot be asked', async () => {
    const setup = await withAccount();
    setup.asaas.control.setKeyEnabled('key_sandbox', false);
    expect(await save(setup, PROVIDER.cnpj)).toMatchObject({
      error: { code: 'asaas-key-refused' },
    });
    expect((await setup.settings.read()).panels[0]?.providerKey).toBeNull();
  });
});

test('a key that another page confirms while Asaas is asked stays, and the token is not stored', async () => {
  const setup = await withAccount();
  const asaas = setup.servers.get('api-sandbox.asaas.com');
  const [hold, asked] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  setup.servers.set('api-sandbox.asaas.com', async (request) => {
    asked.resolve(undefined);
    await hold.promise;
    return asaas ? asaas(request) : Response.error();
  });
  const saving = save(setup, PROVIDER.cnpj);
  await asked.promise;
  const other = await setup.handlers['panel/keys']({
    verb: 'panel/keys',
    origin: PANEL,
    providerKey: ANOTHER,
    aliases: [],
    insists: EVERYTHING,
  });
  expect(other).toMatchObject({ ok: true });
  hold.resolve(undefined);
  expect(await saving).toEqual({
    ok: false,
    error: { code: 'provider-key-fixed', params: { providerKey: ANOTHER } },
  });
  const [panel] = (await setup.settings.read()).panels;
  expect(panel).toMatchObject({ providerKey: ANOTHER, tokenHint: null });
});
