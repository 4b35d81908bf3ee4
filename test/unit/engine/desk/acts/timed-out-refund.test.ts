import { describe, expect, it } from 'vitest';
import { attemptCodeOf } from '../../../../../lib/billing/attempt-code.ts';
import { verifyChain } from '../../../../../lib/engine/audit/chain.ts';
import { stopInherited } from '../../../../../lib/engine/data/stop-inherited.ts';
import { settleAct } from '../../../../../lib/engine/outbox/desk/settle-act.ts';
import { createRunner } from '../../../../../lib/engine/outbox/runner.ts';
import type { Fault } from '../../../../emulators/asaas/index.ts';
import { Death, mortal } from '../../outbox/mortal.ts';
import { askedActs } from './asked-acts.ts';
import { CARRIED_OUT, LOST } from './lost-requests.ts';

const REFUND = { method: 'POST', path: '/v3/payments/*/refund' } as const;
const REFUNDS = { method: 'GET', path: '/v3/payments/*/refunds' } as const;
const PART = 4000;

/** A paid charge of 99,90, of which a part is to go back through a request that meets `fault`. */
async function refunding(fault: Fault) {
  const at = await askedActs();
  at.pay();
  at.bench.asaas.addFault({ ...REFUND, fault });
  return { ...at, refund: () => at.askAndRun('refund', { value: PART }) };
}

type Refunding = Awaited<ReturnType<typeof refunding>>;

/** The person who looked at Asaas says that the request did nothing. */
async function settle({ ports, act }: Refunding) {
  return settleAct(ports, (await act())?.id ?? '');
}

const codesOf = (refunds: readonly { description: string | null }[]) =>
  refunds.map(({ description }) => attemptCodeOf(description ?? ''));

describe('timed-out partial refund', () => {
  it.each(CARRIED_OUT)('is found and never asked for again, when %s', async (_what, fault) => {
    const at = await refunding(fault);
    await at.refund();
    await at.letPass(15);
    expect(at.posted('refund')).toHaveLength(1);
    expect(at.refunds()).toMatchObject([{ value: PART }]);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
  });

  it('is left to a person when Asaas never did it, and nothing else goes back meanwhile', async () => {
    const at = await refunding(LOST);
    await at.refund();
    expect((await at.act())?.state).toBe('unknown');
    await at.letPass(15);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'check-in-asaas' },
    });
    const again = await at.refund();
    expect(again.read).toMatchObject({ value: { refusal: { code: 'under-way' } } });
    await at.letPass(120);
    expect(at.posted('refund')).toHaveLength(1);
    expect(at.refunds()).toEqual([]);
  });

  it('has the refunds listed before it and after it, and is known by its own code', async () => {
    const at = await refunding({ kind: 'late-commit', seconds: 120 });
    at.bench.asaas.clearRequests();
    await at.refund();
    await at.letPass(15);
    const [post] = at.bench.asaas.requests(REFUND);
    const after = at.bench.asaas.requests({ ...REFUNDS, after: post?.sequence ?? 0 });
    expect(at.bench.asaas.requests(REFUNDS).length).toBeGreaterThan(after.length);
    expect(after.length).toBeGreaterThan(1);
    const [attempt] = (await at.act())?.attempts ?? [];
    expect(codesOf(at.refunds())).toEqual([attempt?.code]);
  });

  it('is found hours later, where a person had been asked to look', async () => {
    const at = await refunding({ kind: 'late-commit', seconds: 40 * 60 });
    await at.refund();
    await at.letPass(15);
    expect((await at.act())?.state).toBe('blocked');
    await at.letPass(90);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
    expect(at.posted('refund')).toHaveLength(1);
  });

  it('is not believed undone while it may still be carried out, or cannot be looked for', async () => {
    const at = await refunding(LOST);
    await at.refund();
    await stopInherited({ ...at.ports, installationId: 'restored' });
    expect(await settle(at)).toMatchObject({ ok: false, error: { code: 'settle-too-early' } });
    await at.letPass(15);
    at.bench.asaas.addFault({ ...REFUNDS, fault: { kind: 'status', status: 503 } });
    expect(await settle(at)).toMatchObject({ ok: false, error: { code: 'asaas-unavailable' } });
    expect((await at.act())?.state).toBe('blocked');
  });

  it('is watched by whoever restored the profile, and asked for by nobody', async () => {
    const at = await refunding({ kind: 'late-commit', seconds: 300 });
    await at.refund();
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

describe('timed-out partial refund, beside another of equal value', () => {
  it.each(CARRIED_OUT)('each is counted once, when %s', async (_what, fault) => {
    const at = await refunding({ kind: 'latency', ms: 0 });
    await at.refund();
    await at.letPass(2);
    at.bench.asaas.addFault({ ...REFUND, fault });
    await at.refund();
    await at.letPass(15);
    expect(at.posted('refund')).toHaveLength(2);
    expect(at.refunds()).toMatchObject([{ value: PART }, { value: PART }]);
    expect((await at.acts()).map(({ state }) => state)).toEqual(['done', 'done']);
    expect(new Set(codesOf(at.refunds())).size).toBe(2);
  });

  it('the one before, asked for here, does not stand for one that Asaas never did', async () => {
    const at = await refunding({ kind: 'latency', ms: 0 });
    await at.refund();
    await at.letPass(2);
    at.bench.asaas.addFault({ ...REFUND, fault: LOST });
    await at.refund();
    await at.letPass(30);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'check-in-asaas' },
    });
    expect(at.refunds()).toHaveLength(1);
  });

  it('one that a person made at Asaas meanwhile is not taken for it', async () => {
    const at = await refunding(LOST);
    await at.refund();
    at.bench.asaas.refund(at.charge.id, { value: PART, description: 'estorno pelo site' });
    await at.letPass(30);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'check-in-asaas' },
    });
    expect(at.refunds()).toHaveLength(1);
    expect(at.posted('refund')).toHaveLength(1);
  });
});

