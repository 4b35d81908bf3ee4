import { describe, expect, it } from 'vitest';
import { exportText } from '../../../../lib/engine/data/export.ts';
import { importText } from '../../../../lib/engine/data/import.ts';
import { importedJob } from '../../../../lib/engine/data/imported-job.ts';
import { readAttention } from '../../../../lib/engine/notify/attention.ts';
import { ownCodes } from '../../../../lib/engine/outbox/own-codes.ts';
import { readQueue } from '../../../../lib/engine/outbox/queue-view.ts';
import { retryJob } from '../../../../lib/engine/outbox/retry.ts';
import { activeJobs, latestJob } from '../../../../lib/engine/outbox/store.ts';
import { verifyAgain } from '../../../../lib/engine/outbox/verify-again.ts';
import { sameStep } from '../../../../lib/engine/sync/counter-facts.ts';
import type { JobRow } from '../../../../lib/ledger/rows.ts';
import { reading } from '../../ledger/charge-rows.ts';
import { createJob } from './jobs-of-a-file.ts';
import { installation, NOW } from './two-installations.ts';

const HERE = 'instalacao-nova';
const YEAR = 365 * 86_400_000;

/** A fresh installation, and what it says to a file with these jobs among the rows of its ledger. */
async function given(
  rows: readonly object[],
  own: readonly JobRow[] = [],
  tampered: (text: string) => string = (text) => text,
) {
  const from = await installation({ installationId: 'instalacao-velha' });
  await from.ledger.jobs.bulkAdd(rows as readonly JobRow[]);
  const to = await installation({ installationId: HERE });
  await to.ledger.jobs.bulkAdd(own);
  return { to, answer: await importText(to, tampered(await exportText(from))) };
}

describe('a job of a file that is not what its kind is', () => {
  const about = { ...createJob({ state: 'blocked' }), targetId: 'pay_1', chargeValue: null };
  const malformed: [string, object][] = [
    ['the counter’s work without its step', { ...about, kind: 'counter' }],
    ['a step of no kind', { ...about, kind: 'counter', step: { kind: 'refund' } }],
    ['a step without its amount', { ...about, kind: 'counter', step: { kind: 'lower' } }],
    ['old charges that are no list', { ...about, replaces: 5 }],
    ['an old charge without a value', { ...about, replaces: [{ id: 'pay_1', jobId: '' }] }],
    ['a deletion of nothing', { ...createJob({ state: 'done' }), kind: 'delete' }],
    ['a reason that is a sentence', { ...about, reasons: [{ code: '<b>Pague</b>' }] }],
    ['a cause with an object for a value', { ...about, failure: { code: 'locked', params: 1 } }],
    ['searches that are no times', { ...about, absentLocates: ['ontem'] }],
  ];

  it.each(malformed)('refuses the file, and leaves queue and badge: %s', async (_what, row) => {
    const { to, answer } = await given([row]);
    expect(answer).toEqual({
      ok: false,
      error: { code: 'import-unreadable', params: { line: '3' } },
    });
    expect(await readQueue(to.ledger)).toEqual([]);
    expect(await readAttention(to.ledger)).toMatchObject({ count: 0, paused: false });
  });

  it('a cause that only another release knows refuses nothing, and is told as unforeseen', async () => {
    const { to, answer } = await given([{ ...about, failure: { code: 'from-another-release' } }]);
    expect(answer.ok).toBe(true);
    expect(await readQueue(to.ledger)).toMatchObject([{ failure: { code: 'internal' } }]);
  });
});

