import { expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { seedLookalike } from '../lookalike.ts';
import { planNow } from '../readings.ts';
import { createWorkbench, letPass, REFERENCE } from '../workbench.ts';

it('a charge that two invoices are given is told done to one of them only', async () => {
  const bench = createWorkbench();
  const charge = seedLookalike(bench);
  const profile = bench.browser();
  const { ports, runner } = await profile.worker({
    ixc: bench.reading({
      invoice: (id) => Promise.resolve(ok({ ...bench.ixc.invoice, id })),
    }),
  });
  for (const id of ['1001', '1002']) {
    bench.ixc.invoice = { ...bench.ixc.invoice, id };
    await bench.confirm(ports, { adoptChargeId: charge.id });
  }
  await runner.run();
  await letPass(bench, [runner], 3);

  const jobs = await ports.ledger.jobs.toArray();
  const owner = bench.asaas.charge(charge.id).externalReference;
  const told = jobs.map(({ invoiceId, state }) => [`ixc:11222333000181:${invoiceId}`, state]);
  expect(new Map(told.map(([reference, state]) => [reference === owner, state]))).toEqual(
    new Map([
      [true, 'done'],
      [false, 'blocked'],
    ]),
  );
  expect(bench.posts()).toEqual([]);
});

it.each(['drop-after-commit', 'drop-before-commit'] as const)(
  'a charge of another value is linked although the answer never came (%s)',
  async (kind) => {
    const bench = createWorkbench();
    const charge = seedLookalike(bench, { value: cents(10_100) });
    const { ports, runner } = await bench.browser().worker();
    const job = await bench.confirm(ports, { adoptChargeId: charge.id });
    bench.asaas.addFault({ method: 'PUT', path: '/v3/payments/*', fault: { kind } });
    await runner.run();
    await letPass(bench, [runner], 10);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'done',
      failure: null,
      chargeId: charge.id,
    });
    expect(bench.asaas.charge(charge.id)).toMatchObject({
      externalReference: REFERENCE,
      value: 10_100,
    });
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'update',
      value: { from: 10_100, to: 9_990 },
    });
    expect(bench.posts()).toEqual([]);
  },
);
