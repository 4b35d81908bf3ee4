import { describe, expect, it } from 'vitest';
import { scene } from '../../../../entrypoints/drawer/scene.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { openDrawerOf } from './open-drawer.ts';

async function twoDrawers() {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  const drawers = { engine: ports, runner };
  const first = openDrawerOf(drawers);
  const second = openDrawerOf(drawers);
  const { planId } = await first.ready();
  await second.ready();
  return { bench, ports, runner, first, second, planId: planId ?? '' };
}

describe('a drawer that was open while another one sent', () => {
  it('does not offer its old plan again once the charge is made and checked', async () => {
    const { bench, runner, first, second, planId } = await twoDrawers();
    await first.session.handle({ verb: 'confirm', planId, choices: {} });
    await first.until(({ job }) => job?.state === 'verified');
    await letPass(bench, [runner], 13);
    const snapshot = await second.until(({ job, busy }) => job?.state === 'done' && !busy);
    expect(snapshot.planId).not.toBe(planId);
    expect(snapshot.plan?.kind).not.toBe('new');
    expect(scene(snapshot).confirm).toBe(false);
  });

  it('never shows a plan of before once the sending is over', async () => {
    const { bench, runner, first, second, planId } = await twoDrawers();
    await first.session.handle({ verb: 'confirm', planId, choices: {} });
    await first.until(({ job }) => job?.state === 'verified');
    await second.session.handle({ verb: 'refresh' });
    await letPass(bench, [runner], 13);
    await second.until(({ job, busy }) => job?.state === 'done' && !busy);
    const plans = second.pushes.flatMap((push) =>
      push.type === 'snapshot' && push.snapshot.job?.state === 'done' ? [push.snapshot.plan] : [],
    );
    expect(plans.filter((plan) => plan?.kind === 'new')).toEqual([]);
  });

  it('plans anew when the sending is called off', async () => {
    const { bench, first, second, planId, runner } = await twoDrawers();
    bench.asaas.addFault({
      method: 'POST',
      path: '/v3/payments',
      fault: { kind: 'rate-limit', resetSeconds: 300 },
    });
    await first.session.handle({ verb: 'confirm', planId, choices: {} });
    const { job } = await first.until((snapshot) => snapshot.job?.state === 'waiting');
    await runner.run();
    await second.until(({ plan }) => plan === null);
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    await first.session.handle({ verb: 'cancel-job', jobId: job?.id ?? '' });
    const snapshot = await second.until(({ plan, busy }) => plan !== null && !busy);
    expect(snapshot).toMatchObject({
      job: { state: 'cancelled', failure: null },
      plan: { kind: 'new', draft: { value: 4990 } },
    });
    expect(scene(snapshot).confirm).toBe(true);
  });

  it('plans anew when its charge changes at Asaas', async () => {
    const { bench, ports, runner, first, second, planId } = await twoDrawers();
    await first.session.handle({ verb: 'confirm', planId, choices: {} });
    await first.until(({ job }) => job?.state === 'verified');
    await letPass(bench, [runner], 13);
    const { plan } = await second.until(
      ({ job, plan: made, busy }) => job?.state === 'done' && made !== null && !busy,
    );
    expect(plan?.kind).toBe('reuse');
    bench.asaas.pay(bench.live()[0]?.id ?? '');
    await bench.clock.advance(60 * 60_000);
    await createSync(ports).run();
    const after = await second.until(({ charge, busy }) => charge?.group === 'paid' && !busy);
    expect(after.plan).toMatchObject({ kind: 'blocked' });
  });
});

describe('an open drawer', () => {
  it('reads no more by itself once nothing changes', async () => {
    const { bench, runner, first, second, planId } = await twoDrawers();
    await first.session.handle({ verb: 'confirm', planId, choices: {} });
    await first.until(({ job }) => job?.state === 'verified');
    await letPass(bench, [runner], 13);
    await first.until(({ job, busy }) => job?.state === 'done' && !busy);
    await second.until(({ job, busy }) => job?.state === 'done' && !busy);
    bench.asaas.addFault({
      method: 'GET',
      path: '/v3/customers',
      times: 0,
      fault: { kind: 'status', status: 503 },
    });
    await second.session.handle({ verb: 'refresh' });
    await second.until(({ failure, busy }) => failure !== null && !busy);
    bench.asaas.clearRequests();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(bench.asaas.requests()).toEqual([]);
  });
});
