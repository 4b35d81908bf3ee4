import { describe, expect, it } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { createWorkbench, letPass } from '../workbench.ts';

class Death extends Error {}

/**
 * Ports of a worker that dies after `steps` more calls to Asaas or to the disk: the call itself may
 * still have its effect, but the worker never learns of it, and nothing it tries afterwards happens.
 */
function mortal(ports: EnginePorts, steps: number): { ports: EnginePorts; died: () => boolean } {
  let left = steps;
  const before = () => {
    if (left <= 0) throw new Death();
  };
  const after = () => {
    left -= 1;
    if (left <= 0) throw new Death();
  };
  const client = (real: AsaasClient) =>
    new Proxy(real, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return async (...args: unknown[]) => {
          before();
          const answer: unknown = await Reflect.apply(method, target, args);
          after();
          return answer;
        };
      },
    });
  const ledger = new Proxy(ports.ledger, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'transaction' || typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        before();
        const outcome: unknown = await Reflect.apply(value, target, args);
        after();
        return outcome;
      };
    },
  });
  return {
    ports: {
      ...ports,
      ledger,
      asaas: async (account) => {
        const real = await ports.asaas(account);
        return real.ok ? ok(client(real.value)) : real;
      },
    },
    died: () => left <= 0,
  };
}

async function dyingAfter(steps: number) {
  const bench = createWorkbench();
  const profile = bench.browser();
  const first = await profile.worker();
  const job = await bench.confirm(first.ports);
  const { createRunner } = await import('../../../../lib/engine/outbox/runner.ts');
  const { ports, died } = mortal(first.ports, steps);
  await createRunner(ports)
    .run()
    .catch((reason: unknown) => {
      if (!(reason instanceof Death)) throw reason;
    });
  const next = await profile.worker();
  await letPass(bench, [next.runner], 30);
  return {
    bench,
    died: died(),
    job: await next.ports.ledger.jobs.get(job.id),
    audit: await next.ports.ledger.audit.toArray(),
  };
}

describe('a worker that dies between any two steps of a job', () => {
  it('leaves exactly one charge, a finished job and an unbroken audit, wherever it died', async () => {
    let deaths = 0;
    for (let steps = 1; steps < 40; steps += 1) {
      const { bench, died, job, audit } = await dyingAfter(steps);
      if (!died) break;
      deaths += 1;
      expect({
        steps,
        live: bench.live().length,
        state: job?.state,
        audit: verifyChain(audit),
      }).toEqual({
        steps,
        live: 1,
        state: 'done',
        audit: { ok: true },
      });
    }
    // Queue, two readings of each kind, payer and charge with their intents, verification: all of them.
    expect(deaths).toBeGreaterThan(12);
  }, 60_000);
});

/** Two browsers whose plans were both "new": `job` is the second one's. */
async function bothConfirmed() {
  const bench = createWorkbench();
  const one = await bench.browser().worker();
  const two = await bench.browser().worker();
  await bench.confirm(one.ports);
  const job = await bench.confirm(two.ports);
  return { bench, one, two, job };
}

describe('two browsers that confirm the same invoice', () => {
  it.each([1, 2, 3, 4, 5])('end with one live charge (order %i)', async (order) => {
    const { bench, one, two } = await bothConfirmed();
    // Both have planned "new": the second reads while the first one's request is under way.
    bench.asaas.addFault({
      method: 'GET',
      path: '/v3/payments',
      fault: { kind: 'latency', ms: order * 200 },
      times: order,
    });
    let over = false;
    const runs = Promise.all([one.runner.run(), two.runner.run()]).finally(() => {
      over = true;
    });
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set when the runs end
    while (!over) {
      await bench.clock.advance(100);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await runs;
    await letPass(bench, [one.runner, two.runner], 30);
    expect(bench.live()).toHaveLength(1);
  });

  it('end with one live charge when neither sees the other in the lists for two minutes', async () => {
    const { bench, one, two } = await bothConfirmed();
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'list-lag', seconds: 120 },
      times: 2,
    });
    await one.runner.run();
    await two.runner.run();
    expect(bench.live()).toHaveLength(2);
    await letPass(bench, [one.runner, two.runner], 30);
    expect(bench.live()).toHaveLength(1);
  });

  it('never delete a charge that the payer has opened: a person is told', async () => {
    const { bench, one, two, job } = await bothConfirmed();
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'list-lag', seconds: 50 },
      times: 2,
    });
    await one.runner.run();
    await two.runner.run();
    for (const { id } of bench.live()) bench.asaas.view(id);
    await letPass(bench, [one.runner, two.runner], 30);
    expect(bench.live()).toHaveLength(2);
    const stored = await two.ports.ledger.jobs.get(job.id);
    expect(stored).toMatchObject({ state: 'blocked', reasons: [{ code: 'several-live' }] });
  });
});
