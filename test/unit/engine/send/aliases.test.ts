import { describe, expect, it } from 'vitest';
import { groupShown, onlyCharge, planNow } from '../readings.ts';
import { seedLookalike, seedPerson } from '../lookalike.ts';
import { createWorkbench, type Workbench, letPass, REFERENCE } from '../workbench.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { cents } from '../../../../lib/billing/money.ts';

const ALIAS = 'antiga.example';
const OLD = `ixc:${ALIAS}:1001`;

/** A provider whose old charges carry another key, with the charge of this invoice among them. */
function withOldCharge({ isNamed = true } = {}) {
  const bench = createWorkbench();
  if (isNamed) {
    nameAlias(bench);
  }
  const customer = seedPerson(bench, { externalReference: `ixc:${ALIAS}:c:77` });
  const charge = seedLookalike(bench, { customer: customer.id, externalReference: OLD });
  return { bench, charge };
}

/** Another browser's charge of the very payer that ours has, under the other key. */
function seedOfSamePayer(bench: ReturnType<typeof createWorkbench>) {
  const customer = onlyCharge(bench).customer;
  return seedLookalike(bench, { customer, externalReference: OLD, billingType: 'PIX' });
}

function nameAlias(bench: Workbench): void {
  bench.configure((settings) => ({
    ...settings,
    panels: settings.panels.map((panel) => ({ ...panel, aliases: [ALIAS] })),
  }));
}

describe('a charge under an alias', () => {
  it('is found, shown and kept with its reference', async () => {
    const { bench, charge } = withOldCharge();
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'reuse',
      charge: { id: charge.id, reference: OLD },
    });
    expect(await groupShown(bench, ports)).toBe('open');
    expect(bench.posts()).toEqual([]);
  });

  it('is changed without getting another reference, and the job is done', async () => {
    const { bench, charge } = withOldCharge();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(8_000) };
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    await runner.run();
    expect(bench.asaas.charge(charge.id)).toMatchObject({ value: 8_000, externalReference: OLD });
    expect(await ports.ledger.jobs.toArray()).toMatchObject([{ state: 'done', kind: 'change' }]);
  });

  it('stands in the way of a job that was confirmed before it was made', async () => {
    const bench = createWorkbench();
    nameAlias(bench);
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    const charge = seedLookalike(bench, { externalReference: OLD });
    await runner.run();
    await letPass(bench, [runner], 12);
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.toArray()).toMatchObject([
      { state: 'done', chargeId: charge.id },
    ]);
  });

  it('made beside ours and paid is what remains: ours is taken back', async () => {
    const bench = createWorkbench();
    nameAlias(bench);
    const { ports, runner } = await bench.browser().worker();
    await bench.confirm(ports);
    await runner.run();
    bench.asaas.pay(seedOfSamePayer(bench).id);
    await letPass(bench, [runner], 12);
    expect(bench.live()).toEqual([]);
    expect(bench.asaas.charges(OLD).filter(({ deleted }) => !deleted)).toHaveLength(1);
  });
});

it('a charge under an alias that a sweep finds beside ours has the job look again', async () => {
  const bench = createWorkbench();
  nameAlias(bench);
  const { ports, runner } = await bench.browser().worker();
  await bench.confirm(ports);
  await runner.run();
  await letPass(bench, [runner], 12);
  expect(await ports.ledger.jobs.toArray()).toMatchObject([{ state: 'done' }]);

  bench.asaas.pay(seedOfSamePayer(bench).id);
  await createSync(ports).run();
  await runner.run();
  expect(bench.live()).toEqual([]);
});

describe('a charge under a key that nobody named', () => {
  it('is linked, and its payer is no question afterwards', async () => {
    const { bench, charge } = withOldCharge({ isNamed: false });
    const { ports, runner } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'duplicate' });
    await bench.confirm(ports, { adoptChargeId: charge.id });
    await runner.run();
    expect(onlyCharge(bench)).toMatchObject({ id: charge.id, externalReference: REFERENCE });
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'reuse' });
  });
});
