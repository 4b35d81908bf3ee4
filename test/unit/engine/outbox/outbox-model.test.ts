import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verifyChain } from '../../../../lib/engine/audit/chain.ts';
import { entriesOf } from '../../../../lib/ledger/audit-chains.ts';
import { commands, createHouse, type House, settle } from './outbox-model.ts';

const SECONDS = 1000;

/** Whoever must be told of two charges was: by a job that stopped, or by an alert. */
async function isTold({ seats }: House): Promise<boolean> {
  for (const { ports } of seats) {
    const alerts = await ports.ledger.alerts.toArray();
    if (alerts.some(({ kind }) => kind === 'several-live' || kind === 'paid-twice')) return true;
    const jobs = await ports.ledger.jobs.toArray();
    if (jobs.some(({ reasons }) => reasons.some(({ code }) => code === 'several-live')))
      return true;
  }
  return false;
}

async function expectInvariants(house: House): Promise<void> {
  const { bench, seats, whilePaused } = house;
  expect(whilePaused).toEqual([]);
  const standing = bench.live();
  const isMoneyIn = standing.some(({ status }) => status !== 'PENDING');
  // Once money came in, or a charge was closed, what stands beside it is for a person.
  if (standing.length > 1) expect([isMoneyIn, await isTold(house)]).toEqual([true, true]);
  for (const { ports, jobs } of seats) {
    const stored = await ports.ledger.jobs.toArray();
    const known = new Map(stored.map((job) => [job.id, job]));
    for (const id of jobs) if (id !== '') expect(known.has(id)).toBe(true);
    for (const job of stored) {
      const isOver = job.activeKey === undefined;
      const isKept = job.nextAt !== null && job.nextAt > bench.clock.now() - 60 * SECONDS;
      expect({ ...job, isOverOrKept: isOver || isKept }).toMatchObject({ isOverOrKept: true });
      if (job.kind === 'create' && job.state === 'done')
        expect(bench.asaas.charge(job.chargeId ?? '').id).toBe(job.chargeId);
    }
    const entries = await entriesOf(ports.ledger, ports.installationId);
    expect(verifyChain(entries)).toEqual({ ok: true });
    const rows = await ports.ledger.charges.toArray();
    for (const { id } of standing) expect(rows.map((row) => row.id)).toContain(id);
  }
}

it(
  'whatever is done to the outbox, at most one charge stands, no job is lost and the audit is whole',
  async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        const house = await createHouse();
        await fc.asyncModelRun(() => ({ model: {}, real: house }), list);
        await settle(house);
        await expectInvariants(house);
      }),
      {
        numRuns: Number(process.env['PONTE_MODEL_RUNS'] ?? 12),
        interruptAfterTimeLimit: Number(process.env['PONTE_MODEL_SECONDS'] ?? 8) * SECONDS,
        markInterruptAsFailure: false,
      },
    );
  },
  600 * SECONDS,
);
