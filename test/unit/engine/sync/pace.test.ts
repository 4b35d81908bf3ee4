import { describe, expect, it } from 'vitest';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { accountOf } from '../readings.ts';
import { createWorkbench } from '../workbench.ts';

const MINUTE = 60_000;

describe('the sweeps', () => {
  it('read a list without an end once, and not again before it is due', async () => {
    const bench = createWorkbench();
    const { ports } = await bench.browser().worker();
    const client = await ports.asaas(accountOf(bench));
    if (!client.ok) throw new Error(client.error.code);
    let asked = 0;
    const endless: AsaasClient = {
      ...client.value,
      listCharges: (_filter, { offset }) => {
        asked += 1;
        return Promise.resolve(ok({ items: [], hasMore: true, totalCount: 1_000_000, offset }));
      },
    };
    const sync = createSync({ ...ports, asaas: () => Promise.resolve(ok(endless)) });
    for (let turn = 0; turn < 10; turn += 1) await sync.run();
    const atFirst = asked;
    expect(atFirst).toBeGreaterThan(0);
    for (let minute = 0; minute < 5; minute += 1) {
      await bench.clock.advance(MINUTE);
      await sync.run();
    }
    expect(asked).toBe(atFirst);
  });

  it('leave an account alone for as long as Asaas says, however eagerly a panel is looked at', async () => {
    const bench = createWorkbench();
    const { ports } = await bench.browser().worker();
    const refusal = bench.asaas.addFault({
      path: '/v3/payments',
      fault: { kind: 'rate-limit', resetSeconds: 3600 },
      times: 0,
    });
    const sync = createSync(ports);
    const look = async (times: number, gap: number) => {
      for (let turn = 0; turn < times; turn += 1) {
        sync.noticed();
        await sync.run();
        await bench.clock.advance(gap);
      }
    };
    await look(59, MINUTE);
    expect(bench.asaas.requests()).toHaveLength(1);
    bench.asaas.removeFault(refusal);
    await look(3, MINUTE);
    expect(bench.asaas.requests().length).toBeGreaterThan(1);
  });

  it('do not wait for a time that was written before the clock was set back by hours', async () => {
    const bench = createWorkbench();
    const profile = bench.browser();
    const ahead = await profile.worker({ now: () => bench.clock.now() + 5 * 60 * MINUTE });
    bench.asaas.addFault({ path: '/v3/payments', fault: { kind: 'status', status: 503 } });
    await createSync(ahead.ports).run();
    const failed = bench.asaas.requests().length;
    expect(failed).toBeGreaterThan(0);
    const { ports } = await profile.worker();
    await createSync(ports).run();
    expect(bench.asaas.requests().length).toBeGreaterThan(failed);
  });

  it('pause after a failure that names no time, and then go on', async () => {
    const bench = createWorkbench();
    const { ports } = await bench.browser().worker();
    bench.asaas.addFault({ path: '/v3/payments', fault: { kind: 'status', status: 503 } });
    const sync = createSync(ports);
    await sync.run();
    const failed = bench.asaas.requests().length;
    await bench.clock.advance(MINUTE);
    await sync.run();
    expect(bench.asaas.requests()).toHaveLength(failed);
    await bench.clock.advance(5 * MINUTE);
    await sync.run();
    expect(bench.asaas.requests().length).toBeGreaterThan(failed);
  });
});
