import { describe, expect, it } from 'vitest';
import { fail } from '../../../../lib/billing/result.ts';
import type { Runner } from '../../../../lib/engine/outbox/runner.ts';
import { claim } from '../../../../lib/engine/outbox/store.ts';
import { createWorkbench, letPass, ORIGIN } from '../workbench.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

describe('a job that Asaas refuses by pace', () => {
  it('is not due at once, even when Asaas says to wait for no time at all', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'rate-limit', resetSeconds: 0 },
      times: 0,
    });
    for (let turn = 0; turn < 5; turn += 1) await runner.run();
    expect(bench.posts()).toHaveLength(1);
    expect(await runner.nextWake()).toBeGreaterThan(bench.clock.now());
  });
});

describe('a job that finds the vault locked', () => {
  it('is carried on at the next wake, although the vault was opened while it went to sleep', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const ixc = await (await profile.worker()).ports.ixc(ORIGIN);
    const vault: { isOpen: boolean; runner: Runner | null } = { isOpen: true, runner: null };
    const { ports, runner } = await profile.worker({
      ixc: async () => {
        if (vault.isOpen) return ixc;
        // The person unlocks in another tab while this answer is on its way.
        vault.isOpen = true;
        await vault.runner?.wakeLocked();
        return fail({ code: 'locked' });
      },
    });
    vault.runner = runner;
    await bench.confirm(ports);
    vault.isOpen = false;
    await runner.run();
    expect(bench.posts()).toEqual([]);

    await runner.wakeLocked();
    await runner.run();
    expect(bench.live()).toHaveLength(1);
  });

  it('waits without a time of its own while it stays locked', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const { ports } = await profile.worker();
    await bench.confirm(ports);
    const { runner } = await profile.worker({
      ixc: () => Promise.resolve(fail({ code: 'locked' })),
    });
    await runner.run();
    expect(await runner.nextWake()).toBeNull();
  });
});

describe('a job written while the clock ran a day ahead', () => {
  it('is carried on once the clock is right', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const ahead = await profile.worker({ now: () => bench.clock.now() + DAY });
    await bench.confirm(ahead.ports);
    const { runner } = await profile.worker();
    await letPass(bench, [runner], 2);
    expect(bench.live()).toHaveLength(1);
  });

  it('is not held by the lease of the worker that died then', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const ahead = await profile.worker({ now: () => bench.clock.now() + DAY });
    const { id } = await bench.confirm(ahead.ports);
    expect(await claim(ahead.ports, id)).not.toBeNull();
    const { runner } = await profile.worker();
    await letPass(bench, [runner], 2);
    expect(bench.live()).toHaveLength(1);
  });
});

describe('a job that waits since before the clock was set back by hours', () => {
  it('is carried on at once', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const ahead = await profile.worker({ now: () => bench.clock.now() + 5 * HOUR });
    await bench.confirm(ahead.ports);
    const outage = { path: '/v3/payments', fault: { kind: 'status', status: 503 } } as const;
    const fault = bench.asaas.addFault({ ...outage, times: 0 });
    await ahead.runner.run();
    bench.asaas.removeFault(fault);
    const { ports, runner } = await profile.worker();
    const [job] = await ports.ledger.jobs.toArray();
    expect(job?.nextAt).toBeGreaterThan(bench.clock.now() + 4 * HOUR);
    expect(await runner.nextWake()).toBeLessThanOrEqual(bench.clock.now());
    await letPass(bench, [runner], 2);
    expect(bench.live()).toHaveLength(1);
  });

  it('keeps the wait that is written after', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const ahead = await profile.worker({ now: () => bench.clock.now() + 5 * HOUR });
    await bench.confirm(ahead.ports);
    const outage = { path: '/v3/payments', fault: { kind: 'status', status: 503 } } as const;
    bench.asaas.addFault({ ...outage, times: 0 });
    const { runner } = await profile.worker();
    await runner.run();
    expect(await runner.nextWake()).toBeGreaterThan(bench.clock.now());
  });
});
