import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { Death, mortal } from './mortal.ts';

async function dyingAfter(steps: number) {
  const bench = createWorkbench();
  const profile = bench.browser();
  const first = await profile.worker();
  const job = await bench.confirm(first.ports);
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
