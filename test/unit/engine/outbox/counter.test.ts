import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { fail } from '../../../../lib/billing/result.ts';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import type { Fault } from '../../../emulators/asaas/index.ts';
import { panel } from '../../../fixtures/settings.ts';
import { CANCEL, CASH, chargedAtCounter, CLOSE, LOWER } from './counter-work.ts';
import { Death, mortal } from './mortal.ts';

describe('what the counter did to an invoice', () => {
  it('closes its charge in cash, without a word to the payer', async () => {
    const at = await chargedAtCounter();
    at.receive();
    const { id } = await at.enqueue(CLOSE);
    await at.runner.run();
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH', value: 9990 });
    expect(at.asked('POST')).toMatchObject([
      { path: `/v3/payments/${at.charge.id}/receiveInCash` },
    ]);
    expect(at.asked('POST')[0]?.body).toMatchObject({
      value: 99.9,
      paymentDate: '2026-11-22',
      notifyCustomer: false,
    });
    expect(await at.job(id)).toMatchObject({ state: 'done', chargeId: at.charge.id });
    expect(await at.ports.ledger.charges.get(at.charge.id)).toMatchObject({
      status: 'RECEIVED_IN_CASH',
    });
    const lines = await at.ports.ledger.audit.toArray();
    expect(lines.map(({ action }) => action).slice(-3)).toEqual([
      'job.counter-queued',
      'charge.cash-intent',
      'charge.received-in-cash',
    ]);
    expect(verifyChain(lines)).toEqual({ ok: true });
  });

  it('lowers it to what is left, and cancels it with its invoice', async () => {
    const at = await chargedAtCounter();
    at.receivePart();
    await at.enqueue(LOWER);
    await at.runner.run();
    expect(at.now()).toMatchObject({ value: 5990, externalReference: at.charge.externalReference });
    at.cancel();
    const { id } = await at.enqueue(CANCEL);
    await at.runner.run();
    expect(at.now()).toMatchObject({ deleted: true });
    expect(await at.job(id)).toMatchObject({ state: 'done' });
  });

  it('is one job for a charge, however often it is noticed', async () => {
    const at = await chargedAtCounter();
    at.receive();
    const [one, two] = [await at.enqueue(CLOSE), await at.enqueue(CLOSE)];
    expect(two.id).toBe(one.id);
  });

  it('is done without a request where somebody did it already', async () => {
    const at = await chargedAtCounter();
    at.receive();
    at.bench.asaas.edit(at.charge.id, { status: 'RECEIVED_IN_CASH' });
    const { id } = await at.enqueue(CLOSE);
    await at.runner.run();
    expect(at.asked('POST')).toEqual([]);
    expect(await at.job(id)).toMatchObject({ state: 'done' });
  });

  it('is told to a person when the payer was quicker', async () => {
    const at = await chargedAtCounter();
    at.receive();
    const { id } = await at.enqueue(CLOSE);
    at.bench.asaas.pay(at.charge.id);
    await at.runner.run();
    expect(at.asked('POST')).toEqual([]);
    expect(await at.job(id)).toMatchObject({
      state: 'cancelled',
      reasons: [{ code: 'already-paid' }],
    });
    expect(await at.ports.ledger.alerts.toArray()).toMatchObject([
      { kind: 'paid-on-both-sides', chargeIds: [at.charge.id], detail: { cents: 9990 } },
    ]);
  });

  it('is told otherwise when the payer paid what was cancelled', async () => {
    const at = await chargedAtCounter();
    at.cancel();
    await at.enqueue(CANCEL);
    at.bench.asaas.pay(at.charge.id);
    await at.runner.run();
    expect(await at.ports.ledger.alerts.toArray()).toMatchObject([{ kind: 'counter-differs' }]);
  });

  it('asks for nothing once it was undone in IXC', async () => {
    const at = await chargedAtCounter();
    at.receive();
    const { id } = await at.enqueue(CLOSE);
    at.reopen();
    await at.runner.run();
    expect(at.asked('POST')).toEqual([]);
    expect(await at.job(id)).toMatchObject({ state: 'cancelled', failure: { code: 'overtaken' } });
  });

  it('is what IXC says now, where more money came before the job got its turn', async () => {
    const at = await chargedAtCounter();
    at.receivePart();
    await at.enqueue(LOWER);
    at.receive();
    await at.runner.run();
    await at.runner.run();
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH' });
    expect((await at.counterJobs()).map(({ state }) => state).toSorted()).toEqual([
      'cancelled',
      'done',
    ]);
    expect(at.asked('PUT')).toEqual([]);
  });

  it('asks for nothing where a copy of the base says it, under the same key', async () => {
    const at = await chargedAtCounter();
    const COPY = 'https://homologacao.provedor.example';
    at.bench.configure((settings) => ({
      ...settings,
      panels: [...settings.panels, { ...panel, origin: COPY }],
    }));
    at.cancel();
    const { id } = await at.enqueue(CANCEL);
    await at.ports.ledger.jobs.update(id, { origin: COPY });
    await at.runner.run();
    expect(at.now()).toMatchObject({ deleted: false });
    expect(await at.job(id)).toMatchObject({ state: 'cancelled', failure: { code: 'overtaken' } });
    expect(await at.ports.ledger.alerts.toArray()).toMatchObject([{ detail: { why: 'unproven' } }]);
  });

  it('asks for nothing where the invoice is another customer’s now', async () => {
    const at = await chargedAtCounter();
    at.cancel();
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, customerId: '4242' };
    await at.enqueue(CANCEL);
    await at.runner.run();
    expect(at.now()).toMatchObject({ deleted: false });
  });

  it('leaves alone a charge that somebody gave to another invoice', async () => {
    const at = await chargedAtCounter();
    at.receive();
    const { id } = await at.enqueue(CLOSE);
    at.bench.asaas.edit(at.charge.id, { externalReference: 'ixc:provedor.example:2002' });
    await at.runner.run();
    expect(at.asked('POST')).toEqual([]);
    expect(await at.job(id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'charge-reassigned' },
    });
  });

  it('waits while an operator’s own job on the invoice is not over', async () => {
    const at = await chargedAtCounter();
    at.receivePart(4990);
    const own = await at.bench.confirm(at.ports);
    expect(own.kind).toBe('change');
    const { id } = await at.enqueue({ kind: 'lower', to: cents(4990) });
    await writePaused(at.ports.ledger, true);
    await at.runner.run();
    await writePaused(at.ports.ledger, false);
    await at.ports.ledger.jobs.update(own.id, { nextAt: at.bench.clock.now() + 60_000 });
    await at.runner.run();
    expect(at.asked('PUT')).toEqual([]);
    expect(await at.job(id)).toMatchObject({ state: 'waiting' });
    await at.letPass(3);
    expect(at.asked('PUT')).toHaveLength(1);
    expect(await at.job(id)).toMatchObject({ state: 'done' });
  });

  it('is tried again by itself though only a person can mend the reading', async () => {
    const at = await chargedAtCounter();
    at.receive();
    const { id } = await at.enqueue(CLOSE);
    const { runner } = await at.profile.worker({
      ixc: () => Promise.resolve(fail({ code: 'ixc-token-refused' })),
    });
    await runner.run();
    expect(await at.job(id)).toMatchObject({
      state: 'waiting',
      failure: { code: 'ixc-token-refused' },
    });
    await at.bench.clock.advance(61 * 60_000);
    await at.runner.run();
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH' });
  });
});

