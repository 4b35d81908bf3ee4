import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../../lib/engine/audit/chain.ts';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import { settleAct } from '../../../../../lib/engine/outbox/desk/settle-act.ts';
import { cancel } from '../../../../../lib/engine/outbox/store.ts';
import { stopInherited } from '../../../../../lib/engine/data/stop-inherited.ts';
import type { Fault } from '../../../../emulators/asaas/index.ts';
import { Death, mortal } from '../../outbox/mortal.ts';
import { askedActs } from './asked-acts.ts';

const REFUND = { method: 'POST', path: '/v3/payments/*/refund' } as const;
const RESTORE = { method: 'POST', path: '/v3/payments/*/restore' } as const;
const UNDO = { method: 'POST', path: '/v3/payments/*/undoReceivedInCash' } as const;
const DELETE = { method: 'DELETE', path: '/v3/payments/*' } as const;

const LOST = { kind: 'drop-before-commit' } as const;

const FAULTS: readonly [string, Fault][] = [
  ['the answer is lost after it was done', { kind: 'drop-after-commit' }],
  ['a 502 hides that it was done', { kind: 'status', status: 502, carriedOut: true }],
  ['it is done a minute and a half late', { kind: 'late-commit', seconds: 90 }],
  ['it is done almost ten minutes late', { kind: 'late-commit', seconds: 590 }],
  ['the answer is rubbish', { kind: 'rubbish' }],
];

describe('a refund whose answer never came', () => {
  it.each(FAULTS)('is found and never asked for again, when %s', async (_what, fault) => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.addFault({ ...REFUND, fault });
    await at.askAndRun('refund', { value: 4000 });
    await at.letPass(15);
    expect(at.posted('refund')).toHaveLength(1);
    expect(at.refunds()).toMatchObject([{ value: 4000 }]);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
  });

  it('is left to a person when Asaas never did it, and nothing else goes back meanwhile', async () => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.addFault({ ...REFUND, fault: LOST });
    await at.askAndRun('refund', { value: 4000 });
    expect((await at.act())?.state).toBe('unknown');
    await at.letPass(15);
    const job = await at.act();
    expect(job).toMatchObject({ state: 'blocked', failure: { code: 'check-in-asaas' } });
    const again = await at.askAndRun('refund', { value: 4000 });
    expect(again.read).toMatchObject({ value: { refusal: { code: 'under-way' } } });
    await at.letPass(120);
    expect(at.posted('refund')).toHaveLength(1);
    expect(at.refunds()).toEqual([]);
    expect(await settleAct(at.ports, job?.id ?? '')).toEqual({ ok: true, value: 'absent' });
    await at.askAndRun('refund', { value: 4000 });
    expect(at.refunds()).toHaveLength(1);
    expect(verifyChain(await at.ports.ledger.audit.toArray())).toEqual({ ok: true });
  });

  it('is found hours later, where a person had been asked to look', async () => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.addFault({ ...REFUND, fault: { kind: 'late-commit', seconds: 40 * 60 } });
    await at.askAndRun('refund', { value: 4000 });
    await at.letPass(15);
    expect((await at.act())?.state).toBe('blocked');
    await at.letPass(90);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
    expect(at.posted('refund')).toHaveLength(1);
  });

  it('is not believed undone while it may still be carried out', async () => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.addFault({ ...REFUND, fault: LOST });
    await at.askAndRun('refund', { value: 4000 });
    await at.letPass(15);
    const job = await at.act();
    at.bench.asaas.addFault({
      method: 'GET',
      path: '/v3/payments/*/refunds',
      fault: { kind: 'status', status: 503 },
    });
    expect(await settleAct(at.ports, job?.id ?? '')).toMatchObject({
      ok: false,
      error: { code: 'asaas-unavailable' },
    });
    expect((await at.act())?.state).toBe('blocked');
  });

  it('is watched by whoever restored the profile, and asked for by nobody', async () => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.addFault({ ...REFUND, fault: { kind: 'late-commit', seconds: 300 } });
    await at.askAndRun('refund', { value: 4000 });
    await stopInherited({ ...at.ports, installationId: 'restored' });
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'profile-restored' },
    });
    await at.letPass(90);
    expect(at.refunds()).toHaveLength(1);
    expect(await at.act()).toMatchObject({ state: 'done' });
    expect(at.posted('refund')).toHaveLength(1);
  });
});

describe('other acts whose answer never came', () => {
  it.each(FAULTS)('a cancelled charge stays cancelled, when %s', async (_what, fault) => {
    const at = await askedActs();
    at.bench.asaas.addFault({ ...DELETE, fault });
    await at.askAndRun('cancel');
    await at.letPass(15);
    expect(at.now().deleted).toBe(true);
    expect(await at.act()).toMatchObject({ state: 'done' });
  });

  it.each(FAULTS)(
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

  it.each(FAULTS)('a receipt in cash is undone once, when %s', async (_what, fault) => {
    const at = await askedActs();
    at.receive();
    await at.askAndRun('receive-in-cash');
    at.reopen();
    at.bench.asaas.addFault({ ...UNDO, fault });
    await at.askAndRun('undo-receive-in-cash');
    await at.letPass(15);
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
