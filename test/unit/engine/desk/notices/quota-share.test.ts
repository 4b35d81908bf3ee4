import { expect, it } from 'vitest';
import { QUOTA } from '../../../../../lib/ledger/quota.ts';
import { account } from '../../../../fixtures/settings.ts';
import { letPass } from '../../workbench.ts';
import { noticedPayers } from './noticed.ts';

type World = Awaited<ReturnType<typeof noticedPayers>>;

/** A worker that begins with so many requests of the window spent by jobs. */
async function spending(at: World, job: number) {
  await at.ports.ledger.quota.put({
    ...{ accountId: account.id, since: at.bench.clock.now() },
    ...{ spent: { sweep: 0, person: 0, job }, pausedUntil: null, failures: 0, windows: {} },
  });
  return at.browser.worker();
}

const reads = (at: World) =>
  at.bench.asaas.requests({ path: '/v3/customers/*/notifications' }).length;

it('looking at all payers leaves a confirmed charge the room that it needs', async () => {
  const at = await noticedPayers({ ours: 120 });
  at.bench.ixc.customer = { ...at.bench.ixc.customer, id: '9001', document: '24971563792' };
  at.bench.ixc.invoice = { ...at.bench.ixc.invoice, customerId: '9001' };
  await at.survey();
  const { ports, runner } = await spending(at, 19_900);
  await letPass(at.bench, [runner], 3);
  expect(await at.run()).toMatchObject({ state: 'waiting', failure: { code: 'asaas-quota' } });
  expect(reads(at)).toBe(0);
  await at.bench.confirm(ports);
  await letPass(at.bench, [runner], 10);
  expect(at.bench.posts()).toHaveLength(1);
});

it('a standardisation goes on by itself in the next window', async () => {
  const at = await noticedPayers({ ours: 3 });
  await at.survey();
  const { runner } = await spending(at, 19_900);
  await runner.run();
  const { nextAt } = await at.run();
  expect(nextAt).toBeGreaterThanOrEqual(at.bench.clock.now() + QUOTA.windowMs);
  await at.bench.clock.advance((nextAt ?? 0) - at.bench.clock.now());
  await runner.run();
  expect(await at.run()).toMatchObject({ phase: 'ready', failure: null });
});

it('a standardisation is not kept waiting while there is enough for both', async () => {
  const at = await noticedPayers({ ours: 3 });
  await at.survey();
  const { runner } = await spending(at, 10_000);
  await runner.run();
  expect(await at.run()).toMatchObject({ phase: 'ready' });
});
