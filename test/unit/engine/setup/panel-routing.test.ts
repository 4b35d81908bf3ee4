import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../../lib/messages/failure.ts';
import { pageRequests } from '../../../../lib/messages/page-requests.ts';
import type { Route } from '../../../../lib/settings/settings.ts';
import { PRODUCTION_KEY, SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { seedJob } from './jobs.ts';
import { newSetup, PANEL, setupWithPanel, type TestSetup } from './setup-kit.ts';

const MAIN = 'sandbox:11222333000181';
const SECOND = 'sandbox:key-2';
const PRODUCTION = 'production:11222333000181';

/** A panel charged by `MAIN`, with two other accounts to route to. */
async function routable(): Promise<TestSetup> {
  const setup = await setupWithPanel();
  for (const key of [SANDBOX_KEY, PRODUCTION_KEY]) {
    await setup.handlers['account/save']({ verb: 'account/save', key });
  }
  const second = { id: SECOND, name: 'Segunda', document: '11222333000262', keyHint: '0002' };
  const facts = { environment: 'sandbox', canTransfer: null, hasPixKey: null } as const;
  await setup.settings.update((current) => ({
    ...current,
    accounts: [...current.accounts, { ...second, ...facts }],
  }));
  return setup;
}

const route = (filialId: string | null, carteiraId: string | null, accountId = SECOND): Route => ({
  ...{ filialId, carteiraId, accountId },
});
const settlement = (accountId: string, contaId = '1') => ({
  ...{ accountId, contaId, planejamentoId: '311', name: 'Asaas' },
});
const save = (
  { handlers }: TestSetup,
  routing: Partial<{
    routes: Route[];
    carteiras: string[] | null;
    settlements: ReturnType<typeof settlement>[];
  }>,
) =>
  handlers['panel/routing']({
    verb: 'panel/routing',
    origin: PANEL,
    ...{ routes: [], carteiras: null, settlements: [] },
    ...routing,
  });
const failure = (code: FailureCode) => ({
  ok: false,
  error: expect.objectContaining({ code }) as unknown,
});
const panelOf = async ({ settings }: TestSetup) => (await settings.read()).panels[0];

describe('routing a panel', () => {
  test('keeps which account charges what, which carteiras are meant, and where baixas go', async () => {
    const setup = await routable();
    const routing = {
      routes: [route('2', null), route(null, '4'), route('2', '4', MAIN)],
      carteiras: ['1', '4'],
      settlements: [settlement(MAIN), settlement(SECOND, '2')],
    };
    expect(await save(setup, routing)).toMatchObject({ ok: true, value: routing });
    expect(await panelOf(setup)).toMatchObject({ accountId: MAIN, ...routing });
  });

  test('marks no carteira, or none of them: two different things', async () => {
    const setup = await routable();
    await save(setup, { carteiras: [] });
    expect((await panelOf(setup))?.carteiras).toEqual([]);
    await save(setup, { carteiras: null });
    expect((await panelOf(setup))?.carteiras).toBeNull();
  });

  test('keeps each carteira once, and the last conta that was said for an account', async () => {
    const setup = await routable();
    await save(setup, {
      carteiras: ['4', '1', '4'],
      settlements: [settlement(MAIN, '1'), settlement(MAIN, '2')],
    });
    expect(await panelOf(setup)).toMatchObject({
      carteiras: ['4', '1'],
      settlements: [settlement(MAIN, '2')],
    });
  });
});

describe('a routing is refused', () => {
  test.each<[string, Parameters<typeof save>[1], FailureCode]>([
    ['that names an account nobody added', { routes: [route('2', null, 'x')] }, 'no-account'],
    ['whose baixas are of no account', { settlements: [settlement('x')] }, 'no-account'],
    [
      'that says two things of one filial',
      { routes: [route('2', null), route('2', null, MAIN)] },
      'route-repeated',
    ],
    [
      'that mixes tests with real charges',
      { routes: [route('2', null, PRODUCTION)] },
      'panel-environments-mixed',
    ],
  ])('%s', async (_what, routing, code) => {
    const setup = await routable();
    await save(setup, { carteiras: ['1'] });
    const before = await panelOf(setup);
    expect(await save(setup, routing)).toEqual(failure(code));
    expect(await panelOf(setup)).toEqual(before);
  });

  test('while a job of an account that the panel uses may still charge', async () => {
    const setup = await routable();
    await save(setup, { routes: [route('2', null)] });
    await seedJob(setup, SECOND);
    expect(await save(setup, { routes: [] })).toEqual(failure('account-busy'));
    expect((await panelOf(setup))?.routes).toHaveLength(1);
    // Carteiras and baixas move no charge.
    expect(await save(setup, { routes: [route('2', null)], carteiras: ['1'] })).toMatchObject({
      ok: true,
    });
  });

  test('for a panel that nobody knows', async () => {
    expect(await save(await newSetup(), {})).toEqual(failure('panel-unknown'));
  });

  test('by the channel itself where it names no id of IXC, or everything at once', () => {
    const schema = pageRequests['panel/routing'];
    const request = { verb: 'panel/routing', origin: PANEL, carteiras: null, settlements: [] };
    expect(schema.safeParse({ ...request, routes: [route('2', null)] }).success).toBe(true);
    expect(schema.safeParse({ ...request, routes: [route(null, null)] }).success).toBe(false);
    expect(schema.safeParse({ ...request, routes: [], carteiras: ['0'] }).success).toBe(false);
  });
});

test('the panel’s own account cannot become one of the other environment beside a route', async () => {
  const setup = await routable();
  await save(setup, { routes: [route('2', null)] });
  const choose = (accountId: string) =>
    setup.handlers['panel/account']({ verb: 'panel/account', origin: PANEL, accountId });
  expect(await choose(PRODUCTION)).toEqual(failure('panel-environments-mixed'));
  expect((await panelOf(setup))?.accountId).toBe(MAIN);
  await save(setup, { routes: [] });
  expect(await choose(PRODUCTION)).toMatchObject({ ok: true });
});

test('an account that is removed takes its routes and the place of its baixas with it', async () => {
  const setup = await routable();
  const settlements = [settlement(MAIN), settlement(SECOND, '2')];
  await save(setup, { routes: [route('2', null), route('3', null, MAIN)], settlements });
  const job = await seedJob(setup, SECOND);
  const remove = () => setup.handlers['account/remove']({ verb: 'account/remove', id: SECOND });
  expect(await remove()).toEqual(failure('account-busy'));
  expect((await panelOf(setup))?.routes).toHaveLength(2);
  await setup.engine.ledger.jobs.delete(job.id);
  expect(await remove()).toEqual({ ok: true, value: null });
  expect(await panelOf(setup)).toMatchObject({
    accountId: MAIN,
    routes: [route('3', null, MAIN)],
    settlements: [settlement(MAIN)],
  });
});
