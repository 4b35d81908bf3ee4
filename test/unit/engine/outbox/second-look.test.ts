import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { groupShown, onlyCharge } from '../readings.ts';
import { createWorkbench, letPass } from '../workbench.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;

/** A request that Asaas carries out twenty minutes later, for an invoice that is received in part meanwhile. */
async function overtaken() {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  const job = await bench.confirm(ports);
  bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: 20 * 60 } });
  await runner.run();
  await letPass(bench, [runner], 9);
  bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(5000) };
  await letPass(bench, [runner], 5);
  return { bench, ports, runner, job, stored: () => ports.ledger.jobs.get(job.id) };
}

describe('a job that may not repeat its request, because the invoice changed', () => {
  it('stops and says so, and asks Asaas for nothing more', async () => {
    const { bench, stored } = await overtaken();
    expect(await stored()).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-while-unknown' },
    });
    expect(bench.posts()).toHaveLength(1);
  });

  it('stands in the way of another charge while the first may still turn up', async () => {
    const { bench, ports, runner, job } = await overtaken();
    const again = await bench.confirm(ports);
    expect(again.id).toBe(job.id);
    await runner.run();
    expect(bench.posts()).toHaveLength(1);
  });

  it('finds the first charge when it turns up', async () => {
    const { bench, ports, runner, stored } = await overtaken();
    await letPass(bench, [runner], 75);
    const charge = onlyCharge(bench);
    expect(await stored()).toMatchObject({ state: 'done', chargeId: charge.id });
    expect(await groupShown(bench, ports)).toBe('open');
  });
});
