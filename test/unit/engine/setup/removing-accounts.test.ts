import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { seedJob } from './jobs.ts';
import { newSetup, type TestSetup } from './setup-kit.ts';

const SANDBOX_ID = 'sandbox:11222333000181';
const DONE = { ok: true, value: null };
const ATTEMPT = {
  code: 'AB12',
  request: 'charge',
  installationId: 'test-installation',
  accountId: SANDBOX_ID,
  environment: 'sandbox',
  at: Date.parse('2026-03-10T12:00:00Z'),
} as const;

const save = ({ handlers }: TestSetup, key: string) =>
  handlers['account/save']({ verb: 'account/save', key });
const remove = ({ handlers }: TestSetup, id: string) =>
  handlers['account/remove']({ verb: 'account/remove', id });
const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});

describe('removing an account', () => {
  test('forgets it and its key', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
    expect((await setup.settings.read()).accounts).toEqual([]);
    expect(await setup.vault.readSecret(`asaas:${SANDBOX_ID}`)).toEqual(DONE);
  });

  test('drops what was only staged under it', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    const { ledger } = setup.engine;
    const run = { id: 'ab'.repeat(16), accountId: SANDBOX_ID, phase: 'payers' };
    await ledger.meta.put({ key: 'adoption', value: run });
    await ledger.adoptionSeen.put({ side: 'charged', id: '4711' });
    expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
    expect(await ledger.adoptionSeen.count()).toBe(0);
    expect(await ledger.meta.get('adoption')).toBeUndefined();
  });

  test('is refused while a job of it has not been sent, and says which one', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    await seedJob(setup, SANDBOX_ID);
    expect(await remove(setup, SANDBOX_ID)).toEqual({
      ok: false,
      error: { code: 'account-busy', params: { invoice: '1001' } },
    });
    expect((await setup.settings.read()).accounts).toHaveLength(1);
    expect(await setup.vault.readSecret(`asaas:${SANDBOX_ID}`)).toMatchObject({
      value: SANDBOX_KEY,
    });
  });

  test('is refused while Asaas may still carry a request out, and says when it is looked for', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    const attempts = [{ ...ATTEMPT, outcome: 'ambiguous' as const }];
    const nextAt = Date.parse('2026-03-10T12:07:00Z');
    const waiting = await seedJob(setup, SANDBOX_ID, { state: 'unknown', attempts, nextAt });
    expect(await remove(setup, SANDBOX_ID)).toEqual({
      ok: false,
      error: { code: 'account-waits', params: { invoice: '1001', until: '09:07' } },
    });
    expect(await setup.engine.ledger.jobs.get(waiting.id)).toEqual(waiting);
  });

  test('needs no last look at a charge that is known, which a disabled key could never take', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    const attempts = [{ ...ATTEMPT, outcome: 'done' as const }];
    const job = await seedJob(setup, SANDBOX_ID, {
      state: 'verified',
      attempts,
      chargeId: 'pay_0001',
    });
    setup.asaas.control.setKeyEnabled('key_sandbox', false);
    expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
    expect(await setup.engine.ledger.jobs.get(job.id)).toMatchObject({ state: 'done' });
  });

  test('works while locked, and says so of an account nobody knows', async () => {
    const setup = await newSetup();
    await save(setup, SANDBOX_KEY);
    await setup.lock();
    expect(await remove(setup, SANDBOX_ID)).toEqual(DONE);
    expect(await remove(setup, SANDBOX_ID)).toEqual(failure('no-account'));
  });
});
