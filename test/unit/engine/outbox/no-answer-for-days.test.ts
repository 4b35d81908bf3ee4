import { describe, expect, it } from 'vitest';
import { activeJobs } from '../../../../lib/engine/outbox/store.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { letPass } from '../workbench.ts';
import { sent } from './sent.ts';

type Sent = Awaited<ReturnType<typeof sent>>;

/** The key was disabled at Asaas: nothing is answered any more. */
function refuseEverything({ bench }: Sent): void {
  bench.asaas.addFault({
    path: '/v3/**',
    times: 0,
    fault: {
      kind: 'status',
      status: 401,
      body: '{"errors":[{"code":"invalid_access_token","description":"A chave é inválida"}]}',
    },
  });
}

async function letHoursPass({ bench, runner }: Sent, hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    await bench.clock.advance(60 * 60_000);
    await runner.run();
  }
}

/** The request left and its answer never came. */
async function sentWithoutAnswer() {
  const all = await sent();
  all.bench.asaas.addFault({
    method: 'POST',
    path: '/v3/payments',
    fault: { kind: 'drop-before-commit' },
  });
  await all.runner.run();
  return all;
}

describe('a job that Asaas no longer answers', () => {
  it('ends after two days when its charge is known, and says that the last check is missing', async () => {
    const all = await sent();
    await all.runner.run();
    refuseEverything(all);
    await letHoursPass(all, 46);
    expect(await all.state()).toBe('verified');
    await letHoursPass(all, 4);
    expect(await all.ports.ledger.jobs.get(all.job.id)).toMatchObject({
      state: 'done',
      chargeId: all.bench.live()[0]?.id,
      failure: { code: 'verification-given-up' },
    });
    expect(await activeJobs(all.ports)).toEqual([]);
    expect((await all.ports.ledger.audit.toArray()).at(-1)?.action).toBe('job.given-up');
  });

  it('ends after two days when its outcome is unknown, and sends a person to Asaas', async () => {
    const all = await sentWithoutAnswer();
    refuseEverything(all);
    await letHoursPass(all, 46);
    expect(await all.state()).toBe('unknown');
    await letHoursPass(all, 4);
    expect(await all.ports.ledger.jobs.get(all.job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'check-in-asaas' },
    });
    expect(await activeJobs(all.ports)).toEqual([]);
    expect((await all.ports.ledger.audit.toArray()).at(-1)?.action).toBe('job.given-up');
  });

  it('ends after two days when a person was already asked', async () => {
    const all = await sentWithoutAnswer();
    all.bench.ixc.invoice = { ...all.bench.ixc.invoice, open: cents(5000) };
    await letPass(all.bench, [all.runner], 14);
    refuseEverything(all);
    await letHoursPass(all, 50);
    expect(await activeJobs(all.ports)).toEqual([]);
    expect((await all.ports.ledger.audit.toArray()).at(-1)?.action).toBe('job.given-up');
  });

  it('is not given up at the first failure after a weekend with the computer off', async () => {
    const all = await sent();
    all.bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'drop-after-commit' },
    });
    all.bench.asaas.addFault({
      method: 'GET',
      path: '/v3/payments',
      skip: 2,
      times: 2,
      fault: { kind: 'status', status: 503 },
    });
    await all.runner.run();
    expect(await all.state()).toBe('unknown');
    await all.bench.clock.advance(72 * 60 * 60_000);
    await letPass(all.bench, [all.runner], 20);
    expect(await all.ports.ledger.jobs.get(all.job.id)).toMatchObject({
      state: 'done',
      failure: null,
    });
  });
});
