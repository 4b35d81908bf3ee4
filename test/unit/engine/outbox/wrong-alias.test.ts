import { expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { settleUnknown } from '../../../../lib/engine/outbox/settle.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { seedLookalike, seedPerson } from '../lookalike.ts';
import { createWorkbench, letPass } from '../workbench.ts';

const ALIAS = 'outra';
const POST = { method: 'POST', path: '/v3/payments' } as const;
type Bench = ReturnType<typeof createWorkbench>;

/** The operator names a key that is another provider's: same account, same invoice number. */
function nameAlias(bench: Bench) {
  bench.configure((settings) => ({
    ...settings,
    panels: settings.panels.map((panel) => ({ ...panel, aliases: [ALIAS] })),
  }));
}

function seedForeign(bench: Bench, more: object = {}) {
  const other = seedPerson(bench, { name: 'Outra Pessoa', cpfCnpj: '24971563792' });
  return seedLookalike(bench, {
    customer: other.id,
    value: cents(5000),
    dueDate: '2026-12-05',
    externalReference: `ixc:${ALIAS}:1001`,
    ...more,
  });
}

it.each(['open', 'paid'])(
  'a job that was done keeps its charge beside an %s one of another provider',
  async (state) => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    await runner.run();
    await letPass(bench, [runner], 15);
    const foreign = seedForeign(bench, { dateCreated: '2026-11-01', billingType: 'PIX' });
    if (state === 'paid') bench.asaas.pay(foreign.id);
    nameAlias(bench);
    const sync = createSync(ports);
    for (let minute = 0; minute < 30; minute += 1) {
      await bench.clock.advance(60_000);
      sync.noticed();
      await sync.run();
      await runner.run();
    }
    expect(bench.live()).toHaveLength(1);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([{ kind: 'create', state: 'done' }]);
  },
);

it('verifying tells a person of another provider’s charge, and takes nothing back for it', async () => {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  nameAlias(bench);
  await bench.confirm(ports);
  await runner.run();
  const foreign = seedForeign(bench, { dateCreated: '2026-11-01', billingType: 'PIX' });
  bench.asaas.pay(foreign.id);
  await letPass(bench, [runner], 15);
  const [own] = bench.live();
  expect(await ports.ledger.jobs.toArray()).toMatchObject([
    {
      kind: 'create',
      state: 'blocked',
      chargeId: own?.id,
      reasons: [{ code: 'live-under-alias', params: { charge: foreign.id, key: ALIAS } }],
    },
  ]);
});

it('a job of unknown outcome never takes another payer’s charge for its own', async () => {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  nameAlias(bench);
  await bench.confirm(ports);
  bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
  await runner.run();
  const foreign = seedForeign(bench);
  await letPass(bench, [runner], 40);
  const [job] = await ports.ledger.jobs.toArray();
  expect(job?.chargeId).not.toBe(foreign.id);
  expect(job?.state).toBe('blocked');
});

it('a person who settles is not told that another payer’s charge is the one', async () => {
  const bench = createWorkbench();
  const { ports, runner } = await bench.browser().worker();
  nameAlias(bench);
  const { id } = await bench.confirm(ports);
  const fault = { kind: 'drop-before-commit' } as const;
  bench.asaas.addFault({ ...POST, fault });
  bench.asaas.addFault({ ...POST, fault });
  await runner.run();
  await letPass(bench, [runner], 26);
  const foreign = seedForeign(bench);
  await bench.clock.advance(20 * 60_000);
  expect(await settleUnknown(ports, id)).toEqual({ ok: true, value: 'absent' });
  expect((await ports.ledger.jobs.get(id))?.chargeId).not.toBe(foreign.id);
});
