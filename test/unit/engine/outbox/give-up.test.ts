import { describe, expect, it } from 'vitest';
import { giveUpJobs } from '../../../../lib/engine/outbox/give-up.ts';
import { activeJobs } from '../../../../lib/engine/outbox/store.ts';
import { accountOf } from '../readings.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { sent } from './sent.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;

describe('an account that is to be taken out', () => {
  it('is free of a job whose charge is made and only waits for its last check', async () => {
    const { bench, ports, runner, job } = await sent();
    await runner.run();
    expect(await giveUpJobs(ports, accountOf(bench).id)).toBe(false);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'done',
      chargeId: bench.live()[0]?.id,
      failure: { code: 'verification-given-up' },
    });
    expect(await activeJobs(ports)).toEqual([]);
    const lines = await ports.ledger.audit.toArray();
    expect(lines.at(-1)).toMatchObject({ action: 'job.given-up', ids: { jobId: job.id } });
  });

  it('is held by a job that has sent nothing yet', async () => {
    const { bench, ports, state } = await sent();
    expect(await giveUpJobs(ports, accountOf(bench).id)).toBe(true);
    expect(await state()).toBe('queued');
  });

  it('is held by a request whose outcome nobody knows', async () => {
    const { bench, ports, runner, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    expect(await giveUpJobs(ports, accountOf(bench).id)).toBe(true);
    expect(await state()).toBe('unknown');
  });

  it('is not held by the jobs of another account', async () => {
    const { ports, state } = await sent();
    expect(await giveUpJobs(ports, 'sandbox:11444777000161')).toBe(false);
    expect(await state()).toBe('queued');
  });

  it('leaves a charge that was to be deleted to a person, when its deletion was not asked for', async () => {
    const bench = createWorkbench();
    const one = await bench.browser().worker();
    const two = await bench.browser().worker();
    await bench.confirm(one.ports);
    await bench.confirm(two.ports);
    bench.asaas.addFault({ ...POST, fault: { kind: 'list-lag', seconds: 50 }, times: 2 });
    await one.runner.run();
    await two.runner.run();
    bench.asaas.addFault({
      path: '/v3/payments/*',
      times: 0,
      fault: { kind: 'status', status: 503 },
    });
    await letPass(bench, [one.runner, two.runner], 2);
    for (const { ports } of [one, two]) {
      expect(await giveUpJobs(ports, accountOf(bench).id)).toBe(false);
    }
    const jobs = [
      ...(await one.ports.ledger.jobs.toArray()),
      ...(await two.ports.ledger.jobs.toArray()),
    ];
    expect(jobs.find(({ kind }) => kind === 'delete')).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'several-live' }],
    });
    expect(bench.live()).toHaveLength(2);
  });
});
