import { describe, expect, it } from 'vitest';
import { MOST_ALIKE } from '../../../../lib/billing/adoptable.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { sendChoices } from '../../../../lib/messages/drawer.ts';
import { seedLookalike, seedPerson } from '../lookalike.ts';
import { planNow } from '../readings.ts';
import { createWorkbench, type Workbench } from '../workbench.ts';

describe('a charge of the same person, value and date is asked about', () => {
  it.each([
    ['nobody’s reference', undefined],
    ['the reference of another system', 'fatura-123'],
    ['the reference of another provider key', 'ixc:outra-chave:1001'],
  ])('when it carries %s', async (_whose, externalReference) => {
    const bench = createWorkbench();
    seedLookalike(bench, externalReference === undefined ? {} : { externalReference });
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'duplicate' });
  });

  it('when another record of the person owes it than the one that carries our reference', async () => {
    const bench = createWorkbench();
    seedPerson(bench, { externalReference: 'ixc:11222333000181:c:77' });
    seedLookalike(bench);
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'duplicate' });
  });

  it('whichever of many records of the person owes it', async () => {
    const bench = createWorkbench();
    seedPerson(bench, { externalReference: 'ixc:11222333000181:c:77' });
    const records = Array.from({ length: 8 }, () => seedPerson(bench));
    const { ports } = await bench.browser().worker();
    for (const { id } of records) {
      const alike = seedLookalike(bench, { customer: id });
      expect(await planNow(bench, ports)).toMatchObject({ kind: 'duplicate' });
      bench.asaas.delete(alike.id);
    }
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'new' });
  });
});

describe('a charge that was paid or is being paid counts like an open one', () => {
  it.each([
    'AUTHORIZED',
    'AWAITING_RISK_ANALYSIS',
    'CONFIRMED',
    'DUNNING_REQUESTED',
    'RECEIVED',
    'RECEIVED_IN_CASH',
    'CHARGEBACK_REQUESTED',
  ])('when it is %s, and cannot be linked', async (status) => {
    const bench = createWorkbench();
    const { id } = seedLookalike(bench);
    bench.asaas.edit(id, { status });
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'duplicate', charges: [{ id }] });
    expect(await planNow(bench, ports, { adoptChargeId: id })).toMatchObject({ kind: 'duplicate' });
    expect(await planNow(bench, ports, { createAnotherThan: [id] })).toMatchObject({ kind: 'new' });
  });

  it('and stops what was confirmed before it was paid', async () => {
    const bench = createWorkbench();
    const { id } = seedLookalike(bench);
    const { ports, runner } = await bench.browser().worker();
    const job = await bench.confirm(ports, { adoptChargeId: id });
    bench.asaas.pay(id);
    await runner.run();
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
    });
    expect(bench.asaas.charge(id).externalReference).toBeNull();
  });
});

describe('where there is too much to look through, nothing is created', () => {
  it('when the person has more records than that', async () => {
    const bench = createWorkbench();
    seedPerson(bench, { externalReference: 'ixc:11222333000181:c:77' });
    for (let at = 0; at < 30; at += 1) seedPerson(bench);
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'too-many-to-check' }],
    });
  });

  it('when a record has more charges of the time than that', async () => {
    const bench = createWorkbench();
    const { id: customer } = seedPerson(bench);
    for (let at = 0; at < 301; at += 1) {
      seedLookalike(bench, { customer, value: cents(100_000 + at) });
    }
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'too-many-to-check' }],
    });
  });
});

describe('among many charges of one person', () => {
  const others = (bench: Workbench, customer: string, count: number) => {
    for (let made = 0; made < count; made += 1) {
      seedLookalike(bench, { customer, dueDate: '2027-06-10', description: `Outra ${made}` });
    }
  };

  it.each([130, 650])('one that looks the same is found behind %i newer ones', async (count) => {
    const bench = createWorkbench();
    const { id: customer } = seedPerson(bench);
    const { id } = seedLookalike(bench, { customer });
    await bench.clock.advance(60_000);
    others(bench, customer, count);
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'duplicate', charges: [{ id }] });
  });

  it('all that look the same are told of, and an answer about some covers only those', async () => {
    const bench = createWorkbench();
    const { id: customer } = seedPerson(bench);
    const ids = Array.from({ length: 25 }, () => seedLookalike(bench, { customer }).id);
    const { ports } = await bench.browser().worker();
    const plan = await planNow(bench, ports);
    expect(plan.kind === 'duplicate' && plan.charges.length).toBe(25);
    const some = ids.slice(0, MOST_ALIKE);
    expect(await planNow(bench, ports, { createAnotherThan: some })).toMatchObject({
      kind: 'duplicate',
    });
  });

  it('more than a person can have looked at are no answer that the drawer may give', () => {
    const ids = Array.from({ length: MOST_ALIKE + 1 }, (_, at) => `pay_${at}`);
    const answer = (createAnotherThan: readonly string[]) =>
      sendChoices.safeParse({ createAnotherThan }).success;
    expect([answer(ids), answer(ids.slice(1))]).toEqual([false, true]);
  });
});

describe('a charge of the same person is not asked about', () => {
  it.each([
    ['it is of our invoice of another month', { externalReference: 'ixc:11222333000181:1000' }],
    ['its value is another', { value: 4990 }],
    ['its date is a month away', { dueDate: '2027-01-10' }],
  ])('when %s', async (_why, difference) => {
    const bench = createWorkbench();
    seedLookalike(bench, difference);
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'new' });
  });
});
