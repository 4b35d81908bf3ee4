import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { stopInherited } from '../../../../lib/engine/data/stop-inherited.ts';
import { panelOf } from '../readings.ts';
import { withAnotherAccount } from '../send/other-account.ts';
import { createWorkbench, letPass, type Workbench } from '../workbench.ts';
import { sent } from './sent.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;

/** What a protocol that looks once and then deletes gets wrong: nothing stands, or everything does. */
function expectOneStanding(bench: Workbench): void {
  expect(bench.live()).toHaveLength(1);
}

describe('two keys for one panel', () => {
  const OTHER = 'outra-chave.example';

  /** Two browsers of one provider, each with another key and the other's as an alias. */
  async function keyedApart() {
    const bench = createWorkbench();
    const panel = panelOf(bench);
    const keyed = (providerKey: string, alias: string) => ({
      readSettings: () =>
        Promise.resolve({
          ...bench.settings,
          panels: [{ ...panel, providerKey, aliases: [alias] }],
        }),
    });
    const key = panel.providerKey ?? '';
    const one = await bench.browser().worker(keyed(key, OTHER));
    const two = await bench.browser().worker(keyed(OTHER, key));
    const live = () =>
      [...bench.live(), ...bench.asaas.charges(`ixc:${OTHER}:1001`)].filter(
        ({ deleted }) => !deleted,
      );
    return { bench, one, two, live };
  }

  it('the second browser sees the first one’s charge under the alias, and makes none', async () => {
    const { bench, one, two, live } = await keyedApart();
    await bench.confirm(two.ports);
    await bench.confirm(one.ports);
    await one.runner.run();
    await two.runner.run();
    await letPass(bench, [one.runner, two.runner], 20);
    expect(live()).toHaveLength(1);
    expect(bench.posts()).toHaveLength(1);
  });

  it('neither sees the other in time: both find two charges of one payer, and one stays', async () => {
    const { bench, one, two, live } = await keyedApart();
    bench.asaas.addFault({ ...POST, fault: { kind: 'list-lag', seconds: 50 }, times: 2 });
    await bench.confirm(two.ports);
    await bench.confirm(one.ports);
    await one.runner.run();
    await two.runner.run();
    expect(live()).toHaveLength(2);
    await letPass(bench, [one.runner, two.runner], 20);
    expect(live()).toHaveLength(1);
  });
});

describe('account switched', () => {
  it('between confirmation and request: nothing is asked in either account', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const { ports } = await profile.worker();
    const job = await bench.confirm(ports);
    const another = withAnotherAccount(bench);
    const { runner } = await profile.worker({
      readSettings: async () => ({
        ...(await another.readSettings()),
        accounts: [...bench.settings.accounts, another.account],
      }),
      asaas: (account) =>
        account.id === another.account.id ? another.asaas(account) : ports.asaas(account),
    });
    await runner.run();
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'blocked' });
  });

  it('while the request is a question: it is looked for where it was asked, and nowhere asked again', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const { ports, runner } = await profile.worker();
    const job = await bench.confirm(ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 400 } });
    await runner.run();
    const another = withAnotherAccount(bench);
    const later = await profile.worker({
      readSettings: async () => ({
        ...(await another.readSettings()),
        accounts: [...bench.settings.accounts, another.account],
      }),
      asaas: (account) =>
        account.id === another.account.id ? another.asaas(account) : ports.asaas(account),
    });
    await letPass(bench, [later.runner], 30);
    expect(bench.posts()).toHaveLength(1);
    expectOneStanding(bench);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'done' });
  });
});

describe('stale confirmation', () => {
  it.each([
    ['the balance', { open: cents(12_345) }],
    ['the due date', { dueDate: null }],
    ['the customer', { customerId: '78' }],
    ['the status', { status: 'received' as const, open: cents(0) }],
  ])('%s changed in IXC before the request: nothing is sent', async (_what, change) => {
    const { bench, runner, state } = await sent();
    bench.ixc.invoice = { ...bench.ixc.invoice, ...change };
    await runner.run();
    expect(bench.posts()).toEqual([]);
    expect(await state()).toBe('blocked');
  });

  it('and before the second request: the first is watched, and no second one is made', async () => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(12_345) };
    await letPass(bench, [runner], 30);
    expect(bench.posts()).toHaveLength(1);
    expect(await state()).toBe('blocked');
  });
});

describe('restored profile', () => {
  it('from before the request: the job does not run again, and the original’s charge stays alone', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const { ports, runner } = await profile.worker();
    const job = await bench.confirm(ports);
    const backup = await ports.ledger.jobs.toArray();
    await runner.run();
    await letPass(bench, [runner], 15);
    const restored = await bench.browser().worker();
    await restored.ports.ledger.jobs.bulkPut(backup);
    await stopInherited(restored.ports);
    await letPass(bench, [restored.runner, runner], 30);
    expect(bench.posts()).toHaveLength(1);
    expectOneStanding(bench);
    expect(await restored.ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'profile-restored' },
    });
  });

  it('from the middle of a request: it is searched for, and neither asked again nor taken back', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    const job = await bench.confirm(ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 300 } });
    await runner.run();
    const backup = await ports.ledger.jobs.toArray();
    const restored = await bench.browser().worker();
    await restored.ports.ledger.jobs.bulkPut(backup);
    await stopInherited(restored.ports);
    await letPass(bench, [restored.runner, runner], 90);
    expect(bench.posts()).toHaveLength(1);
    expectOneStanding(bench);
    expect(bench.asaas.requests({ method: 'DELETE' })).toEqual([]);
    expect(await restored.ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'done' });
  });
});
