import { expect, it } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import { seedLookalike } from '../lookalike.ts';
import { createWorkbench, letPass } from '../workbench.ts';

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
