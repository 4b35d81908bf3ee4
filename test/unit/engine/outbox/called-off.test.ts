import { describe, expect, it } from 'vitest';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { cancel } from '../../../../lib/engine/outbox/store.ts';
import { jobView } from '../../../../lib/engine/outbox/job-view.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import { letPass } from '../workbench.ts';
import { mortal } from './mortal.ts';
import { sent } from './sent.ts';

const MINUTE = 60_000;
const POST = { method: 'POST', path: '/v3/payments' } as const;

/** One sending whose request is under way at Asaas: `during` is done before the answer comes. */
async function duringIntent(
  during: (ports: EnginePorts, id: string) => Promise<unknown>,
  isHeard = true,
) {
  const all = await sent();
  const { ports, job } = all;
  const asaas: EnginePorts['asaas'] = async (...args) => {
    const client = await ports.asaas(...args);
    if (!client.ok) return client;
    const { createCharge } = client.value;
    const slow: typeof createCharge = async (charge) => {
      const answer = await createCharge(charge);
      await during(ports, job.id);
      return isHeard ? answer : { ok: false, error: { kind: 'timeout' } };
    };
    return { ok: true, value: { ...client.value, createCharge: slow } };
  };
  return { ...all, runner: createRunner({ ...ports, asaas }) };
}

const actions = async ({ ledger }: EnginePorts) =>
  (await ledger.audit.toArray()).map(({ action }) => action);

describe('a sending that is called off', () => {
  it('during its request: the charge is deleted, and the invoice is free again', async () => {
    const outcomes: string[] = [];
    const { bench, ports, runner, job } = await duringIntent(async (at, id) => {
      outcomes.push(await cancel(at, id));
    });
    await runner.run();
    await letPass(bench, [runner], 2);
    expect(outcomes).toEqual(['asked']);
    expect(bench.posts()).toHaveLength(1);
    expect(bench.live()).toHaveLength(0);
    const over = await ports.ledger.jobs.get(job.id);
    expect(over).toMatchObject({ state: 'cancelled', failure: null });
    expect(over?.activeKey).toBeUndefined();
    if (over) expect(await jobView(ports, over)).toMatchObject({ calledOff: 'deleted' });
    expect(await actions(ports)).toEqual(
      expect.arrayContaining(['job.cancel-asked', 'charge.delete-intent', 'charge.deleted']),
    );
  });

  it('twice is called off once', async () => {
    const outcomes: string[] = [];
    const { bench, ports, runner } = await duringIntent(async (at, id) => {
      outcomes.push(await cancel(at, id), await cancel(at, id));
    });
    await runner.run();
    await letPass(bench, [runner], 2);
    expect(outcomes).toEqual(['asked', 'asked']);
    expect((await actions(ports)).filter((each) => each === 'job.cancel-asked')).toHaveLength(1);
    expect(bench.asaas.requests({ method: 'DELETE' })).toHaveLength(1);
  });

  it('stands until its charge is gone: a new sending meanwhile is the same job', async () => {
    const { bench, ports, runner, job } = await duringIntent(cancel);
    await writePaused(ports.ledger, false);
    await runner.run();
    const standing = await ports.ledger.jobs.get(job.id);
    if (standing?.activeKey !== undefined) {
      expect(await jobView(ports, standing)).toMatchObject({
        calledOff: 'looking',
        cancellable: false,
      });
    }
    await letPass(bench, [runner], 2);
    const again = await bench.confirm(ports);
    expect(again.id).not.toBe(job.id);
    await letPass(bench, [runner], 15);
    expect(bench.live()).toHaveLength(1);
  });

  it('after a request without an answer: nothing more is asked for, and what it made is deleted', async () => {
    const { bench, ports, runner, job } = await duringIntent(cancel, false);
    await runner.run();
    await letPass(bench, [runner], 15);
    expect(bench.posts()).toHaveLength(1);
    expect(bench.live()).toHaveLength(0);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'cancelled' });
  });

  it('and never found, ends as cancelled after the quarantine, without a second request', async () => {
    const { bench, ports, runner, job } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    await cancel(ports, job.id);
    await letPass(bench, [runner], 5);
    expect((await ports.ledger.jobs.get(job.id))?.activeKey).toBeDefined();
    await letPass(bench, [runner], 10);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'cancelled',
      chargeId: null,
    });
    expect(bench.posts()).toHaveLength(1);
    await bench.confirm(ports);
    await letPass(bench, [runner], 15);
    expect(bench.live()).toHaveLength(1);
  });

  it.each([
    ['within the quarantine', 9 * 60 + 30],
    ['long after it', 6 * 60 * 60],
  ])('and carried out late, %s: its charge is deleted', async (_when, seconds) => {
    const { bench, ports, runner, job } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds } });
    await runner.run();
    expect(await cancel(ports, job.id)).toBe('asked');
    await letPass(bench, [runner], 13);
    if (seconds > 3600) {
      await bench.clock.advance(seconds * 1000);
      expect(bench.live()).toHaveLength(1);
      await createSync(ports).run();
      await letPass(bench, [runner], 3);
    }
    expect(bench.posts()).toHaveLength(1);
    expect(bench.live()).toHaveLength(0);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'cancelled' });
  });

  it('and paid between: the charge stays, and a person is told', async () => {
    const { bench, ports, runner, job } = await duringIntent(async (at, id) => {
      await cancel(at, id);
      const [charge] = bench0().live();
      bench0().asaas.pay(charge?.id ?? '');
    });
    const bench0 = () => bench;
    await runner.run();
    await letPass(bench, [runner], 3);
    expect(bench.live()).toHaveLength(1);
    expect(bench.asaas.requests({ method: 'DELETE' })).toHaveLength(0);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'cancel-kept' },
    });
  });

  it('while all is paused: it is looked for, and deleted once the pause is over', async () => {
    const { bench, ports, runner, job } = await duringIntent(async (at, id) => {
      await writePaused(at.ledger, true);
      await cancel(at, id);
    });
    await runner.run();
    await letPass(bench, [runner], 5);
    expect(bench.live()).toHaveLength(1);
    await writePaused(ports.ledger, false);
    await letPass(bench, [runner], 5);
    expect(bench.live()).toHaveLength(0);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'cancelled' });
  });

  it('by a worker that dies at any step: the next one ends it, and the charge is gone', async () => {
    for (let steps = 1; steps < 60; steps += 1) {
      const { bench, profile, ports, runner, job } = await duringIntent(cancel, false);
      const dying = mortal(ports, steps);
      const only = createRunner(dying.ports);
      await runner.run();
      await bench.clock.advance(MINUTE);
      await only.run().catch(() => undefined);
      const next = await profile.worker();
      await letPass(bench, [next.runner], 15);
      expect(bench.posts()).toHaveLength(1);
      expect(bench.live()).toHaveLength(0);
      expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'cancelled' });
      if (!dying.died()) break;
    }
  });
});
