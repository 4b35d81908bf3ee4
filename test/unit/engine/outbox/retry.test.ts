import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { fail } from '../../../../lib/billing/result.ts';
import { retryJob } from '../../../../lib/engine/outbox/retry.ts';
import type { DeleteJobRow } from '../../../../lib/ledger/rows.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { onlyCharge } from '../readings.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { CASH, chargedAtCounter, CLOSE } from './counter-work.ts';
import { sent } from './sent.ts';

const POST = { method: 'POST', path: '/v3/payments' } as const;

/** A job that stopped because its payer has no document, as IXC has it. */
async function stopped() {
  const bench = createWorkbench();
  const { customer } = bench.ixc;
  const at = await sent(bench);
  bench.ixc.customer = { ...customer, document: '' };
  await at.runner.run();
  const jobs = () => at.ports.ledger.jobs.toArray();
  return { ...at, jobs, mend: () => (bench.ixc.customer = customer) };
}

describe('trying a job again', () => {
  it('makes one that waits due now', async () => {
    const { bench, ports, runner, job, state } = await sent();
    const list = { method: 'GET', path: '/v3/payments' } as const;
    bench.asaas.addFault({ ...list, fault: { kind: 'status', status: 503 } });
    await runner.run();
    expect(await state()).toBe('waiting');
    await runner.run();
    expect(bench.live()).toEqual([]);
    expect(await retryJob(ports, job.id)).toEqual({ ok: true, value: null });
    await runner.run();
    expect(bench.live()).toHaveLength(1);
  });

  it('asks no earlier than Asaas itself said', async () => {
    const { bench, ports, runner, job, state } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'rate-limit', resetSeconds: 600 } });
    await runner.run();
    await retryJob(ports, job.id);
    await runner.run();
    expect(await state()).toBe('waiting');
    expect(bench.live()).toEqual([]);
    await letPass(bench, [runner], 11);
    expect(bench.live()).toHaveLength(1);
  });

  it('looks earlier for a request that got no answer, and asks no earlier for it', async () => {
    const { bench, ports, runner, job } = await sent();
    bench.asaas.addFault({ ...POST, fault: { kind: 'drop-before-commit' } });
    await runner.run();
    for (let minute = 0; minute < 9; minute += 1) {
      await bench.clock.advance(60_000);
      const before = bench.asaas.requests().length;
      await retryJob(ports, job.id);
      await runner.run();
      expect(bench.asaas.requests().length).toBeGreaterThan(before);
    }
    expect(bench.posts()).toHaveLength(1);
  });

  it('plans one that stopped anew, as another job, once its cause is mended', async () => {
    const { bench, ports, runner, job, jobs, mend } = await stopped();
    expect(await retryJob(ports, job.id)).toEqual({ ok: false, error: { code: 'still-blocked' } });
    expect(await jobs()).toHaveLength(1);
    mend();
    expect(await retryJob(ports, job.id)).toEqual({ ok: true, value: null });
    await retryJob(ports, job.id);
    expect(await jobs()).toHaveLength(2);
    await runner.run();
    expect(onlyCharge(bench)).toMatchObject({ value: 9990 });
    const lines = await ports.ledger.audit.toArray();
    expect(lines.filter(({ action }) => action === 'job.queued')).toMatchObject([
      {},
      { detail: { retries: job.id } },
    ]);
  });

  it('tells when what was confirmed is another thing now, and sends nothing', async () => {
    const { bench, ports, runner, job, jobs, mend } = await stopped();
    mend();
    bench.ixc.invoice = { ...bench.ixc.invoice, open: cents(12_000) };
    expect(await retryJob(ports, job.id)).toEqual({
      ok: false,
      error: { code: 'changed-since-confirmation' },
    });
    await runner.run();
    expect(await jobs()).toHaveLength(1);
    expect(bench.posts()).toEqual([]);
  });

  it('sends nothing when everything cannot be read', async () => {
    const { profile, job, mend } = await stopped();
    mend();
    const { ports } = await profile.worker({
      ixc: () => Promise.resolve(fail({ code: 'ixc-network' })),
    });
    expect(await retryJob(ports, job.id)).toEqual({ ok: false, error: { code: 'ixc-network' } });
    expect(await ports.ledger.jobs.count()).toBe(1);
  });

  it('verifies a charge once more that stopped because of another beside it', async () => {
    const { bench, ports, runner, job } = await sent();
    await runner.run();
    const mine = onlyCharge(bench);
    const other = bench.asaas.seedCharge('acc_sandbox', {
      customer: mine.customer,
      value: mine.value,
      dueDate: mine.dueDate,
      externalReference: `ixc:${KEY}:1001`,
    });
    await letPass(bench, [runner], 12);
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'blocked' });
    bench.asaas.delete(other.id);
    await retryJob(ports, job.id);
    await runner.run();
    expect(await ports.ledger.jobs.get(job.id)).toMatchObject({ state: 'done', reasons: [] });
    expect(await ports.ledger.jobs.count()).toBe(1);
  });

  it('refuses one whose receipt in cash may have been carried out', async () => {
    const at = await chargedAtCounter();
    at.receive();
    at.bench.asaas.addFault({ ...CASH, fault: { kind: 'drop-before-commit' }, times: 2 });
    const { id } = await at.enqueue(CLOSE);
    await at.runner.run();
    await at.letPass(30);
    expect(await retryJob(at.ports, id)).toEqual({ ok: false, error: { code: 'check-in-asaas' } });
    await at.runner.run();
    expect(at.asked('POST')).toHaveLength(2);
  });

  it('deletes no charge that another installation made, also when a profile brought the deletion', async () => {
    const at = await chargedAtCounter();
    const { ledger } = at.ports;
    const twin = at.bench.asaas.seedCharge('acc_sandbox', {
      customer: at.charge.customer,
      value: at.charge.value,
      dueDate: at.charge.dueDate,
      externalReference: `ixc:${KEY}:1001`,
      description: 'De outro navegador #CD234',
    });
    const [made] = await ledger.jobs.toArray();
    if (made?.kind !== 'create') throw new Error('nothing was made');
    const attempts = made.attempts.map((each) => ({ ...each, installationId: 'outra' }));
    const deletion = (id: string, of: typeof attempts): DeleteJobRow => {
      const { attempts: _own, ...job } = { ...made, kind: 'delete', targetId: twin.id } as const;
      return { ...job, id, attempts: of, state: 'blocked', reasons: [{ code: 'several-live' }] };
    };
    await ledger.jobs.bulkAdd([
      deletion('d'.repeat(32), attempts),
      deletion('e'.repeat(32), [...made.attempts]),
    ]);
    expect(await retryJob(at.ports, 'd'.repeat(32))).toEqual({
      ok: false,
      error: { code: 'check-in-asaas' },
    });
    // With attempts of its own the ledger alone cannot tell; the charge itself does.
    expect(await retryJob(at.ports, 'e'.repeat(32))).toEqual({ ok: true, value: null });
    await letPass(at.bench, [at.runner], 3);
    expect(at.bench.asaas.charge(twin.id)).toMatchObject({ deleted: false });
    expect((await ledger.jobs.toArray()).map(({ state }) => state)).toEqual(
      expect.arrayContaining(['done', 'blocked']),
    );
    expect(await ledger.jobs.where('activeKey').above('').count()).toBe(0);
  });

  it('plans the counter’s work anew, and changes nothing of what is over', async () => {
    const at = await chargedAtCounter();
    at.receive();
    at.bench.asaas.addFault({ ...CASH, fault: { kind: 'empty-401' } });
    const { id } = await at.enqueue(CLOSE);
    await at.runner.run();
    expect(await at.job(id)).toMatchObject({ state: 'blocked' });
    await retryJob(at.ports, id);
    await at.runner.run();
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH' });
    const done = (await at.counterJobs()).find(({ state }) => state === 'done');
    await retryJob(at.ports, done?.id ?? '');
    expect(await at.counterJobs()).toHaveLength(2);
  });
});
