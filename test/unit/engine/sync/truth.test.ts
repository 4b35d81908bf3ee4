import { describe, expect, it } from 'vitest';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { ok } from '../../../../lib/billing/result.ts';
import type { EnginePorts } from '../../../../lib/engine/ports.ts';
import { locateCharges } from '../../../../lib/engine/send/locate.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { seedLookalike } from '../lookalike.ts';
import { accountOf, groupShown, onlyCharge } from '../readings.ts';
import { turnsOf } from './turns.ts';
import { createWorkbench, letPass, REFERENCE } from '../workbench.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

async function charged(overrides: Partial<EnginePorts> = {}, bench = createWorkbench()) {
  const { ports, runner } = await bench.browser().worker(overrides);
  const job = await bench.confirm(ports);
  await runner.run();
  const sync = createSync(ports);
  const look = async (ms: number) => {
    await bench.clock.advance(ms);
    sync.noticed();
    await turnsOf(bench, sync);
  };
  return { bench, ports, runner, job, sync, look, charge: onlyCharge(bench) };
}

describe('a charge that was paid', () => {
  it.each([
    ['refunded', 'refund'],
    ['disputed', 'chargeback'],
  ] as const)('stops showing as paid when it is %s more than a week later', async (_what, act) => {
    const { bench, ports, look, charge } = await charged();
    bench.asaas.pay(charge.id);
    await look(MINUTE);
    expect(await groupShown(bench, ports)).toBe('paid');
    await look(8 * DAY);
    bench.asaas[act](charge.id);
    await look(131 * MINUTE);
    expect(await groupShown(bench, ports)).not.toBe('paid');
  });

  it('stops showing as paid when it is disputed while the dispute of another one moves on', async () => {
    const { bench, ports, look, charge } = await charged();
    const other = bench.asaas.seedCharge('acc_sandbox', {
      customer: charge.customer,
      value: 5000,
      dueDate: '2026-12-01',
    });
    for (const { id } of [charge, other]) bench.asaas.pay(id);
    bench.asaas.chargeback(other.id);
    await look(8 * DAY);
    expect(await groupShown(bench, ports)).toBe('paid');
    bench.asaas.chargeback(other.id, 'disputed');
    bench.asaas.chargeback(charge.id);
    await look(131 * MINUTE);
    expect(await groupShown(bench, ports)).not.toBe('paid');
  });
});

describe('a second live charge that turns up after the job was done', () => {
  it('shows as unknown, and a person is told', async () => {
    const { bench, ports, runner, job, look, charge } = await charged();
    await letPass(bench, [runner], 12);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'done' });
    seedLookalike(bench, { customer: charge.customer, externalReference: REFERENCE });
    await look(11 * MINUTE);
    await runner.run();
    expect(bench.live()).toHaveLength(2);
    expect(await groupShown(bench, ports)).toBe('unknown');
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'several-live' }],
    });
  });
});

describe('a reading', () => {
  it('that was asked for earlier does not replace a newer one by answering later', async () => {
    const { bench, ports, look, charge } = await charged();
    const account = accountOf(bench);
    const slow = { ...account, id: 'sandbox:99888777000166' };
    const client = await ports.asaas(account);
    if (!client.ok) throw new Error(client.error.code);
    const asked = Promise.withResolvers<undefined>();
    const answer = Promise.withResolvers<undefined>();
    const waiting: AsaasClient = {
      ...client.value,
      listCharges: async () => {
        asked.resolve(undefined);
        await answer.promise;
        return ok({ items: [], hasMore: false, totalCount: 0, offset: 0 });
      },
    };
    const asaas: EnginePorts['asaas'] = ({ id }) =>
      Promise.resolve(ok(id === slow.id ? waiting : client.value));
    const located = locateCharges({ ...ports, asaas }, [account, slow], ['11222333000181'], '1001');
    await asked.promise;
    bench.asaas.pay(charge.id);
    await look(2 * MINUTE);
    expect(await groupShown(bench, ports)).toBe('paid');
    answer.resolve(undefined);
    await located;
    expect(await groupShown(bench, ports)).toBe('paid');
  });

  it('from a clock that ran a day ahead gives way once the clock is right', async () => {
    const bench = createWorkbench();
    let ahead = DAY;
    const { ports, look, charge } = await charged({ now: () => bench.clock.now() + ahead }, bench);
    bench.asaas.pay(charge.id);
    await look(2 * MINUTE);
    expect(await groupShown(bench, ports)).toBe('paid');
    ahead = 0;
    bench.asaas.refund(charge.id);
    await look(131 * MINUTE);
    expect(await groupShown(bench, ports)).not.toBe('paid');
  });
});
