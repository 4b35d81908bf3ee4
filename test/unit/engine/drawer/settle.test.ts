import { describe, expect, it } from 'vitest';
import { scene } from '../../../../entrypoints/drawer/scene.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { openDrawerOf } from './open-drawer.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;
const SEARCH = { method: 'GET', path: '/v3/payments' } as const;
const LOST = { kind: 'drop-before-commit' } as const;
const HOUR = 60 * 60_000;

/** Two requests of unknown outcome: a person is asked to look at Asaas. */
async function askedToLook(second: 'lost' | 'late' = 'lost') {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  const job = await bench.confirm(ports);
  bench.asaas.addFault({ ...POST, fault: LOST });
  bench.asaas.addFault({
    ...POST,
    fault: second === 'late' ? { kind: 'late-commit', seconds: 30 * 60 } : LOST,
  });
  await runner.run();
  await letPass(bench, [runner], 26);
  expect(bench.posts()).toHaveLength(2);
  const drawer = openDrawerOf({ engine: ports, runner });
  const { job: shown } = await drawer.until(({ busy, job: one }) => !busy && one !== null);
  const settle = () => drawer.session.handle({ verb: 'settle-unknown', jobId: job.id });
  const stored = () => ports.ledger.jobs.get(job.id);
  return { bench, ports, runner, drawer, shown, settle, stored };
}

describe('a person who is asked to look at Asaas', () => {
  it('is told until when the search goes on, and offered nothing to send before', async () => {
    const { bench, drawer, shown } = await askedToLook();
    expect(shown).toMatchObject({ state: 'blocked', failure: { code: 'check-in-asaas' } });
    const until = shown?.watchedUntil ?? 0;
    expect(until).toBeGreaterThan(bench.clock.now() + 47 * HOUR);
    expect(until).toBeLessThanOrEqual(bench.clock.now() + 48 * HOUR);
    await drawer.session.handle({ verb: 'refresh' });
    const snapshot = await drawer.until(({ busy }) => !busy);
    expect(scene(snapshot).confirm).toBe(false);
  });

  it('can say that there is no charge, and then prepare a new sending', async () => {
    const { bench, ports, drawer, settle, stored } = await askedToLook();
    await settle();
    const snapshot = await drawer.until(({ plan, busy }) => plan !== null && !busy);
    expect(snapshot).toMatchObject({
      job: { state: 'cancelled', settled: true, watchedUntil: null, failure: null },
      plan: { kind: 'new' },
    });
    expect((await stored())?.activeKey).toBeUndefined();
    expect((await ports.ledger.audit.toArray()).at(-1)?.action).toBe('job.settled');
    const { planId } = snapshot;
    await drawer.session.handle({ verb: 'confirm', planId: planId ?? '', choices: {} });
    await drawer.until(({ charge }) => charge?.group === 'open');
    expect(bench.posts()).toHaveLength(3);
    expect(bench.live()).toHaveLength(1);
  });

  it('is shown the charge instead when it is there after all', async () => {
    const { bench, runner, drawer, settle, stored } = await askedToLook('late');
    await bench.clock.advance(20 * 60_000);
    expect((await stored())?.state).toBe('blocked');
    bench.asaas.clearRequests();
    await settle();
    await drawer.until(({ job, charge }) => job?.state === 'verified' && charge !== null);
    const asked = bench.asaas.requests(SEARCH).map(({ query }) => query);
    expect(asked.some((query) => 'externalReference' in query)).toBe(true);
    expect(asked.some((query) => 'dateCreated[ge]' in query)).toBe(false);
    // The last look, ten minutes on, waits for the next full five minutes.
    await letPass(bench, [runner], 17);
    expect(await stored()).toMatchObject({ state: 'done', chargeId: bench.live()[0]?.id });
    expect(bench.posts()).toHaveLength(0);
  });

  it('is not believed when Asaas cannot be read', async () => {
    const { bench, drawer, settle, stored } = await askedToLook();
    const before = await stored();
    bench.asaas.addFault({ ...SEARCH, fault: { kind: 'status', status: 503 } });
    await settle();
    await drawer.until(({ failure }) => failure?.code === 'asaas-unavailable');
    expect(await stored()).toMatchObject({ state: 'blocked', nextAt: before?.nextAt, lease: null });
    expect((await stored())?.activeKey).toBe(before?.activeKey);
  });

  it('is asked to wait while the request may still be carried out', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    const job = await bench.confirm(ports);
    bench.asaas.addFault({ ...POST, fault: LOST });
    await runner.run();
    await ports.ledger.jobs.update(job.id, { state: 'blocked' });
    await bench.clock.advance(4 * 60_000);
    const drawer = openDrawerOf({ engine: ports, runner });
    await drawer.until(({ busy }) => !busy);
    await drawer.session.handle({ verb: 'settle-unknown', jobId: job.id });
    const { failure } = await drawer.until((snapshot) => snapshot.failure !== null);
    expect(failure).toEqual({ code: 'settle-too-early', params: { minutes: '6' } });
    expect((await ports.ledger.jobs.get(job.id))?.activeKey).toBeDefined();
  });

  it('cannot settle a sending that goes on by itself', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    const job = await bench.confirm(ports);
    bench.asaas.addFault({ ...POST, fault: LOST });
    await runner.run();
    const drawer = openDrawerOf({ engine: ports, runner });
    await drawer.until(({ busy }) => !busy);
    await drawer.session.handle({ verb: 'settle-unknown', jobId: job.id });
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'unknown' });
  });
});
