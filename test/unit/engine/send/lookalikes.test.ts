import { describe, expect, it } from 'vitest';
import { seedLookalike, seedPerson } from '../lookalike.ts';
import { planNow } from '../readings.ts';
import { createWorkbench } from '../workbench.ts';

describe('a live charge of the same person, value and date is asked about', () => {
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

  it('when the payer was chosen last among many records of the person', async () => {
    const bench = createWorkbench();
    const records = Array.from({ length: 8 }, () => seedPerson(bench));
    const payerId = records.at(-1)?.id ?? '';
    seedLookalike(bench, { customer: payerId });
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports, { payerId })).toMatchObject({ kind: 'duplicate' });
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