describe('timed-out partial refund, repeated by a person', () => {
  it('is another job with another code, once a look found nothing', async () => {
    const at = await refunding(LOST);
    await at.refund();
    await at.letPass(15);
    expect(await settle(at)).toEqual({ ok: true, value: 'absent' });
    await at.refund();
    await at.letPass(2);
    expect(at.refunds()).toMatchObject([{ value: PART }]);
    expect((await at.acts()).map(({ state }) => state)).toEqual(['cancelled', 'done']);
    expect(verifyChain(await at.ports.ledger.audit.toArray())).toEqual({ ok: true });
  });

  it('is not needed: the look finds that it was carried out in this very moment', async () => {
    const at = await refunding({ kind: 'late-commit', seconds: 45 * 60 });
    await at.refund();
    await at.letPass(15);
    expect((await at.act())?.state).toBe('blocked');
    await at.bench.clock.advance(31 * 60_000);
    expect(await settle(at)).toEqual({ ok: true, value: 'found' });
    await at.letPass(15);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
    expect(at.refunds()).toHaveLength(1);
  });

  it('is not asked for, when the first is carried out between the confirmation and the request', async () => {
    const at = await refunding({ kind: 'late-commit', seconds: 60 * 60 });
    await at.refund();
    await at.letPass(15);
    expect(await settle(at)).toEqual({ ok: true, value: 'absent' });
    await at.ask('refund', { value: PART });
    await at.bench.clock.advance(50 * 60_000);
    await at.runner.run();
    await at.letPass(15);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
    });
    expect(at.refunds()).toHaveLength(1);
    expect(at.posted('refund')).toHaveLength(1);
  });
});

describe('timed-out partial refund, and the worker dies', () => {
  it.each([
    ['it is done late', { kind: 'late-commit', seconds: 300 }, 1],
    ['it was done before', { kind: 'drop-after-commit' }, 1],
    ['it is never done', LOST, 0],
  ] as const)(
    'between any two steps: asked for once, when %s',
    async (_what, fault, most) => {
      let deaths = 0;
      for (let steps = 1; steps < 30; steps += 1) {
        const at = await refunding(fault);
        await at.ask('refund', { value: PART });
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
        const isAsked = at.posted('refund').length === 1;
        const refunds = at.refunds().length;
        // A death after the intent and before the request leaves a question that only a person can answer.
        expect({ steps, state: (await at.act())?.state, refunds }).toEqual({
          steps,
          state: isAsked && most === 1 ? 'done' : 'blocked',
          refunds: isAsked ? most : 0,
        });
        expect(at.posted('refund').length).toBeLessThanOrEqual(1);
        expect(verifyChain(await next.ports.ledger.audit.toArray())).toEqual({ ok: true });
      }
      expect(deaths).toBeGreaterThan(4);
    },
    120_000,
  );
});
