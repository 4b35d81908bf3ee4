import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../../lib/engine/audit/chain.ts';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import { cancel } from '../../../../../lib/engine/outbox/store.ts';
import { Death, mortal } from '../../outbox/mortal.ts';
import { askedActs } from './asked-acts.ts';
import { CARRIED_OUT, LOST } from './lost-requests.ts';

const RESTORE = { method: 'POST', path: '/v3/payments/*/restore' } as const;
const UNDO = { method: 'POST', path: '/v3/payments/*/undoReceivedInCash' } as const;
const DELETE = { method: 'DELETE', path: '/v3/payments/*' } as const;

describe('other acts whose answer never came', () => {
  it.each(CARRIED_OUT)('a cancelled charge stays cancelled, when %s', async (_what, fault) => {
    const at = await askedActs();
    at.bench.asaas.addFault({ ...DELETE, fault });
    await at.askAndRun('cancel');
    await at.letPass(15);
    expect(at.now().deleted).toBe(true);
    expect(await at.act()).toMatchObject({ state: 'done' });
  });

  it.each(CARRIED_OUT)(
    'a charge is restored once and never beside another, when %s',
    async (_what, fault) => {
      const at = await askedActs();
      at.bench.asaas.delete(at.charge.id);
      at.bench.asaas.addFault({ ...RESTORE, fault });
      await at.askAndRun('restore');
      await at.letPass(30);
      expect(at.now().deleted).toBe(false);
      expect(at.bench.live()).toHaveLength(1);
      expect(await at.act()).toMatchObject({ state: 'done' });
      expect(at.posted('restore')).toHaveLength(1);
    },
  );

  it('a restoration that Asaas never got is asked for once more, ten minutes later', async () => {
    const at = await askedActs();
    at.bench.asaas.delete(at.charge.id);
    at.bench.asaas.addFault({ ...RESTORE, fault: LOST });
    await at.askAndRun('restore');
    await at.letPass(9);
    expect(at.posted('restore')).toHaveLength(1);
    await at.letPass(20);
    expect(at.posted('restore')).toHaveLength(2);
    expect(await at.act()).toMatchObject({ state: 'done' });
  });

  it('while a restoration may still be carried out, no new charge can be sent', async () => {
    const at = await askedActs();
    at.bench.asaas.delete(at.charge.id);
    at.bench.asaas.addFault({ ...RESTORE, fault: { kind: 'late-commit', seconds: 780 } });
    at.bench.asaas.addFault({ ...RESTORE, fault: LOST });
    await at.askAndRun('restore');
    for (let minute = 0; minute < 30; minute += 5) {
      await at.bench.confirm(at.ports);
      await at.letPass(5);
      expect(at.bench.live().length).toBeLessThan(2);
    }
    expect(at.bench.live()).toHaveLength(1);
  });

  it('a charge that an earlier cancellation takes back after its restoration is told as that', async () => {
    const at = await askedActs();
    const late = { kind: 'late-commit', seconds: 590 } as const;
    at.bench.asaas.addFault({ method: 'DELETE', path: '/v3/payments/*', fault: late });
    await at.askAndRun('cancel');
    await at.letPass(1);
    expect(at.now().deleted).toBe(true);
    await at.askAndRun('restore');
    expect(at.now().deleted).toBe(false);
    await at.letPass(40);
    expect(at.now().deleted).toBe(true);
    expect(await at.act()).toMatchObject({
      act: { kind: 'restore' },
      state: 'blocked',
      failure: { code: 'stands-no-more' },
    });
  });

  it.each(CARRIED_OUT)('a receipt in cash is undone once, when %s', async (_what, fault) => {
    const at = await askedActs();
    at.receive();
    await at.askAndRun('receive-in-cash');
    at.reopen();
    at.bench.asaas.addFault({ ...UNDO, fault });
    await at.askAndRun('undo-receive-in-cash');
    await at.letPass(30);
    expect(at.now().status).toBe('PENDING');
    expect(at.posted('undoReceivedInCash')).toHaveLength(1);
    expect(await at.act()).toMatchObject({ state: 'done' });
  });
});

