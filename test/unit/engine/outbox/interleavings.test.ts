import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { settleUnknown } from '../../../../lib/engine/outbox/settle.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { createWorkbench, letPass, type Workbench } from '../workbench.ts';
import { sent } from './sent.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

async function twoBrowsers() {
  const bench = createWorkbench();
  const one = await bench.browser().worker();
  const two = await bench.browser().worker();
  return { bench, one, two };
}

async function jobsOf({ ledger }: EnginePorts) {
  return ledger.jobs.toArray();
}

/** What a protocol that looks once and then deletes gets wrong: nothing stands, or everything does. */
function expectOneStanding(bench: Workbench): void {
  expect(bench.live()).toHaveLength(1);
}

/** Lets the clock run while requests with latencies are under way. */
async function untilOver(bench: Workbench, work: Promise<unknown>): Promise<void> {
  let isOver = false;
  const end = work.finally(() => (isOver = true));
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set when the work ends
  while (!isOver) {
    await bench.clock.advance(100);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await end;
}

describe('late commit', () => {
  it('after re-locate: the first request is carried out once the second was made', async () => {
    const { bench, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 11 * 60 + 45 } });
    await runner.run();
    await letPass(bench, [runner], 40);
    expect(bench.posts()).toHaveLength(2);
    expectOneStanding(bench);
    expect(await state()).toBe('done');
  });

  it('after done: the sweep has the job verified once more, and the later charge is taken back', async () => {
    const { bench, ports, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 6 * 60 * 60 } });
    await runner.run();
    await letPass(bench, [runner], 40);
    expect(await state()).toBe('done');
    expectOneStanding(bench);
    await bench.clock.advance(6 * HOUR);
    expect(bench.live()).toHaveLength(2);
    await createSync(ports).run();
    await letPass(bench, [runner], 3);
    expectOneStanding(bench);
    expect(await state()).toBe('done');
  });

  it('after done and a change: the change does not hide the creation from the sweep', async () => {
    const { bench, ports, runner } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 6 * 60 * 60 } });
    await runner.run();
    await letPass(bench, [runner], 40);
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    const change = await bench.confirm(ports);
    expect(change.kind).toBe('change');
    await runner.run();
    await bench.clock.advance(6 * HOUR);
    await createSync(ports).run();
    await letPass(bench, [runner], 3);
    expectOneStanding(bench);
  });

  it('two days after done: the sweep of created charges still meets it', async () => {
    const { bench, ports, runner } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 47 * 60 * 60 } });
    await runner.run();
    await letPass(bench, [runner], 40);
    expectOneStanding(bench);
    const sync = createSync(ports);
    for (let hour = 0; hour < 48; hour += 4) {
      await bench.clock.advance(4 * HOUR);
      await sync.run();
      await runner.run();
    }
    await letPass(bench, [runner], 3);
    expectOneStanding(bench);
  });

  it('of two requests that are only watched by now: the sweep that meets both has them looked at', async () => {
    const { bench, one, two } = await twoBrowsers();
    await bench.confirm(one.ports);
    await bench.confirm(two.ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 760 }, times: 2 });
    await one.runner.run();
    await two.runner.run();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(7000) };
    await letPass(bench, [one.runner, two.runner], 15);
    expect(bench.live()).toHaveLength(2);
    await createSync(one.ports).run();
    await createSync(two.ports).run();
    await letPass(bench, [one.runner, two.runner], 3);
    expectOneStanding(bench);
  });

  it('of a request that a person had settled: it is this browser’s own, and taken back', async () => {
    const { bench, ports, runner, job } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 2 * 60 * 60 } });
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    await letPass(bench, [runner], 30);
    expect((await jobsOf(ports))[0]).toMatchObject({ state: 'blocked' });
    expect(await settleUnknown(ports, job.id)).toEqual({ ok: true, value: 'absent' });
    await bench.confirm(ports);
    await runner.run();
    await letPass(bench, [runner], 15);
    expectOneStanding(bench);
    await bench.clock.advance(2 * HOUR);
    expect(bench.live()).toHaveLength(2);
    await createSync(ports).run();
    await letPass(bench, [runner], 3);
    expectOneStanding(bench);
  });
});

