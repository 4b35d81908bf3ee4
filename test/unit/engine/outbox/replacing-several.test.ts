import { describe, expect, it } from 'vitest';
import { letPass, REFERENCE } from '../workbench.ts';
import { DELETE, created, deletions, renegotiated, replacing } from './renegotiated.ts';

const REFUSED = '{"errors":[{"code":"invalid_action","description":"Recusado no teste."}]}';
const NUMBERS = [1100, 1101, 1102];

/** An invoice that four invoices with a charge each were renegotiated into, all to be replaced. */
async function replacingFour() {
  const all = await renegotiated();
  const { bench, ports, old } = all;
  const [first] = bench.ixc.predecessors;
  const [account] = bench.asaas.snapshot().accounts.filter(({ charges }) => charges.length > 0);
  if (!first || !account) throw new Error('nothing was renegotiated');
  const others = NUMBERS.map((number) => {
    bench.ixc.predecessors = [...bench.ixc.predecessors, { ...first, id: String(number) }];
    return bench.asaas.seedCharge(account.id, {
      customer: old.customer,
      value: 5000,
      dueDate: '2026-12-12',
      billingType: 'PIX',
      externalReference: REFERENCE.replace('1001', String(number)),
    });
  });
  const olds = [old, ...others].map(({ id }) => id);
  const job = await bench.confirm(ports, { replacePredecessors: olds });
  return { ...all, job, olds, stored: () => ports.ledger.jobs.get(job.id) };
}

describe('several old charges that are to be replaced', () => {
  it('are cancelled one after the other, and then the new one is created', async () => {
    const { bench, runner, olds, stored } = await replacingFour();
    await runner.run();
    await letPass(bench, [runner], 15);
    const deleted = deletions(bench).map(({ path }) => path.split('/').at(-1));
    expect(deleted).toEqual(olds);
    expect(created(bench)).toHaveLength(1);
    expect((await stored())?.state).toBe('done');
  });

  it('all stay where Asaas refuses to cancel the first', async () => {
    const { bench, runner, olds, stored } = await replacingFour();
    bench.asaas.addFault({
      ...DELETE,
      fault: { kind: 'status', status: 400, body: REFUSED },
    });
    await runner.run();
    await letPass(bench, [runner], 5);
    expect(deletions(bench)).toHaveLength(1);
    expect(olds.filter((id) => bench.asaas.charge(id).deleted)).toEqual([]);
    expect(created(bench)).toEqual([]);
    expect((await stored())?.state).toBe('blocked');
  });

  it.each([0, 1, 3])('all stay where number %i of them is paid before', async (index) => {
    const { bench, runner, olds, stored } = await replacingFour();
    bench.asaas.pay(olds[index] ?? '');
    await runner.run();
    await letPass(bench, [runner], 5);
    expect(deletions(bench)).toEqual([]);
    expect(created(bench)).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: expect.arrayContaining([
        expect.objectContaining({ code: 'predecessor-paid' }),
      ]) as unknown,
    });
  });
});

describe('an old charge that stands again once the new one is there', () => {
  it('is told when somebody restored it', async () => {
    const { bench, runner, old, stored } = await replacing();
    await runner.run();
    expect(created(bench)).toHaveLength(1);
    bench.asaas.restore(old.id);
    await letPass(bench, [runner], 15);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'predecessor-live', params: { charge: old.id, invoice: '1001' } }],
    });
  });

  it('is told when lists did not show it before, and nobody cancels it', async () => {
    const { bench, old } = await renegotiated();
    const second = await bench.browser().worker();
    bench.asaas.delete(old.id);
    const job = await bench.confirm(second.ports);
    await second.runner.run();
    expect(created(bench)).toHaveLength(1);
    bench.asaas.restore(old.id);
    await letPass(bench, [second.runner], 15);
    const { state, reasons } = (await second.ports.ledger.jobs.get(job.id)) ?? {};
    expect({ state, codes: reasons?.map(({ code }) => code) }).toEqual({
      state: 'blocked',
      codes: ['predecessor-live'],
    });
    expect(deletions(bench)).toEqual([]);
  });
});
