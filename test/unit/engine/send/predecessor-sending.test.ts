import { describe, expect, it } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import { created, planOfNew, renegotiated } from '../outbox/renegotiated.ts';
import { seedLookalike, seedPerson } from '../lookalike.ts';
import { createWorkbench, letPass } from '../workbench.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;
const ALIAS = 'outra';
const SENDING = { code: 'predecessor-sending', params: { invoice: '1001' } };

/** Invoice 1001 was asked for and nobody knows what became of it; then it is renegotiated into 2002. */
async function sentUnknown(commitsAfter: number) {
  const bench = createWorkbench();
  const profile = bench.browser();
  const { ports, runner } = await profile.worker();
  const first = await bench.confirm(ports);
  bench.asaas.addFault({ ...POST, fault: { kind: 'late-commit', seconds: commitsAfter } });
  await runner.run();
  const before = { ...bench.ixc.invoice, renegotiated: true };
  const born = { ...bench.ixc.invoice, id: '2002', bornFromRenegotiation: '88' };
  bench.ixc.predecessors = [before];
  bench.ixc.invoice = born;
  const ixc = bench.reading({
    invoice: (id) => Promise.resolve(ok(id === born.id ? born : before)),
  });
  return { bench, first, ...(await profile.worker({ ixc, owner: ports.owner })) };
}

describe('an invoice whose predecessor is still being sent', () => {
  it.each([120, 400])('is not sent beside it, which commits %s s later', async (seconds) => {
    const { bench, ports, runner, first } = await sentUnknown(seconds);
    expect(await planOfNew(bench, ports)).toMatchObject({ kind: 'blocked', reasons: [SENDING] });
    const job = await bench.confirm(ports);
    await runner.run();
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({
      state: 'blocked',
      reasons: [SENDING],
    });
    await letPass(bench, [runner], 30);
    expect(bench.live()).toHaveLength(1);
    expect(created(bench)).toEqual([]);
    expect((await ports.ledger.jobs.get(first.id))?.state).toBe('done');
    expect(await planOfNew(bench, ports)).toMatchObject({
      reasons: [{ code: 'predecessor-replaceable' }],
    });
  });

  it('is not sent under another key of the panel either', async () => {
    const { bench, ports } = await sentUnknown(400);
    bench.configure((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({
        ...panel,
        providerKey: ALIAS,
        aliases: panel.providerKey === null ? [] : [panel.providerKey],
      })),
    }));
    expect(await planOfNew(bench, ports)).toMatchObject({ reasons: [SENDING] });
  });

  it('and whose sending began after the confirmation is stopped before the request', async () => {
    const { bench, ports, runner, old } = await renegotiated();
    const job = await bench.confirm(ports, { replacePredecessors: [old.id] });
    const jobs = await ports.ledger.jobs.toArray();
    const earlier = jobs.find(({ invoiceId }) => invoiceId === '1001');
    if (!earlier) throw new Error('no job of the old invoice');
    const activeKey = `sandbox:ixc:${earlier.providerKey}:1001`;
    await ports.ledger.jobs.put({ ...earlier, activeKey, state: 'waiting', nextAt: null });
    await runner.run();
    expect(bench.asaas.charge(old.id).deleted).toBe(false);
    expect(created(bench)).toEqual([]);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ reasons: [SENDING] });
  });
});

describe('a predecessor’s charge that only an alias brings', () => {
  it.each(['open', 'paid'])('and is another person’s is told as such: %s', async (state) => {
    const { bench, ports, old } = await renegotiated();
    bench.asaas.delete(old.id);
    const customer = seedPerson(bench, { name: 'Outra Pessoa', cpfCnpj: '24971563792' }).id;
    const externalReference = `ixc:${ALIAS}:1001`;
    const foreign = seedLookalike(bench, { customer, externalReference, billingType: 'PIX' });
    if (state === 'paid') bench.asaas.pay(foreign.id);
    bench.configure((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({ ...panel, aliases: [ALIAS] })),
    }));
    expect(await planOfNew(bench, ports)).toMatchObject({
      kind: 'blocked',
      reasons: [{ code: 'live-under-alias', params: { charge: foreign.id, key: ALIAS } }],
    });
  });

  it('and is this customer’s may be replaced like any other', async () => {
    const { bench, ports, old } = await renegotiated();
    bench.asaas.delete(old.id);
    const { customer } = bench.asaas.charge(old.id);
    const externalReference = `ixc:${ALIAS}:1001`;
    const own = seedLookalike(bench, { customer, externalReference, billingType: 'PIX' });
    bench.configure((settings) => ({
      ...settings,
      panels: settings.panels.map((panel) => ({ ...panel, aliases: [ALIAS] })),
    }));
    expect(await planOfNew(bench, ports)).toMatchObject({
      reasons: [{ code: 'predecessor-replaceable', params: { charge: own.id } }],
    });
  });
});
