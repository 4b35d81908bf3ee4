import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { PRODUCTION_KEY, SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { KEYS, newSetup, type TestSetup } from './setup-kit.ts';

const OWNER = { name: 'Provedor Exemplo Telecom Ltda', document: '11222333000181' };
const SANDBOX_ID = 'sandbox:11222333000181';
const PRODUCTION_ID = 'production:11222333000181';
const DONE = { ok: true, value: null };

const testKey = ({ handlers }: TestSetup, key: string) =>
  handlers['account/test']({ verb: 'account/test', key });
const save = ({ handlers }: TestSetup, key: string) =>
  handlers['account/save']({ verb: 'account/save', key });
const remove = ({ handlers }: TestSetup, id: string) =>
  handlers['account/remove']({ verb: 'account/remove', id });
const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});

/** Makes the emulated account answer its owner only to keys with that right. */
function hideOwner({ asaas }: TestSetup): void {
  const body = JSON.stringify({
    errors: [{ code: 'insufficient_permission', description: 'Sem permissão.' }],
  });
  const fault = { kind: 'status', status: 403, body } as const;
  asaas.control.addFault({ path: '/v3/myAccount/**', fault, times: 0 });
}

describe('testing a key', () => {
  test('tells whose it is, in which environment, and whether the account is approved', async () => {
    const setup = await newSetup();
    expect(await testKey(setup, SANDBOX_KEY)).toEqual({
      ok: true,
      value: {
        ...OWNER,
        ...{ environment: 'sandbox', approval: 'APPROVED', canTransfer: true, hasPixKey: true },
      },
    });
    expect(await testKey(setup, `  ${PRODUCTION_KEY}\n`)).toMatchObject({
      value: { environment: 'production' },
    });
  });

  test('changes nothing on the account and stores nothing', async () => {
    const setup = await newSetup();
    await testKey(setup, SANDBOX_KEY);
    const methods = setup.asaas.control.requests().map(({ method }) => method);
    expect(methods.length).toBeGreaterThan(0);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(setup.stored()).toBe('{}');
    expect(await setup.vault.readSecret(`asaas:${SANDBOX_ID}`)).toEqual(DONE);
  });

  test.each<[string, string, FailureCode]>([
    ['an empty key', '   ', 'asaas-key-empty'],
    ['a text that is no key', 'minha-senha-do-asaas', 'asaas-key-format'],
    ['a key that lost its dollar sign to a shell', SANDBOX_KEY.slice(1), 'asaas-key-format'],
    ['two keys at once', `${SANDBOX_KEY} ${PRODUCTION_KEY}`, 'asaas-key-format'],
    ['an old key that names no environment', '$aact_YWFjaF9mYWxzYQ0000', 'asaas-key-format'],
    ['an unknown key', '$aact_prod_FAKE-KEY-NOBODY-KNOWS-0009', 'asaas-key-refused'],
    ['a disabled key', KEYS.disabled, 'asaas-key-refused'],
    ['a key that may not read charges', KEYS.powerless, 'asaas-key-powerless'],
    ['a key that may not find payers', KEYS.withoutPayers, 'asaas-key-powerless'],
  ])('refuses %s', async (_what, key, code) => {
    expect(await testKey(await newSetup(), key)).toEqual(failure(code));
  });

  test('refuses a key that Asaas says is of the other environment', async () => {
    const setup = await newSetup();
    const body = JSON.stringify({
      errors: [{ code: 'invalid_environment', description: 'Outro.' }],
    });
    setup.asaas.control.addFault({ fault: { kind: 'status', status: 401, body } });
    expect(await testKey(setup, SANDBOX_KEY)).toEqual(failure('asaas-key-environment'));
  });

  test('accepts a key that may charge but not read its owner', async () => {
    const setup = await newSetup();
    hideOwner(setup);
    expect(await testKey(setup, KEYS.charging)).toEqual({
      ok: true,
      value: {
        ...{ name: '', document: '', environment: 'sandbox', approval: null },
        ...{ canTransfer: false, hasPixKey: null },
      },
    });
    expect(await testKey(setup, KEYS.powerless)).toEqual(failure('asaas-key-powerless'));
  });

  test.each([
    [{ kind: 'empty-401' }, 'asaas-key-refused'],
    [{ kind: 'html', status: 403 }, 'asaas-forbidden'],
    [{ kind: 'status', status: 503 }, 'asaas-unavailable'],
    [{ kind: 'drop-before-commit' }, 'asaas-network'],
    [{ kind: 'rubbish' }, 'asaas-rubbish'],
    [{ kind: 'html', status: 200 }, 'asaas-rubbish'],
    [{ kind: 'rate-limit', resetSeconds: 10 }, 'asaas-rate-limited'],
    [{ kind: 'rate-limit', resetSeconds: 7200 }, 'asaas-quota'],
  ] as const)('explains %o', async (fault, code) => {
    const setup = await newSetup();
    setup.asaas.control.addFault({ fault });
    expect(await testKey(setup, SANDBOX_KEY)).toEqual(failure(code));
  });

  test('does not depend on the approval, which is for information', async () => {
    const setup = await newSetup();
    setup.asaas.control.addFault({ path: '/v3/myAccount/status/', fault: { kind: 'rubbish' } });
    expect(await testKey(setup, SANDBOX_KEY)).toMatchObject({
      value: { ...OWNER, approval: null },
    });
  });
});

