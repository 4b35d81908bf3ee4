import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { jobView } from '../../../../lib/engine/outbox/job-view.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { cancel } from '../../../../lib/engine/outbox/store.ts';
import type { Invoice } from '../../../../lib/billing/invoice.ts';
import { cents } from '../../../../lib/billing/money.ts';
import { letPass } from '../workbench.ts';
import { Death, mortal } from './mortal.ts';
import {
  DELETE,
  created,
  deletions,
  isOldLive,
  planOfNew,
  renegotiated,
  replacing,
} from './renegotiated.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;
const REFUSED = '{"errors":[{"code":"invalid_action","description":"Recusado no teste."}]}';

describe('cancelling the old charge of a renegotiated invoice and sending the new one', () => {
  it('writes both intents in one go and does nothing before', async () => {
    const { bench, ports, job, old } = await replacing();
    expect(isOldLive({ bench, old })).toBe(true);
    expect(bench.posts()).toEqual([]);
    const jobs = (await ports.ledger.jobs.toArray()).filter(({ state }) => state === 'queued');
    expect(jobs.map(({ kind }) => kind).toSorted()).toEqual(['create', 'delete']);
    const lines = (await ports.ledger.audit.toArray()).slice(-2);
    expect(lines.map(({ action }) => action)).toEqual(['job.queued', 'job.delete-queued']);
    expect(lines[1]?.detail).toEqual({
      charge: old.id,
      cents: 9990,
      due: '2026-12-10',
      replaced: true,
    });
    expect(await jobView(ports, job)).toMatchObject({
      cancellable: true,
      replacing: [{ id: old.id, invoiceId: '1001', state: 'pending' }],
    });
  });

  it('deletes first, reads that it is deleted, and only then creates', async () => {
    const { bench, runner, ports, old, stored } = await replacing();
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(false);
    expect(created(bench)).toHaveLength(1);
    const at = (found: number) => (found === -1 ? Number.NaN : found);
    const all = bench.asaas.requests();
    const deleted = at(all.findIndex(({ method }) => method === 'DELETE'));
    const read = at(
      all.findIndex(
        ({ method, path }, index) =>
          index > deleted && method === 'GET' && path.endsWith(`/${old.id}`),
      ),
    );
    const posted = at(
      all.findIndex(({ method, path }) => method === 'POST' && path === '/v3/payments'),
    );
    expect(read).toBeGreaterThan(deleted);
    expect(posted).toBeGreaterThan(read);
    await letPass(bench, [runner], 15);
    expect((await stored())?.state).toBe('done');
    const audit = await ports.ledger.audit.toArray();
    expect(verifyChain(audit)).toEqual({ ok: true });
    const intent = audit.findLast(({ action }) => action === 'charge.intent');
    expect(intent?.detail).toMatchObject({ replaced: old.id });
    expect(audit.map(({ action }) => action)).toContain('charge.deleted');
    expect((await ports.ledger.charges.get(old.id))?.deleted).toBe(true);
  });

  it('is one sending however often it is confirmed', async () => {
    const { bench, ports, runner, old } = await replacing();
    await bench.confirm(ports, { replacePredecessors: [old.id] });
    await runner.run();
    expect(deletions(bench)).toHaveLength(1);
    expect(bench.posts()).toHaveLength(1);
  });

  it('never follows from the choice alone, when nothing was confirmed with it', async () => {
    const { bench, ports, runner, old } = await renegotiated();
    await bench.confirm(ports);
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(true);
    expect(bench.posts()).toEqual([]);
  });
});