describe('both-earlier deletion', () => {
  it('each sees its own as the loser of an order it knows half of: one charge stays, never none', async () => {
    const { bench, one, two } = await twoBrowsers();
    await bench.confirm(one.ports);
    await bench.confirm(two.ports);
    // Both are made in the same moment and shown in lists a minute later, while both verify.
    bench.asaas.addFault({ ...POST, fault: { kind: 'list-lag', seconds: 60 }, times: 2 });
    bench.asaas.addFault({
      ...{ method: 'GET', path: '/v3/payments' },
      fault: { kind: 'latency', ms: 700, when: 'after' },
      times: 12,
    });
    await untilOver(bench, Promise.all([one.runner.run(), two.runner.run()]));
    expect(bench.live()).toHaveLength(2);
    bench.asaas.clearFaults();
    await letPass(bench, [one.runner, two.runner], 20);
    expectOneStanding(bench);
    expect(bench.asaas.requests({ method: 'DELETE' })).toHaveLength(1);
  });

  it('the one that was to be kept was deleted by a person: the other one is not', async () => {
    const { bench, one, two } = await twoBrowsers();
    await bench.confirm(one.ports);
    await bench.confirm(two.ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'list-lag', seconds: 50 }, times: 2 });
    await one.runner.run();
    await two.runner.run();
    const [kept] = bench.live();
    await bench.clock.advance(30_000);
    bench.asaas.delete(kept?.id ?? '');
    await letPass(bench, [one.runner, two.runner], 20);
    expectOneStanding(bench);
    expect(bench.asaas.requests({ method: 'DELETE' })).toEqual([]);
  });
});

describe('both-see-only-own', () => {
  it('lists that show neither to the other until after the first verification end with one', async () => {
    const { bench, one, two } = await twoBrowsers();
    await bench.confirm(one.ports);
    await bench.confirm(two.ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'list-lag', seconds: 5 * 60 }, times: 2 });
    await one.runner.run();
    await two.runner.run();
    await letPass(bench, [one.runner, two.runner], 4);
    expect(bench.live()).toHaveLength(2);
    await letPass(bench, [one.runner, two.runner], 20);
    expectOneStanding(bench);
    for (const { ports } of [one, two]) {
      const states = (await jobsOf(ports)).map(({ state }) => state);
      expect(states).not.toContain('blocked');
    }
  });

  it('lists that show neither until both are done end with one, by the sweep', async () => {
    const { bench, one, two } = await twoBrowsers();
    await bench.confirm(one.ports);
    await bench.confirm(two.ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'list-lag', seconds: 30 * 60 }, times: 2 });
    await one.runner.run();
    await two.runner.run();
    await letPass(bench, [one.runner, two.runner], 20);
    expect(bench.live()).toHaveLength(2);
    await bench.clock.advance(HOUR);
    await createSync(one.ports).run();
    await createSync(two.ports).run();
    await letPass(bench, [one.runner, two.runner], 3);
    expectOneStanding(bench);
  });
});

describe('frozen lease holder', () => {
  it('wakes between its reading and its request: another worker has sent, and it sends nothing', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const first = await profile.worker();
    await bench.confirm(first.ports);
    const gate: { open: () => void; reached: () => void } = {
      open: () => undefined,
      reached: () => undefined,
    };
    const reached = new Promise<void>((resolve) => (gate.reached = resolve));
    const opened = new Promise<void>((resolve) => (gate.open = resolve));
    const frozen = await profile.worker({
      ixc: async (origin) => {
        gate.reached();
        await opened;
        return first.ports.ixc(origin);
      },
    });
    const sleeping = frozen.runner.run();
    await reached;
    // Longer than any lease: the holder counts as dead.
    await bench.clock.advance(2 * MINUTE);
    const { runner } = await profile.worker();
    await runner.run();
    expect(bench.posts()).toHaveLength(1);
    gate.open();
    await sleeping;
    await letPass(bench, [runner, frozen.runner], 15);
    expect(bench.posts()).toHaveLength(1);
    expectOneStanding(bench);
  });

  it('wakes while its request is under way: what it asked for is found, and not asked for again', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const frozen = await profile.worker();
    const job = await bench.confirm(frozen.ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'latency', ms: 25_000, when: 'after' } });
    const sleeping = frozen.runner.run();
    while (bench.posts().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const { runner } = await profile.worker();
    await runner.run();
    await frozen.ports.ledger.jobs.update(job.id, { lease: null });
    await runner.run();
    await untilOver(bench, sleeping);
    await letPass(bench, [runner], 15);
    expect(bench.posts()).toHaveLength(1);
    expectOneStanding(bench);
    expect(await frozen.ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'done' });
  });
});
