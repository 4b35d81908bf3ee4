import { describe, expect, it } from 'vitest';
import { cents } from '../../../../../lib/billing/money.ts';
import { day } from '../../../../fixtures/day.ts';
import { editedCharge, PUT } from './edited.ts';

const NEW_DATE = { dueDate: day('2026-12-20'), reason: 'pediu mais prazo' } as const;

describe('a change of a charge', () => {
  it('sends only what changes beside what Asaas always wants', async () => {
    const at = await editedCharge();
    await at.askAndRun({ finePercent: 1.5, interestPercentMonth: 1, reason: '' });
    const { body } = at.puts()[0] ?? {};
    expect(body).toMatchObject({
      value: 99.9,
      dueDate: '2026-12-10',
      billingType: 'PIX',
      fine: { value: 1.5, type: 'PERCENTAGE' },
      interest: { value: 1 },
    });
    expect(body).not.toHaveProperty('discount');
    expect(await at.newest()).toMatchObject({ state: 'done' });
  });

  it('changes the method and the words, and keeps the code of the attempt', async () => {
    const at = await editedCharge();
    const code = /#\w{5}$/.exec(at.charge.description ?? '')?.[0] ?? 'none';
    await at.askAndRun({ billingType: 'BOLETO', description: 'Mensalidade', reason: '' });
    expect(at.bench.live()).toMatchObject([
      { billingType: 'BOLETO', description: `Mensalidade ${code}` },
    ]);
  });

  it('takes a discount away by name', async () => {
    const at = await editedCharge();
    const discount = { kind: 'fixed', amount: 500, daysBefore: 2 } as const;
    await at.askAndRun({ discount, reason: 'acordo' });
    expect(at.bench.live()).toMatchObject([{ terms: { discount: { value: 5 } } }]);
    await at.askAndRun({ discount: 'none', reason: '' });
    expect(at.bench.live()).toMatchObject([{ terms: { discount: { value: 0 } } }]);
  });
});

describe('a change whose answer never came', () => {
  it.each([
    ['was lost before it arrived', { kind: 'drop-before-commit' }, 2],
    ['was carried out and its answer lost', { kind: 'drop-after-commit' }, 1],
    ['met a 503', { kind: 'status', status: 503 }, 2],
    ['was carried out a minute late', { kind: 'late-commit', seconds: 60 }, 2],
  ] as const)('is right in the end when the request %s', async (_what, fault, most) => {
    const at = await editedCharge();
    at.bench.asaas.addFault({ ...PUT, fault });
    await at.askAndRun({ ...NEW_DATE, finePercent: 1 });
    await at.later(15);
    expect(await at.newest()).toMatchObject({ state: 'done' });
    expect(at.bench.live()).toMatchObject([
      { dueDate: '2026-12-20', value: 9990, terms: { fine: { value: 1 } } },
    ]);
    expect(at.puts().length).toBeLessThanOrEqual(most);
  });

  it('of the terms alone is told by the terms', async () => {
    const at = await editedCharge();
    at.bench.asaas.addFault({ ...PUT, fault: { kind: 'drop-after-commit' } });
    await at.askAndRun({ finePercent: 1, reason: '' });
    await at.later(2);
    expect(at.puts()).toHaveLength(1);
    expect(await at.newest()).toMatchObject({ state: 'done' });
  });
});

describe('a change confirmed for something that is no more', () => {
  it.each([
    ['IXC has another date', { dueDate: day('2026-12-12') }],
    ['IXC has another balance', { open: cents(4990) }],
  ])('is not asked for when %s', async (_what, changed) => {
    const at = await editedCharge();
    await at.ask(NEW_DATE);
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, ...changed };
    await at.runner.run();
    expect(at.puts()).toEqual([]);
    expect(await at.newest()).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
    });
  });

  it('is not asked for when the charge has another value', async () => {
    const at = await editedCharge();
    await at.ask(NEW_DATE);
    at.bench.asaas.edit(at.charge.id, { value: 8000 });
    await at.runner.run();
    expect(at.puts()).toEqual([]);
    expect(await at.newest()).toMatchObject({ state: 'blocked' });
  });

  it('is not asked for when the charge was paid', async () => {
    const at = await editedCharge();
    await at.ask(NEW_DATE);
    at.bench.asaas.pay(at.charge.id);
    await at.runner.run();
    expect(at.puts()).toEqual([]);
    expect((await at.newest())?.reasons).toMatchObject([{ code: 'already-paid' }]);
  });

  it('from two drawers is one job', async () => {
    const at = await editedCharge();
    const [one, other] = [await at.drawer(), await at.drawer()];
    for (const drawer of [one, other]) await drawer.open('date');
    const first = await one.preview(NEW_DATE);
    const second = await other.preview({ ...NEW_DATE, dueDate: day('2026-12-24') });
    await one.confirm(first?.editId ?? '');
    await other.confirm(second?.editId ?? '');
    await at.runner.run();
    expect(at.puts()).toHaveLength(1);
    expect(at.bench.live()).toMatchObject([{ dueDate: '2026-12-20' }]);
  });

  it('waits where everything is paused', async () => {
    const at = await editedCharge();
    await at.ports.ledger.meta.put({ key: 'paused', value: true });
    await at.askAndRun(NEW_DATE);
    expect(await at.newest()).toMatchObject({ attempts: [] });
    expect(at.puts()).toEqual([]);
  });
});
