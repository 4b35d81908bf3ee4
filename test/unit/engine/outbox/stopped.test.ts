import { describe, expect, it } from 'vitest';
import { fail } from '../../../../lib/billing/result.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { sent } from './sent.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;
const SEARCH = { method: 'GET', path: '/v3/payments' } as const;
const LOST = { kind: 'drop-before-commit' } as const;
const DOWN = { kind: 'status', status: 503 } as const;
const REFUSED = {
  kind: 'status',
  status: 400,
  body: '{"errors":[{"code":"invalid_object","description":"Recusado"}]}',
} as const;

/** A request whose answer never came, and whose repeat Asaas refused. */
async function repeatRefused(bench = createWorkbench()) {
  const all = await sent(bench);
  bench.asaas.addFault({ ...POST, fault: LOST });
  bench.asaas.addFault({ ...POST, fault: REFUSED, times: 0 });
  await all.runner.run();
  await letPass(bench, [all.runner], 14);
  return { ...all, stored: () => all.ports.ledger.jobs.get(all.job.id) };
}

describe('a job that stopped for a person while its first request may still turn up', () => {
  it('says that the repeat was refused, and does not claim that nothing was charged', async () => {
    const { bench, stored } = await repeatRefused();
    expect(await stored()).toMatchObject({
      state: 'blocked',
      failure: { code: 'repeat-refused', detail: 'Recusado' },
    });
    expect(bench.posts()).toHaveLength(2);
  });

  it('sends nothing more by itself when a search fails, however often', async () => {
    const { bench, runner, stored } = await repeatRefused();
    for (let hour = 0; hour < 40; hour += 1) {
      bench.asaas.addFault({ ...SEARCH, fault: DOWN });
      await letPass(bench, [runner], 70);
    }
    expect(bench.posts()).toHaveLength(2);
    expect(await stored()).toMatchObject({ state: 'blocked', failure: { code: 'repeat-refused' } });
  });

  it('sends nothing more by itself when the vault is locked and unlocked', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    let isLocked = false;
    const { ports: open } = await profile.worker();
    const { ports, runner } = await profile.worker({
      asaas: (account) =>
        isLocked ? Promise.resolve(fail({ code: 'locked' })) : open.asaas(account),
    });
    const job = await bench.confirm(ports);
    bench.asaas.addFault({ ...POST, fault: LOST });
    bench.asaas.addFault({ ...POST, fault: REFUSED });
    await runner.run();
    await letPass(bench, [runner], 14);
    isLocked = true;
    await letPass(bench, [runner], 65);
    isLocked = false;
    await runner.wakeLocked();
    await letPass(bench, [runner], 65);
    expect(bench.posts()).toHaveLength(2);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'blocked' });
  });

  it('sends nothing more when the invoice is changed back meanwhile', async () => {
    const { bench, runner, ports, job } = await sent();
    bench.asaas.addFault({ ...POST, fault: LOST });
    await runner.run();
    const before = bench.ixc.invoice;
    bench.ixc.invoice = { ...before, open: cents(before.open - 100) };
    await letPass(bench, [runner], 14);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-while-unknown' },
    });
    bench.ixc.invoice = before;
    bench.asaas.addFault({ ...SEARCH, fault: DOWN });
    await letPass(bench, [runner], 90);
    expect(bench.posts()).toHaveLength(1);
  });

  it('asks for no charge when what turns up is only the payer', async () => {
    const { bench, runner, ports, job } = await sent();
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/customers',
      fault: { kind: 'late-commit', seconds: 20 * 60 },
    });
    await runner.run();
    const before = bench.ixc.invoice;
    bench.ixc.invoice = { ...before, open: cents(before.open - 100) };
    await letPass(bench, [runner], 14);
    bench.ixc.invoice = before;
    await letPass(bench, [runner], 70);
    expect(bench.asaas.customers()).toHaveLength(1);
    expect(bench.posts()).toEqual([]);
    const stored = await ports.ledger.jobs.get(job.id);
    expect(stored?.state).toBe('blocked');
    expect(stored?.activeKey).toBeUndefined();
  });
});

describe('a repeat that Asaas only asked to wait with', () => {
  it('is still made, once', async () => {
    const { bench, runner } = await sent();
    bench.asaas.addFault({ ...POST, fault: LOST });
    bench.asaas.addFault({ ...POST, fault: { kind: 'rate-limit', resetSeconds: 120 } });
    await runner.run();
    await letPass(bench, [runner], 20);
    expect(bench.live()).toHaveLength(1);
    expect(bench.posts()).toHaveLength(3);
  });
});
