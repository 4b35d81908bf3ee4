import { describe, expect, it } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import { createWorkbench, letPass } from '../workbench.ts';

/** A browser in which reading invoice 1001 breaks in a way that nobody foresaw. */
async function withBrokenInvoice() {
  const bench = createWorkbench();
  const profile = bench.browser();
  const trouble = { isOn: false };
  const ixc = bench.reading({
    invoice: (id) =>
      trouble.isOn && id === '1001'
        ? Promise.reject(new Error('the disk is full'))
        : Promise.resolve(ok({ ...bench.ixc.invoice, id })),
  });
  const { ports, runner } = await profile.worker({ ixc });
  const job = await bench.confirm(ports);
  trouble.isOn = true;
  return { bench, ports, runner, job, trouble };
}

describe('a job whose step breaks', () => {
  it('is tried again after a while, not at once', async () => {
    const { bench, runner } = await withBrokenInvoice();
    await runner.run();
    expect(await runner.nextWake()).toBeGreaterThan(bench.clock.now());
  });

  it('does not hold up the others', async () => {
    const { bench, ports, runner } = await withBrokenInvoice();
    bench.ixc.invoice = { ...bench.ixc.invoice, id: '1002' };
    await bench.confirm(ports);
    await runner.run();
    expect(bench.asaas.charges('ixc:11222333000181:1002')).toHaveLength(1);
  });

  it('goes on as soon as the trouble is over', async () => {
    const { bench, runner, trouble } = await withBrokenInvoice();
    await runner.run();
    await letPass(bench, [runner], 3);
    expect(bench.posts()).toEqual([]);
    trouble.isOn = false;
    await letPass(bench, [runner], 6);
    expect(bench.live()).toHaveLength(1);
  });
});