describe('a receipt in cash whose answer never came', () => {
  async function unanswered(fault: Fault, times = 1) {
    const at = await chargedAtCounter();
    at.receive();
    at.bench.asaas.addFault({ ...CASH, fault, times });
    const { id } = await at.enqueue(CLOSE);
    await at.runner.run();
    return { ...at, id };
  }

  it('is found at once when Asaas had carried it out', async () => {
    const at = await unanswered({ kind: 'drop-after-commit' });
    expect(await at.job(at.id)).toMatchObject({ state: 'done' });
    expect(at.asked('POST')).toHaveLength(1);
  });

  it('is repeated only after ten minutes and three looks', async () => {
    const at = await unanswered({ kind: 'drop-before-commit' });
    expect(await at.job(at.id)).toMatchObject({ state: 'unknown' });
    await at.letPass(9);
    expect(at.asked('POST')).toHaveLength(1);
    await at.letPass(4);
    expect(at.asked('POST')).toHaveLength(2);
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH' });
    expect(await at.job(at.id)).toMatchObject({ state: 'done' });
  });

  it.each([30, 290, 590])('is not repeated when it commits %i seconds late', async (seconds) => {
    const at = await unanswered({ kind: 'late-commit', seconds });
    await at.letPass(20);
    expect(at.asked('POST')).toHaveLength(1);
    expect(await at.job(at.id)).toMatchObject({ state: 'done' });
  });

  it('is left to a person after the second one', async () => {
    const at = await unanswered({ kind: 'drop-before-commit' }, 2);
    await at.letPass(30);
    expect(at.asked('POST')).toHaveLength(2);
    expect(await at.job(at.id)).toMatchObject({
      state: 'blocked',
      failure: { code: 'check-in-asaas' },
    });
  });

  it('is told when it closed a charge whose receipt in IXC was undone meanwhile', async () => {
    const at = await unanswered({ kind: 'late-commit', seconds: 120 });
    at.reopen();
    await at.letPass(4);
    expect(await at.ports.ledger.alerts.toArray()).toMatchObject([{ kind: 'counter-differs' }]);
  });
});

describe('two browsers that notice the same receipt', () => {
  it('close the charge once, and both end', async () => {
    const at = await chargedAtCounter();
    const other = await at.bench.browser().worker();
    await at.makeKnown(other.ports);
    at.receive();
    const one = await at.enqueue(CLOSE);
    const two = await at.enqueue(CLOSE, other.ports);
    await Promise.all([at.runner.run(), other.runner.run()]);
    await at.letPass(2, other.runner);
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH' });
    expect(await at.job(one.id)).toMatchObject({ state: 'done' });
    expect(await other.ports.ledger.jobs.get(two.id)).toMatchObject({ state: 'done' });
  });
});

describe('a worker that dies between any two steps of a counter job', () => {
  it.each([CLOSE, LOWER, CANCEL])(
    'leaves the charge right in the end ($kind)',
    async (step) => {
      let deaths = 0;
      for (let steps = 1; steps < 20; steps += 1) {
        const at = await chargedAtCounter();
        if (step.kind === 'close') at.receive();
        else if (step.kind === 'lower') at.receivePart();
        else at.cancel();
        const { id } = await at.enqueue(step);
        const { ports, died } = mortal(at.ports, steps);
        await createRunner(ports)
          .run()
          .catch((reason: unknown) => {
            if (!(reason instanceof Death)) throw reason;
          });
        if (!died()) break;
        deaths += 1;
        const { runner } = await at.profile.worker();
        await at.letPass(15, runner);
        const { status, value, deleted } = at.now();
        expect({ steps, state: (await at.job(id))?.state, status, value, deleted }).toEqual({
          steps,
          state: 'done',
          status: step.kind === 'close' ? 'RECEIVED_IN_CASH' : 'PENDING',
          value: step.kind === 'lower' ? 5990 : 9990,
          deleted: step.kind === 'cancel',
        });
      }
      expect(deaths).toBeGreaterThan(5);
    },
    60_000,
  );
});