describe('a job of a file', () => {
  it('of every kind is shown as what it was, and marked as not of this browser', async () => {
    const seen = { status: 'RECEIVED', value: 100, dueDate: '2026-11-20', refunded: 0 };
    const asked = { act: { kind: 'refund', value: 100 }, reason: null, refusal: null, seen };
    const link = 'https://golpe.example/estorno';
    const act = { targetId: 'pay_5', ...asked, link, refundStatus: 'DONE' };
    const counter = { targetId: 'pay_1', chargeValue: null, step: { kind: 'lower', to: 100 } };
    const { to, answer } = await given(
      [
        { invoiceId: '1', kind: 'create' },
        { invoiceId: '2', kind: 'change', targetId: 'pay_2' },
        { invoiceId: '3', kind: 'delete', targetId: 'pay_3' },
        { invoiceId: '4', kind: 'counter', ...counter },
        { invoiceId: '5', kind: 'act', ...act },
      ].map((kind, at) => ({ ...createJob({ state: 'blocked' }), id: idOf(at), ...kind })),
      [],
      (text) => text.replace('"link":null', `"link":"${link}"`),
    );
    expect(answer.ok).toBe(true);
    const views = await readQueue(to.ledger);
    expect(views.map(({ kind }) => kind).toSorted()).toEqual([
      'act',
      'change',
      'counter',
      'create',
      'delete',
    ]);
    expect(views.find(({ kind }) => kind === 'counter')?.step).toBe('lower');
    // An address of a file is nobody's to open.
    expect(views.find(({ kind }) => kind === 'act')?.act).toMatchObject({ value: 100, link: null });
    expect(views.every(({ retryable }) => !retryable)).toBe(true);
    for (const job of await to.ledger.jobs.toArray()) expect(job.imported).toBe(true);
  });

  it('brings no draft: what a charge was made with is this installation’s own word or none', async () => {
    const { to } = await given([{ ...createJob({ state: 'done' }), draft: { value: 999_999 } }]);
    expect(await to.ledger.jobs.toArray()).toMatchObject([{ draft: null }]);
  });

  it('speaks for no charge, even in the name of this installation', async () => {
    const attempt = { request: 'charge', installationId: HERE, outcome: 'done', code: 'CD234' };
    const at = { accountId: 'sandbox:1', environment: 'sandbox', at: NOW };
    const { to } = await given([
      { ...createJob({ state: 'done' }), attempts: [{ ...attempt, ...at }] },
    ]);
    const [job] = await to.ledger.jobs.toArray();
    if (!job) throw new Error('not imported');
    expect(job.attempts).toHaveLength(1);
    expect([...(await ownCodes(to, job))]).toEqual([]);
  });

  it('never becomes one that runs, whatever a sweep finds', async () => {
    const { to } = await given([createJob({ state: 'done', chargeId: 'pay_1' })]);
    const { providerKey, invoiceId, environment } = createJob();
    const reference = `ixc:${providerKey}:${invoiceId}`;
    const two = ['pay_1', 'pay_2'].map((id) => reading({ id, reference, providerKey, invoiceId }));
    await verifyAgain(to, providerKey, invoiceId, environment, two);
    expect(await activeJobs(to)).toEqual([]);
  });

  it('is not what the invoice last had, however much newer than this installation’s own', async () => {
    const { providerKey, invoiceId, environment } = createJob();
    const last = (to: Awaited<ReturnType<typeof given>>['to']) =>
      latestJob(to, providerKey, invoiceId, environment);
    const { to: without } = await given([createJob({ state: 'blocked' })]);
    expect(await last(without)).toBeNull();
    const own = createJob({ id: 'b'.repeat(32), state: 'done', createdAt: NOW - YEAR });
    const { to } = await given([createJob({ state: 'blocked', createdAt: NOW })], [own]);
    expect(await last(to)).toMatchObject({ id: own.id });
  });

  it('cannot be tried again', async () => {
    const { to } = await given([createJob({ state: 'blocked', chargeId: 'pay_1' })]);
    const [job] = await to.ledger.jobs.toArray();
    expect(await retryJob(to, job?.id ?? '')).toEqual({
      ok: false,
      error: { code: 'check-in-asaas' },
    });
    expect(await activeJobs(to)).toEqual([]);
  });

  it('never stands for work of the counter as done here', async () => {
    const step = { kind: 'cancel', because: 'cancelled' } as const;
    const counter = { kind: 'counter', targetId: 'pay_1', chargeValue: null, step };
    const { to } = await given([{ ...createJob({ state: 'blocked' }), ...counter }]);
    expect(sameStep(await to.ledger.jobs.toArray(), 'pay_1', step)).toBeNull();
  });

  it('that says it still waits, and holds nothing, is over', () => {
    const over = importedJob(createJob({ state: 'waiting' }), NOW);
    expect(over).toMatchObject({ state: 'cancelled', failure: { code: 'profile-restored' } });
  });
});

describe('beside the jobs of this browser', () => {
  const own = { ...createJob({ state: 'blocked', createdAt: NOW - 1000 }), id: idOf(7) };

  it('one of a clock that ran ahead hides none, and is as old as its import', async () => {
    const ahead = createJob({ state: 'blocked', createdAt: NOW + YEAR });
    const { to } = await given([ahead], [own]);
    expect((await to.ledger.jobs.get(ahead.id))?.createdAt).toBe(NOW);
    expect((await readQueue(to.ledger)).map(({ id }) => id)).toContain(own.id);
    expect((await readAttention(to.ledger)).count).toBe(2);
  });

  it('one that was tried here later on is shown by that try alone', async () => {
    const { to } = await given([createJob({ state: 'blocked', createdAt: NOW - 5000 })], [own]);
    expect((await readQueue(to.ledger)).map(({ id }) => id)).toEqual([own.id]);
  });
});

function idOf(at: number): string {
  return String(at).padStart(32, 'b');
}
