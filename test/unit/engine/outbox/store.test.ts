import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { enqueueCreate } from '../../../../lib/engine/outbox/enqueue.ts';
import {
  activeJobs,
  advance,
  cancel,
  claim,
  finish,
  LostJob,
  release,
} from '../../../../lib/engine/outbox/store.ts';
import { verifyAgain } from '../../../../lib/engine/outbox/verify-again.ts';
import { LEASE } from '../../../../lib/engine/outbox/schedule.ts';
import { charge } from '../../../fixtures/charge.ts';
import { barePorts, seededBytes } from '../engine-ports.ts';

const CONFIRMED = {
  account: {
    id: 'sandbox:00000000000191',
    name: 'Provedor Exemplo',
    document: '00000000000191',
    environment: 'sandbox' as const,
    keyHint: 'fake',
    canTransfer: null,
    hasPixKey: null,
  },
  origin: 'https://painel.provedor.example',
  providerKey: '00000000000191',
  invoiceId: '1001',
  confirmation: 'seen',
  choices: {},
};

const FOR_REAL = {
  ...CONFIRMED,
  account: {
    ...CONFIRMED.account,
    id: 'production:00000000000191',
    environment: 'production' as const,
  },
};

async function twoWorkers() {
  let time = Date.parse('2026-11-22T12:00:00Z');
  const now = () => time;
  const first = await barePorts({ now, owner: 'worker-1' });
  const second = await barePorts({
    now,
    owner: 'worker-2',
    ledger: first.ledger,
    random: seededBytes(2),
  });
  return { first, second, pass: (ms: number) => (time += ms) };
}

async function claimed(ports: Awaited<ReturnType<typeof barePorts>>, id: string) {
  const job = await claim(ports, id);
  if (!job) throw new Error('the job could not be claimed');
  return job;
}

describe('the outbox', () => {
  it('holds one job for a reference, however many confirmations come at once', async () => {
    const { first, second } = await twoWorkers();
    const jobs = await Promise.all([
      enqueueCreate(first, CONFIRMED),
      enqueueCreate(first, CONFIRMED),
      enqueueCreate(second, CONFIRMED),
    ]);
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(1);
    expect(await activeJobs(first)).toHaveLength(1);
  });

  it('holds another job for the same invoice where the money is real', async () => {
    const ports = await barePorts();
    const test = await enqueueCreate(ports, CONFIRMED);
    const real = await enqueueCreate(ports, FOR_REAL);
    expect(real.id).not.toBe(test.id);
    expect(real).toMatchObject({ environment: 'production', accountId: FOR_REAL.account.id });
    expect(await activeJobs(ports)).toHaveLength(2);
  });

  it('has the job verified again whose environment has two charges, and not the newest one', async () => {
    const ports = await barePorts();
    const { providerKey, invoiceId } = CONFIRMED;
    const end = { state: 'done' } as const;
    const test = await enqueueCreate(ports, CONFIRMED);
    await finish(ports, await claimed(ports, test.id), end, { action: 'job.done', detail: {} });
    const real = await enqueueCreate({ ...ports, now: () => test.createdAt + 1 }, FOR_REAL);
    const reference = `ixc:${providerKey}:${invoiceId}`;
    const two = [
      { ...charge, id: 'pay_0001', reference },
      { ...charge, id: 'pay_0002', reference },
    ];
    await verifyAgain(ports, providerKey, invoiceId, 'sandbox', two.slice(1));
    expect(await ports.ledger.jobs.get(test.id)).toMatchObject({ state: 'done' });
    await verifyAgain(ports, providerKey, invoiceId, 'sandbox', two);
    expect(await ports.ledger.jobs.get(test.id)).toMatchObject({ state: 'verified' });
    expect(await ports.ledger.jobs.get(real.id)).toMatchObject({ state: 'queued' });
    expect(await activeJobs(ports)).toHaveLength(2);
  });

  it('takes another job for a reference once the first is over', async () => {
    const ports = await barePorts();
    const job = await enqueueCreate(ports, CONFIRMED);
    await finish(
      ports,
      await claimed(ports, job.id),
      { state: 'blocked' },
      { action: 'job.blocked', detail: {} },
    );
    expect((await enqueueCreate(ports, CONFIRMED)).id).not.toBe(job.id);
  });

  it('gives a job to one worker while its lease runs, and to another after it', async () => {
    const { first, second, pass } = await twoWorkers();
    const { id } = await enqueueCreate(first, CONFIRMED);
    await claimed(first, id);
    expect(await claim(second, id)).toBeNull();
    pass(LEASE + 1);
    expect(await claim(second, id)).not.toBeNull();
  });

  it('stops a worker that was frozen past its lease', async () => {
    const { first, second, pass } = await twoWorkers();
    const { id } = await enqueueCreate(first, CONFIRMED);
    const frozen = await claimed(first, id);
    pass(LEASE + 1);
    await claimed(second, id);
    await expect(advance(first, frozen, { state: 'intent' })).rejects.toBeInstanceOf(LostJob);
  });

  it('does not give a job before its time', async () => {
    const ports = await barePorts();
    const { id } = await enqueueCreate(ports, CONFIRMED);
    await release(ports, await claimed(ports, id), { state: 'waiting', nextAt: ports.now() + 1 });
    expect(await claim(ports, id)).toBeNull();
  });

  it('lets a job be cancelled while nothing was asked of Asaas, under a running step too', async () => {
    const ports = await barePorts();
    const { id } = await enqueueCreate(ports, CONFIRMED);
    const locating = await advance(ports, await claimed(ports, id), { state: 'locating' });
    expect(await cancel(ports, id)).toBe('cancelled');
    await expect(advance(ports, locating, { state: 'intent' })).rejects.toBeInstanceOf(LostJob);
    expect((await ports.ledger.jobs.get(id))?.state).toBe('cancelled');
  });

  it('refuses to cancel once the request may have left', async () => {
    const ports = await barePorts();
    const { id } = await enqueueCreate(ports, CONFIRMED);
    await advance(ports, await claimed(ports, id), { state: 'intent' });
    expect(await cancel(ports, id)).toBe('too-late');
  });

  it('writes every change of state and its audit line together, in one unbroken chain', async () => {
    const ports = await barePorts();
    const { id } = await enqueueCreate(ports, CONFIRMED);
    const job = await claimed(ports, id);
    await advance(
      ports,
      job,
      { state: 'intent' },
      { action: 'charge.intent', detail: { cents: 9990 } },
    );
    await expect(
      advance(ports, job, { state: 'created' }, { action: 'charge.created', detail: {} }),
    ).rejects.toBeInstanceOf(LostJob);
    const lines = await ports.ledger.audit.toArray();
    expect(lines.map(({ action }) => action)).toEqual(['job.queued', 'charge.intent']);
    expect(verifyChain(lines)).toEqual({ ok: true });
  });
});