describe('a worker that dies between any two steps of a replacement', () => {
  it('leaves exactly one charge of the two, a finished job and an unbroken audit', async () => {
    let deaths = 0;
    for (let steps = 1; steps < 60; steps += 1) {
      const { bench, profile, ports: first, job, old } = await replacing();
      const { ports, died } = mortal(first, steps);
      await createRunner(ports)
        .run()
        .catch((reason: unknown) => {
          if (!(reason instanceof Death)) throw reason;
        });
      // Never both, at no moment.
      expect([steps, isOldLive({ bench, old }), created(bench).length]).not.toEqual([
        steps,
        true,
        1,
      ]);
      const next = await profile.worker();
      await letPass(bench, [next.runner], 30);
      expect({
        steps,
        isOldLive: isOldLive({ bench, old }),
        live: created(bench).length,
        state: (await next.ports.ledger.jobs.get(job.id))?.state,
        audit: verifyChain(await next.ports.ledger.audit.toArray()),
      }).toEqual({ steps, isOldLive: false, live: 1, state: 'done', audit: { ok: true } });
      if (!died()) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(20);
  }, 120_000);
});

describe('nothing is created, and nothing deleted,', () => {
  it('when the old charge is paid between the confirmation and the request', async () => {
    const { bench, runner, ports, old, stored } = await replacing();
    bench.asaas.pay(old.id);
    await runner.run();
    await letPass(bench, [runner], 3);
    expect(deletions(bench)).toEqual([]);
    expect(bench.posts()).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'predecessor-paid', params: { charge: old.id, invoice: '1001' } }],
    });
    expect((await stored())?.activeKey).toBeUndefined();
    expect(await planOfNew(bench, ports)).toMatchObject({
      reasons: [{ code: 'predecessor-paid' }],
    });
  });

  it('when the old charge is paid in the very moment of its deletion', async () => {
    const { bench, runner, old, stored } = await replacing();
    bench.asaas.addFault({ ...DELETE, fault: { kind: 'latency', ms: 5000 } });
    const run = runner.run();
    await expect.poll(() => deletions(bench).length).toBe(1);
    bench.asaas.pay(old.id);
    await bench.clock.advance(6000);
    await run;
    expect(bench.posts()).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'predecessor-paid' }],
    });
  });

  it.each([
    ['another value', { value: 8000 }],
    ['another date', { dueDate: '2026-12-20' }],
  ])('when the old charge has %s by then than was shown', async (_what, edit) => {
    const { bench, runner, old, stored } = await replacing();
    bench.asaas.edit(old.id, edit);
    await runner.run();
    expect(deletions(bench)).toEqual([]);
    expect(bench.posts()).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
    });
  });

  it('when the invoice is another by then', async () => {
    const { bench, runner, old, stored } = await replacing();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(5000) };
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(true);
    expect(await stored()).toMatchObject({ failure: { code: 'changed-since-confirmation' } });
  });

  it('when IXC no longer says that the one was renegotiated into the other', async () => {
    const { bench, runner, old, stored } = await replacing();
    bench.ixc.predecessors = [];
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(true);
    expect(bench.posts()).toEqual([]);
    expect(await stored()).toMatchObject({ failure: { code: 'changed-since-confirmation' } });
  });

  it.each<[string, Partial<Invoice>]>([
    ['open again', { renegotiated: false }],
    ['another customer’s', { customerId: '999' }],
  ])('when IXC says that the old invoice is %s', async (_what, change) => {
    const { bench, runner, ports, old, stored } = await replacing();
    bench.ixc.predecessors = bench.ixc.predecessors.map((before) => ({ ...before, ...change }));
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(true);
    expect(bench.posts()).toEqual([]);
    const reasons = [{ code: 'predecessor-live', params: { charge: old.id, invoice: '1001' } }];
    expect(await stored()).toMatchObject({ state: 'blocked', reasons });
    expect(await planOfNew(bench, ports)).toMatchObject({ kind: 'blocked', reasons });
  });

  it('when Asaas refuses the deletion: its words are told, and a new sending is offered', async () => {
    const { bench, runner, ports, old, stored } = await replacing();
    bench.asaas.addFault({ ...DELETE, fault: { kind: 'status', status: 400, body: REFUSED } });
    await runner.run();
    expect(deletions(bench)).toHaveLength(1);
    expect(bench.posts()).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'predecessor-kept', params: { charge: old.id } }],
      failure: { code: 'asaas-rejected', detail: 'Recusado no teste.' },
    });
    await bench.confirm(ports, { replacePredecessors: [old.id] });
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(false);
    expect(created(bench)).toHaveLength(1);
  });

  it('when it is called off in time; later it is too late', async () => {
    const { bench, ports, runner, job, old, deletion } = await replacing();
    expect(await cancel(ports, job.id)).toBe('cancelled');
    expect(await deletion()).toMatchObject({ state: 'cancelled' });
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(true);

    const again = await bench.confirm(ports, { replacePredecessors: [old.id] });
    bench.asaas.addFault({ ...POST, fault: { kind: 'rate-limit', resetSeconds: 20 } });
    await runner.run();
    expect(isOldLive({ bench, old })).toBe(false);
    expect((await jobView(ports, again)).cancellable).toBe(false);
    expect(await cancel(ports, again.id)).toBe('too-late');
    await letPass(bench, [runner], 1);
    expect(created(bench)).toHaveLength(1);
  });
});
