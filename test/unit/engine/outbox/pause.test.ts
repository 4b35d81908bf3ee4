import { describe, expect, it } from 'vitest';
import { jobView } from '../../../../lib/engine/outbox/job-view.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import { letPass } from '../workbench.ts';
import { CASH, chargedAtCounter, CLOSE } from './counter-work.ts';
import { sent } from './sent.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;

async function viewOf({ ports, job }: Awaited<ReturnType<typeof sent>>) {
  const stored = await ports.ledger.jobs.get(job.id);
  if (!stored) throw new Error('the job is gone');
  return jobView(ports, stored);
}

describe('while everything is paused', () => {
  it('a job that was confirmed asks for nothing and says why it waits', async () => {
    const at = await sent();
    const { bench, ports, runner } = at;
    await writePaused(ports.ledger, true);
    await letPass(bench, [runner], 5);
    expect(bench.asaas.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await viewOf(at)).toMatchObject({ state: 'queued', paused: true, cancellable: true });
    expect(await runner.nextWake()).toBeNull();
  });

  it('it is carried on once the pause is over', async () => {
    const at = await sent();
    await writePaused(at.ports.ledger, true);
    await letPass(at.bench, [at.runner], 5);
    await writePaused(at.ports.ledger, false);
    await at.runner.run();
    expect(at.bench.live()).toHaveLength(1);
    expect(await viewOf(at)).toMatchObject({ state: 'verified', paused: false });
  });

  it('a request that is under way ends, and its charge is verified to the end', async () => {
    const at = await sent();
    const { bench, ports, runner } = at;
    const latency = { kind: 'latency', ms: 1000 } as const;
    bench.asaas.addFault({ ...POST, fault: latency });
    let isOver = false;
    const run = runner.run().finally(() => (isOver = true));
    while (bench.posts().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await writePaused(ports.ledger, true);
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set when the run ends
    while (!isOver) {
      await bench.clock.advance(500);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await run;
    await letPass(bench, [runner], 15);
    expect(bench.live()).toHaveLength(1);
    expect(await viewOf(at)).toMatchObject({ state: 'done' });
  });

  it('nothing that was read meanwhile leads to a request: the pause came between', async () => {
    const at = await sent();
    const { bench, profile, ports } = at;
    const { runner } = await profile.worker({
      ixc: async (origin) => {
        await writePaused(ports.ledger, true);
        return ports.ixc(origin);
      },
    });
    await runner.run();
    expect(bench.asaas.requests().filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(await viewOf(at)).toMatchObject({ state: 'waiting', paused: true });
  });

  it('an open question goes on being looked for, and is not asked a second time', async () => {
    const at = await sent();
    const { bench, ports, runner } = at;
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    await writePaused(ports.ledger, true);
    const before = bench.asaas.requests().length;
    await letPass(bench, [runner], 20);
    expect(bench.asaas.requests().length).toBeGreaterThan(before + 10);
    expect(bench.posts()).toHaveLength(1);
    await writePaused(ports.ledger, false);
    await letPass(bench, [runner], 3);
    expect(bench.posts()).toHaveLength(2);
    expect(bench.live()).toHaveLength(1);
  });

  it('a charge that commits late is found', async () => {
    const at = await sent();
    const { bench, ports, runner } = at;
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 300 } });
    await runner.run();
    await writePaused(ports.ledger, true);
    await letPass(bench, [runner], 20);
    expect(await viewOf(at)).toMatchObject({ state: 'done' });
    expect(bench.posts()).toHaveLength(1);
  });

  it('the counter’s work waits, and what it may have asked for is looked at', async () => {
    const at = await chargedAtCounter();
    at.receive();
    at.bench.asaas.addFault({ ...CASH, fault: { kind: 'late-commit', seconds: 120 } });
    const { id } = await at.enqueue(CLOSE);
    await writePaused(at.ports.ledger, true);
    await at.letPass(2);
    expect(at.asked('POST')).toEqual([]);
    await writePaused(at.ports.ledger, false);
    await at.runner.run();
    await writePaused(at.ports.ledger, true);
    await at.letPass(4);
    expect(at.asked('POST')).toHaveLength(1);
    expect(await at.job(id)).toMatchObject({ state: 'done' });
  });
});
