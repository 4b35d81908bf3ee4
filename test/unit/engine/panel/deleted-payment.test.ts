import { expect, it } from 'vitest';
import { groupShown, onlyCharge } from '../readings.ts';
import { createWorkbench } from '../workbench.ts';

it('a payment of a deleted charge is not hidden behind the live one', async () => {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  await bench.confirm(ports);
  await runner.run();
  const row = await ports.ledger.charges.get(onlyCharge(bench).id);
  if (!row) throw new Error('not in the ledger');
  expect(await groupShown(bench, ports)).toBe('open');
  await ports.ledger.charges.put({
    ...row,
    id: 'pay_deleted',
    status: 'RECEIVED',
    deleted: true,
    paymentDate: row.dueDate,
  });
  expect(await groupShown(bench, ports)).toBe('unknown');
});
