import { expect, it } from 'vitest';
import { groupShown, onlyCharge, panelOf } from '../readings.ts';
import { createWorkbench, letPass } from '../workbench.ts';

it('a test that was paid in the sandbox does not show as paid in a panel that charges for real', async () => {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  await bench.confirm(ports);
  await runner.run();
  bench.asaas.pay(onlyCharge(bench).id);
  await letPass(bench, [runner], 12);
  expect(await groupShown(bench, ports)).toBe('paid');
  const forReal = { ...panelOf(bench), accountId: 'production:11222333000181' };
  expect(await groupShown(bench, ports, forReal)).toBe('unsent');
});
