import { expect, it } from 'vitest';
import { NO_POLICY, readingUnderPolicy, type Policy } from '../../../../lib/settings/policy.ts';
import { planNow } from '../readings.ts';
import { createWorkbench } from '../workbench.ts';
import { openDrawerOf } from './open-drawer.ts';

const OVERRIDE = { overrideReason: 'combinado com o banco' };

/** A browser whose operator chose the finance role, before an administrator decided anything. */
async function chosenFinance() {
  const bench = createWorkbench();
  bench.configure((now) => ({ ...now, security: { ...now.security, role: 'finance' } }));
  bench.ixc.invoice = { ...bench.ixc.invoice, registeredElsewhere: ['nn_boleto'] };
  const decided: { policy: Policy } = { policy: NO_POLICY };
  const { ports, runner } = await bench.browser().worker({
    readSettings: readingUnderPolicy(
      () => Promise.resolve(bench.settings),
      () => Promise.resolve(decided.policy),
    ),
  });
  const fix = (role: Policy['role']) => (decided.policy = { ...NO_POLICY, role });
  return { bench, ports, runner, fix };
}

it('a role that the administrator fixed counts in the drawer and in the plan, whatever was chosen', async () => {
  const { bench, ports, runner, fix } = await chosenFinance();
  expect(await planNow(bench, ports, OVERRIDE)).toMatchObject({ kind: 'new' });
  fix('attendant');
  expect(await planNow(bench, ports, OVERRIDE)).toMatchObject({ kind: 'blocked' });
  expect(await openDrawerOf({ engine: ports, runner }).ready()).toMatchObject({
    rights: { mayOverride: false },
    plan: { kind: 'blocked' },
  });
});

it('a role that is fixed after the confirmation stops what it no longer allows', async () => {
  const { bench, ports, runner, fix } = await chosenFinance();
  await bench.confirm(ports, OVERRIDE);
  fix('attendant');
  await runner.run();
  expect(bench.live()).toHaveLength(0);
});
