import { describe, expect, test } from 'vitest';
import type { Charge } from '../../../../lib/billing/charge.ts';
import { chargeRow } from '../../../../lib/ledger/charges.ts';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { PRODUCTION_KEY, SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { charge } from '../../../fixtures/charge.ts';
import { seedJob } from './jobs.ts';
import { newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const SANDBOX_ID = 'sandbox:11222333000181';
const PRODUCTION_ID = 'production:11222333000181';
const UNKNOWN = { canTransfer: null, hasPixKey: null };
const DONE = { ok: true, value: null };

const save = ({ handlers }: TestSetup, key: string) =>
  handlers['account/save']({ verb: 'account/save', key });
const remove = ({ handlers }: TestSetup, id: string) =>
  handlers['account/remove']({ verb: 'account/remove', id });
const choose = ({ handlers }: TestSetup, accountId: string, origin = PANEL) =>
  handlers['panel/account']({ verb: 'panel/account', origin, accountId });
const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});

/** A charge of ours in the ledger, as it was last seen. */
async function keep({ engine }: TestSetup, change: Partial<Charge>): Promise<void> {
  const row = chargeRow({ ...charge, ...change }, engine.now());
  if (row) await engine.ledger.charges.put(row);
}

describe('which account charges a panel', () => {
  const charging = async ({ settings }: TestSetup) => (await settings.read()).panels[0]?.accountId;

  test('the first account charges the panels that have none', async () => {
    const setup = await setupWithPanel();
    expect(await charging(setup)).toBeNull();
    await save(setup, SANDBOX_KEY);
    expect(await charging(setup)).toBe(SANDBOX_ID);
  });

  test('a second account takes nothing over', async () => {
    const setup = await setupWithPanel();
    await save(setup, SANDBOX_KEY);
    await save(setup, PRODUCTION_KEY);
    expect(await charging(setup)).toBe(SANDBOX_ID);
  });

  test('a panel never goes from tests to real charges because an account was removed', async () => {
    const setup = await setupWithPanel();
    await save(setup, SANDBOX_KEY);
    await save(setup, PRODUCTION_KEY);
    expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
    expect(await charging(setup)).toBeNull();
  });

  test('a panel whose account is removed goes to the only one left of the same environment', async () => {
    const setup = await setupWithPanel();
    await save(setup, SANDBOX_KEY);
    const other = { id: 'sandbox:key-3', name: 'Outra', document: '', keyHint: '0009', ...UNKNOWN };
    await setup.settings.update((current) => ({
      ...current,
      accounts: [...current.accounts, { ...other, environment: 'sandbox' }],
    }));
    expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
    expect(await charging(setup)).toBe(other.id);
    expect(await remove(setup, other.id)).toEqual(DONE);
    expect(await charging(setup)).toBeNull();
  });

  test.each(['PENDING', 'RECEIVED'])(
    'a panel passes to nobody by itself while a charge that is %s stands in the removed account',
    async (status) => {
      const setup = await setupWithPanel();
      await save(setup, SANDBOX_KEY);
      const other = {
        id: 'sandbox:key-3',
        name: 'Outra',
        document: '',
        keyHint: '0009',
        ...UNKNOWN,
      };
      await setup.settings.update((current) => ({
        ...current,
        accounts: [...current.accounts, { ...other, environment: 'sandbox' }],
      }));
      await keep(setup, { accountId: SANDBOX_ID, status });
      expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
      expect(await charging(setup)).toBeNull();
      expect(await choose(setup, other.id)).toMatchObject({ ok: true });
    },
  );

  test('nor does a new account take its panels while a charge stands in a removed one', async () => {
    const setup = await setupWithPanel();
    await keep(setup, { accountId: 'sandbox:11444777000161' });
    await save(setup, SANDBOX_KEY);
    expect(await charging(setup)).toBeNull();
    await keep(setup, { accountId: 'sandbox:11444777000161', deleted: true });
    await save(setup, SANDBOX_KEY);
    expect(await charging(setup)).toBe(SANDBOX_ID);
  });

  test('with several accounts left, the panel of a removed one is left for the operator', async () => {
    const setup = await setupWithPanel();
    await save(setup, SANDBOX_KEY);
    await save(setup, PRODUCTION_KEY);
    const third = {
      id: 'sandbox:key-3',
      name: 'Terceira',
      document: '',
      keyHint: '0009',
      ...UNKNOWN,
    };
    await setup.settings.update((current) => ({
      ...current,
      accounts: [...current.accounts, { ...third, environment: 'sandbox' }],
    }));
    await remove(setup, SANDBOX_ID);
    expect(await charging(setup)).toBeNull();
  });

  test('the operator chooses among the accounts there are', async () => {
    const setup = await setupWithPanel();
    await save(setup, SANDBOX_KEY);
    await save(setup, PRODUCTION_KEY);
    expect(await choose(setup, PRODUCTION_ID)).toMatchObject({
      ok: true,
      value: { origin: PANEL, accountId: PRODUCTION_ID },
    });
    expect(await charging(setup)).toBe(PRODUCTION_ID);
    expect(await choose(setup, 'sandbox:nobody')).toEqual(failure('no-account'));
    expect(await choose(setup, SANDBOX_ID, 'https://outro.example')).toEqual(
      failure('panel-unknown'),
    );
    expect(await charging(setup)).toBe(PRODUCTION_ID);
  });

  test('another account cannot take over while a job of the present one may still charge', async () => {
    const setup = await setupWithPanel();
    await save(setup, SANDBOX_KEY);
    await save(setup, PRODUCTION_KEY);
    await seedJob(setup, SANDBOX_ID);
    expect(await choose(setup, PRODUCTION_ID)).toEqual(failure('account-busy'));
    expect(await charging(setup)).toBe(SANDBOX_ID);
  });

  test('a panel added later is charged by nobody while charges stand in a removed account', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    await keep(setup, { accountId: 'sandbox:11444777000161' });
    setup.browser.granted.add(`${PANEL}/*`);
    await setup.handlers['panel/add']({ verb: 'panel/add', address: PANEL });
    expect(await charging(setup)).toBeNull();
  });

  test('a panel added later is charged by the only account there is', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    setup.browser.granted.add(`${PANEL}/*`);
    await setup.handlers['panel/add']({ verb: 'panel/add', address: PANEL });
    expect(await charging(setup)).toBe(SANDBOX_ID);
  });
});