describe('two windows', () => {
  it('of one act are one job', async () => {
    const at = await askedActs();
    const own = at.windowIn(at.ports);
    const ids = [await own.open('cancel'), await own.open('cancel')];
    const reads = await Promise.all(
      ids.map((id) => own.handlers['act/read']({ verb: 'act/read', id })),
    );
    const outcomes = await Promise.all(
      ids.map((id, index) => {
        const read = reads[index];
        if (!read?.ok) throw new Error('not read');
        const { seen } = read.value;
        return own.handlers['act/confirm']({
          verb: 'act/confirm',
          id,
          seen,
          reason: 'dois',
          value: null,
        });
      }),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'act-under-way' } });
    expect(await at.acts()).toHaveLength(1);
  });

  it('of two browsers never give back more than was paid', async () => {
    const at = await askedActs();
    at.pay();
    const other = await at.bench.browser().worker();
    await at.makeKnown(other.ports);
    const there = at.windowIn(other.ports);
    await at.ask('refund', { value: 6000 });
    await at.ask('refund', { value: 6000, within: there });
    await at.runner.run();
    await other.runner.run();
    await at.letPass(15, other.runner);
    expect(at.refunds()).toHaveLength(1);
    const [job] = await other.ports.ledger.jobs.toArray();
    expect(job).toMatchObject({ state: 'blocked', refusal: { code: 'more-than-left' } });
  });

  it('of two browsers: the second sees what the first gave back, and asks for nothing', async () => {
    const at = await askedActs();
    at.pay();
    const other = await at.bench.browser().worker();
    await at.makeKnown(other.ports);
    const there = at.windowIn(other.ports);
    await at.ask('refund', { value: 4000 });
    await at.ask('refund', { value: 4000, within: there });
    await at.runner.run();
    await other.runner.run();
    const [job] = await other.ports.ledger.jobs.toArray();
    expect(job).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
      attempts: [],
    });
    expect(at.refunds()).toHaveLength(1);
  });

  it('of two browsers in the same moment are each known by their own code', async () => {
    const at = await askedActs();
    at.pay();
    const other = await at.bench.browser().worker();
    await at.makeKnown(other.ports);
    await at.ask('refund', { value: 4000 });
    await at.ask('refund', { value: 4000, within: at.windowIn(other.ports) });
    await Promise.all([at.runner.run(), other.runner.run()]);
    await at.letPass(2, at.runner);
    const jobs = [...(await at.acts()), ...(await other.ports.ledger.jobs.toArray())];
    const asked = jobs
      .flatMap(({ attempts }) => attempts)
      .filter(({ outcome }) => outcome === 'done');
    // Each was confirmed by a person, and Asaas has as many as were asked for: none stands for the other.
    expect(at.refunds()).toHaveLength(asked.length);
    expect(new Set(asked.map(({ code }) => code)).size).toBe(asked.length);
    expect(asked.length * 4000).toBeLessThanOrEqual(9990);
  });

  it('is good for one confirmation, and for ten minutes', async () => {
    const at = await askedActs();
    const own = at.windowIn(at.ports);
    const id = await own.open('cancel');
    await at.bench.clock.advance(10 * 60_000);
    expect(await own.handlers['act/read']({ verb: 'act/read', id })).toMatchObject({
      error: { code: 'act-expired' },
    });
    await at.askAndRun('cancel');
    const [kept] = [await at.session.get('desk:acts')];
    expect(kept).toEqual([]);
  });

  it('outlives the worker', async () => {
    const at = await askedActs();
    const id = await at.windowIn(at.ports).open('cancel');
    const next = await at.profile.worker();
    const own = at.windowIn(next.ports);
    const read = await own.handlers['act/read']({ verb: 'act/read', id });
    expect(read).toMatchObject({ ok: true });
  });
});

describe('a worker that dies between any two steps of an act', () => {
  it.each(['cancel', 'refund', 'restore'] as const)(
    'ends it all the same: %s',
    async (kind) => {
      let deaths = 0;
      for (let steps = 1; steps < 30; steps += 1) {
        const at = await askedActs();
        if (kind === 'refund') at.pay();
        if (kind === 'restore') at.bench.asaas.delete(at.charge.id);
        await at.ask(kind, { value: kind === 'refund' ? 4000 : null });
        const { ports, died } = mortal(at.ports, steps);
        await createRunner(ports)
          .run()
          .catch((reason: unknown) => {
            if (!(reason instanceof Death)) throw reason;
          });
        const next = await at.profile.worker();
        await at.letPass(30, next.runner);
        if (!died()) break;
        deaths += 1;
        const job = await at.act();
        const isLeft = job?.state === 'blocked' && at.refunds().length === 0;
        expect({ steps, state: isLeft ? 'done' : job?.state }).toEqual({ steps, state: 'done' });
        expect(at.posted(kind).length).toBeLessThanOrEqual(1);
        if (kind === 'cancel') expect(at.now().deleted).toBe(true);
        if (kind === 'restore') expect(at.bench.live()).toHaveLength(1);
        expect(verifyChain(await next.ports.ledger.audit.toArray())).toEqual({ ok: true });
      }
      expect(deaths).toBeGreaterThan(4);
    },
    120_000,
  );
});

describe('an act that has asked for nothing', () => {
  it('can be called off, and one that has cannot', async () => {
    const at = await askedActs();
    await at.ask('cancel');
    const job = await at.act();
    expect(await cancel(at.ports, job?.id ?? '')).toBe('cancelled');
    await at.runner.run();
    expect(at.deletions()).toEqual([]);
    at.bench.asaas.addFault({ ...DELETE, fault: LOST });
    await at.askAndRun('cancel');
    expect(await cancel(at.ports, (await at.act())?.id ?? '')).toBe('too-late');
  });
});
