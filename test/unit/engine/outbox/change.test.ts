import { describe, expect, it } from 'vitest';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { ok } from '../../../../lib/billing/result.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { seedLookalike } from '../lookalike.ts';
import { createWorkbench, letPass, REFERENCE } from '../workbench.ts';

const PUT = { method: 'PUT', path: '/v3/payments/*' };

async function withChargeOf9990() {
  const bench = createWorkbench();
  const profile = bench.browser();
  const { ports, runner } = await profile.worker();
  await bench.confirm(ports);
  await runner.run();
  await letPass(bench, [runner], 12);
  const puts = () => bench.asaas.requests({ method: 'PUT' });
  return { bench, profile, ports, runner, puts };
}

describe('an invoice whose open balance changed in IXC', () => {
  it('changes its charge, and does not make another one', async () => {
    const { bench, ports, runner } = await withChargeOf9990();
    const [before] = bench.live();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    const job = await bench.confirm(ports);
    expect(job.kind).toBe('change');
    await runner.run();
    expect(bench.live()).toMatchObject([
      { id: before?.id, value: 4990, externalReference: REFERENCE },
    ]);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'done' });
    expect(await ports.ledger.charges.get(before?.id ?? '')).toMatchObject({ value: 4990 });
  });

  it.each([
    ['was lost before it arrived', { kind: 'drop-before-commit' }, 2],
    ['was carried out and its answer lost', { kind: 'drop-after-commit' }, 1],
    ['met a 503', { kind: 'status', status: 503 }, 2],
  ] as const)('is right in the end when the request %s', async (_name, fault, requests) => {
    const { bench, ports, runner, puts } = await withChargeOf9990();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    const job = await bench.confirm(ports);
    bench.asaas.addFault({ ...PUT, fault });
    await runner.run();
    await letPass(bench, [runner], 2);
    expect(bench.live()).toMatchObject([{ value: 4990 }]);
    expect(puts()).toHaveLength(requests);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'done' });
  });

  it('is not asked in a circle while Asaas is in trouble', async () => {
    const { bench, ports, runner, puts } = await withChargeOf9990();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    await bench.confirm(ports);
    bench.asaas.addFault({ ...PUT, fault: { kind: 'status', status: 500 }, times: 0 });
    await runner.run();
    await letPass(bench, [runner], 5);
    expect(puts().length).toBeLessThanOrEqual(5);
  });

  it('does not claim that nothing was sent when it changes again while the request is a question', async () => {
    const { bench, ports, runner, puts } = await withChargeOf9990();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    const job = await bench.confirm(ports);
    bench.asaas.addFault({ ...PUT, fault: { kind: 'drop-after-commit' } });
    await runner.run();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(2990) };
    await letPass(bench, [runner], 2);
    expect(puts()).toHaveLength(1);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-while-unknown' },
    });
  });

  it('says what happened when its charge belongs to another invoice after the change', async () => {
    const { bench, profile, ports } = await withChargeOf9990();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    const job = await bench.confirm(ports);
    const { runner } = await profile.worker({
      asaas: async (account) => {
        const client = await ports.asaas(account);
        if (!client.ok) return client;
        const getCharge: AsaasClient['getCharge'] = async (id) => {
          const answer = await client.value.getCharge(id);
          return answer.ok ? ok({ ...answer.value, reference: `ixc:${KEY}:1002` }) : answer;
        };
        return ok({ ...client.value, getCharge });
      },
    });
    await runner.run();
    expect(bench.live()).toMatchObject([{ value: 4990 }]);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'charge-moved' },
    });
  });

  it('is left alone when the charge was paid meanwhile', async () => {
    const { bench, ports, runner, puts } = await withChargeOf9990();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(4990) };
    const job = await bench.confirm(ports);
    bench.asaas.pay(bench.live()[0]?.id ?? '');
    await runner.run();
    expect(puts()).toEqual([]);
    expect((await ports.ledger.jobs.get(job.id))?.reasons.map(({ code }) => code)).toContain(
      'already-paid',
    );
  });
});

describe('a charge that somebody made without a reference', () => {
  async function withStranger() {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    const charge = seedLookalike(bench);
    return { bench, ports, runner, charge };
  }

  it('is given our reference when the operator says that it is this invoice', async () => {
    const { bench, ports, runner, charge } = await withStranger();
    const job = await bench.confirm(ports, { adoptChargeId: charge.id });
    expect(job.kind).toBe('change');
    await runner.run();
    expect(bench.live()).toMatchObject([{ id: charge.id, value: 9990, dueDate: '2026-12-10' }]);
    expect(bench.posts()).toEqual([]);
  });

  it('is left alone when the operator asks for another one', async () => {
    const { bench, ports, runner, charge } = await withStranger();
    await bench.confirm(ports, { createAnotherThan: [charge.id] });
    await runner.run();
    expect(bench.live()).toHaveLength(1);
    expect(bench.asaas.charge(charge.id).externalReference).toBeNull();
    const lines = await ports.ledger.audit.toArray();
    expect(lines.map(({ detail }) => detail)).toContainEqual(
      expect.objectContaining({ anotherThan: charge.id }),
    );
  });

  it.each([
    ['another one was asked for', (id: string) => ({ createAnotherThan: [id] })],
    ['one was to be linked', (id: string) => ({ adoptChargeId: id })],
  ])('that nobody saw stops the job when %s', async (_what, choicesOf) => {
    const { bench, ports, runner, charge } = await withStranger();
    const job = await bench.confirm(ports, choicesOf(charge.id));
    seedLookalike(bench, { customer: charge.customer });
    await runner.run();
    expect(bench.live()).toEqual([]);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
    });
  });

  it('stops a confirmation that did not know of it', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    const job = await bench.confirm(ports);
    seedLookalike(bench);
    await runner.run();
    expect(bench.posts()).toEqual([]);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'blocked' });
  });
});
