import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { jobView } from '../../../../lib/engine/outbox/job-view.ts';
import { planNow } from '../readings.ts';
import { letPass } from '../workbench.ts';
import {
  DELETE,
  created,
  deletions,
  isOldLive,
  NEW_REFERENCE,
  planOfNew,
  replacing,
} from './renegotiated.ts';

const GET = { method: 'GET', path: '/v3/payments/*' } as const;

describe('a deletion without an answer', () => {
  it.each([
    ['that was carried out', 'drop-after-commit'],
    ['that was not', 'drop-before-commit'],
  ] as const)('%s is looked at, and the new charge waits for it', async (_what, kind) => {
    const { bench, runner, ports, job, old, stored } = await replacing();
    bench.asaas.addFault({ ...DELETE, fault: { kind } });
    await runner.run();
    expect(created(bench)).toEqual([]);
    expect(await jobView(ports, (await stored()) ?? job)).toMatchObject({
      cancellable: false,
      replacing: [{ state: 'asked' }],
    });
    await letPass(bench, [runner], 2);
    expect(isOldLive({ bench, old })).toBe(false);
    expect(created(bench)).toHaveLength(1);
  });

  it('is not taken for done while Asaas cannot be read', async () => {
    const { bench, runner, stored } = await replacing();
    bench.asaas.addFault({ ...DELETE, fault: { kind: 'drop-after-commit' } });
    bench.asaas.addFault({ ...GET, skip: 1, times: 8, fault: { kind: 'status', status: 503 } });
    await runner.run();
    await letPass(bench, [runner], 10);
    expect(created(bench)).toEqual([]);
    expect(await stored()).toMatchObject({ state: 'waiting' });
    await letPass(bench, [runner], 90);
    expect(created(bench)).toHaveLength(1);
  });

  it('that Asaas took is not repeated when somebody restores the charge: a person decides', async () => {
    const { bench, runner, ports, job, old, stored } = await replacing();
    bench.asaas.addFault({ ...DELETE, fault: { kind: 'latency', ms: 1000, when: 'after' } });
    const run = runner.run();
    await expect.poll(() => isOldLive({ bench, old })).toBe(false);
    bench.asaas.restore(old.id);
    await bench.clock.advance(2000);
    await run;
    await letPass(bench, [runner], 5);
    expect(deletions(bench)).toHaveLength(1);
    expect(bench.posts()).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'predecessor-live', params: { charge: old.id, invoice: '1001' } }],
    });
    const [shown] = (await jobView(ports, (await stored()) ?? job)).replacing;
    expect(shown?.state).toBe('unsure');
    expect(await planOfNew(bench, ports)).toMatchObject({
      reasons: [{ code: 'predecessor-replaceable' }],
    });
  });
});

describe('an old charge that Asaas answers 404', () => {
  const GONE = { kind: 'status', status: 404 } as const;

  it('once it took the deletion is gone', async () => {
    const { bench, runner, old, ports } = await replacing();
    const path = `/v3/payments/${old.id}`;
    bench.asaas.addFault({ method: 'GET', path, skip: 1, times: 0, fault: GONE });
    await runner.run();
    expect(created(bench)).toHaveLength(1);
    expect(await ports.ledger.charges.get(old.id)).toMatchObject({ deleted: true });
    expect(await planNow(bench, ports, {}, '2002')).toMatchObject({ kind: 'reuse' });
  });

  it('without that is for a person to look at, and nothing is created', async () => {
    const { bench, runner, old, stored } = await replacing();
    const path = `/v3/payments/${old.id}`;
    bench.asaas.addFault({ method: 'GET', path, times: 0, fault: GONE });
    await runner.run();
    expect(deletions(bench)).toEqual([]);
    expect(created(bench)).toEqual([]);
    expect(await stored()).toMatchObject({
      state: 'blocked',
      reasons: [{ code: 'charge-not-found', params: { charge: old.id } }],
    });
  });
});

describe('two browsers that replace the same charge', () => {
  it('end with one new charge and none of the old', async () => {
    const { bench, runner, old } = await replacing();
    const other = await bench.browser().worker();
    await bench.confirm(other.ports, { replacePredecessors: [old.id] });
    await Promise.all([runner.run(), other.runner.run()]);
    await letPass(bench, [runner, other.runner], 30);
    expect(isOldLive({ bench, old })).toBe(false);
    expect(bench.asaas.charges(NEW_REFERENCE).filter(({ deleted }) => !deleted)).toHaveLength(1);
  });
});

describe('two invoices that one was renegotiated into', () => {
  it('share one deletion, and each gets its charge', async () => {
    const { bench, profile, ports, old } = await replacing();
    bench.ixc.invoice = { ...bench.ixc.invoice, id: '2003', open: cents(5000), value: cents(5000) };
    await bench.confirm(ports, { replacePredecessors: [old.id] });
    const ofNew = { ...bench.ixc.invoice, id: '2002', open: cents(9990), value: cents(9990) };
    const ofOther = bench.ixc.invoice;
    const { runner: both } = await profile.worker({
      ixc: bench.reading({
        invoice: (id) => Promise.resolve({ ok: true, value: id === '2003' ? ofOther : ofNew }),
      }),
    });
    await both.run();
    await letPass(bench, [both], 3);
    expect(deletions(bench)).toHaveLength(1);
    expect(created(bench)).toHaveLength(1);
    expect(bench.asaas.charges(NEW_REFERENCE.replace('2002', '2003'))).toHaveLength(1);
  });
});