describe('what a key can do beyond charging', () => {
  test('is told: one that only charges cannot transfer money', async () => {
    const setup = await newSetup();
    expect(await testKey(setup, KEYS.charging)).toMatchObject({
      value: { canTransfer: false, hasPixKey: null },
    });
    expect(await testKey(setup, SANDBOX_KEY)).toMatchObject({
      value: { canTransfer: true, hasPixKey: true },
    });
  });

  test('with the Pix key that the account lacks', async () => {
    const setup = await newSetup();
    setup.asaas.control.changeAccount('acc_sandbox', { ownPixKey: false });
    expect(await testKey(setup, SANDBOX_KEY)).toMatchObject({ value: { hasPixKey: false } });
  });

  test('is unknown when it cannot be read, which keeps nobody from charging', async () => {
    const setup = await newSetup();
    for (const path of ['/v3/transfers/**', '/v3/transfers', '/v3/pix/**']) {
      setup.asaas.control.addFault({ path, fault: { kind: 'status', status: 503 }, times: 0 });
    }
    expect(await save(setup, SANDBOX_KEY)).toMatchObject({
      ok: true,
      value: { canTransfer: null, hasPixKey: null },
    });
  });

  test('is read again with a new key, and stands in for the old one', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    await save(setup, KEYS.charging);
    expect((await setup.settings.read()).accounts).toMatchObject([
      { id: SANDBOX_ID, canTransfer: false, hasPixKey: null },
    ]);
  });
});

test('one CNPJ may have an account in each environment, each with its own key', async () => {
  const setup = await newSetup();
  await save(setup, SANDBOX_KEY);
  await save(setup, PRODUCTION_KEY);
  expect((await setup.settings.read()).accounts.map(({ id }) => id)).toEqual([
    SANDBOX_ID,
    PRODUCTION_ID,
  ]);
  expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
  expect(await setup.vault.readSecret(`asaas:${PRODUCTION_ID}`)).toMatchObject({
    value: PRODUCTION_KEY,
  });
});

describe('saving a key', () => {
  test('puts the key into the vault, and only its last four characters into the settings', async () => {
    const setup = await newSetup();
    const account = {
      ...{ id: SANDBOX_ID, ...OWNER, environment: 'sandbox', keyHint: '0001' },
      ...{ canTransfer: true, hasPixKey: true },
    };
    expect(await save(setup, ` ${SANDBOX_KEY} `)).toEqual({ ok: true, value: account });
    expect((await setup.settings.read()).accounts).toEqual([account]);
    expect(await setup.vault.readSecret(`asaas:${SANDBOX_ID}`)).toEqual({
      ok: true,
      value: SANDBOX_KEY,
    });
    expect(setup.stored()).not.toContain(SANDBOX_KEY);
    expect(setup.stored()).not.toContain('aact_');
  });

  test('tests again: a key that was good and is refused now is not stored', async () => {
    const setup = await newSetup();
    await testKey(setup, SANDBOX_KEY);
    setup.asaas.control.setKeyEnabled('key_sandbox', false);
    expect(await save(setup, SANDBOX_KEY)).toEqual(failure('asaas-key-refused'));
    expect((await setup.settings.read()).accounts).toEqual([]);
    expect(await setup.vault.readSecret(`asaas:${SANDBOX_ID}`)).toEqual(DONE);
  });

  test('renews the key of an account in place', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    await save(setup, KEYS.charging);
    const { accounts } = await setup.settings.read();
    expect(accounts.map(({ id, keyHint }) => [id, keyHint])).toEqual([[SANDBOX_ID, '0002']]);
    expect(await setup.vault.readSecret(`asaas:${SANDBOX_ID}`)).toMatchObject({
      value: KEYS.charging,
    });
  });

  test('keeps sandbox and production of one owner apart', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    await save(setup, PRODUCTION_KEY);
    const { accounts } = await setup.settings.read();
    expect(accounts.map(({ id }) => id)).toEqual([SANDBOX_ID, 'production:11222333000181']);
  });

  test('knows a key without an owner by a fingerprint that tells nothing of it', async () => {
    const setup = await newSetup();
    hideOwner(setup);
    const saved = await save(setup, KEYS.charging);
    if (!saved.ok) throw new Error(saved.error.code);
    expect(saved.value.id).toMatch(/^sandbox:key-[0-9a-f]{16}$/);
    expect(await save(setup, KEYS.charging)).toEqual(saved);
    expect((await setup.settings.read()).accounts).toHaveLength(1);
  });

  test('stores nothing, and asks nothing, while the vault is locked', async () => {
    const setup = await newSetup();
    await setup.lock();
    expect(await save(setup, SANDBOX_KEY)).toEqual(failure('locked'));
    expect(setup.asaas.control.requests()).toEqual([]);
    expect((await setup.settings.read()).accounts).toEqual([]);
  });

  test('says that the disk is full, and names no account then', async () => {
    const setup = await newSetup();
    const full = new DOMException('no room', 'QuotaExceededError');
    const vault = { ...setup.vault, writeSecret: () => Promise.reject(full) };
    const { saveAccount } = await import('../../../../lib/engine/setup/accounts.ts');
    expect(await saveAccount({ ...setup.ports, vault }, SANDBOX_KEY)).toEqual(
      failure('storage-full'),
    );
    expect((await setup.settings.read()).accounts).toEqual([]);
  });
});
