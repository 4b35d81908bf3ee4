import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import { enqueueCounter } from '../../../../lib/engine/outbox/counter-job.ts';
import { sweepCounter } from '../../../../lib/engine/sync/counter-sweep.ts';
import { day } from '../../../fixtures/day.ts';
import { panel } from '../../../fixtures/settings.ts';
import { createWorkbench, letPass } from '../workbench.ts';
import { chargedAtCounter } from './counter-work.ts';

const look = (ports: Parameters<typeof sweepCounter>[0]) =>
  sweepCounter(ports, panel, { watched: true, now: true, enqueue: enqueueCounter });

async function watched() {
  const at = await chargedAtCounter();
  await look(at.ports);
  /** The look at the counter, and whatever follows. */
  const follow = async (minutes = 5) => {
    await at.letPass(3);
    await look(at.ports);
    await at.runner.run();
    await at.letPass(minutes);
  };
  const told = async () => (await at.ports.ledger.alerts.toArray()).map(({ detail }) => detail);
  return { ...at, follow, told };
}

describe('what the counter undid after it was followed is told', () => {
  it('when a part that was received is open again: the charge asks for too little', async () => {
    const at = await watched();
    at.receivePart();
    await at.follow();
    expect(at.now()).toMatchObject({ value: 5990 });
    at.reopen();
    await at.follow();
    await at.follow();
    expect(at.now()).toMatchObject({ value: 5990 });
    expect(await at.told()).toMatchObject([{ why: 'asks-less', open: 9990, cents: 5990 }]);
    // The receipt was registered once more.
    at.receivePart();
    await at.follow();
    expect(await at.told()).toEqual([]);
  });

  it('when the invoice was cancelled without its receipt, and the charge stays closed in cash', async () => {
    const at = await watched();
    at.receive();
    await at.follow();
    expect(at.now().status).toBe('RECEIVED_IN_CASH');
    at.cancel();
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, received: cents(0), paidOn: null };
    await at.follow();
    await at.follow();
    expect(await at.told()).toMatchObject([{ why: 'cancelled-in-cash' }]);
  });

  it('when a DELETE whose answer was lost was carried out, and the invoice is open again', async () => {
    const at = await watched();
    const fault = { kind: 'drop-after-commit' } as const;
    at.bench.asaas.addFault({ method: 'DELETE', path: '/v3/payments/*', fault });
    at.cancel();
    await at.letPass(3);
    await look(at.ports);
    await at.runner.run();
    at.reopen();
    await at.letPass(5);
    expect(at.now()).toMatchObject({ deleted: true });
    expect(await at.counterJobs()).toMatchObject([{ state: 'done' }]);
    expect(await at.told()).toMatchObject([{ why: 'deleted', open: 9990 }]);
    await at.follow();
    expect(await at.told()).toMatchObject([{ why: 'deleted' }]);
    at.cancel();
    await at.follow();
    expect(await at.told()).toEqual([]);
  });
});

describe('a part received at the counter, of a charge that contains fine and interest', () => {
  it('lowers it on the very day on which it was made, though nobody looked before', async () => {
    const bench = createWorkbench();
    const { ports, runner } = await bench.browser().worker();
    bench.ixc.invoice = { ...bench.ixc.invoice, dueDate: day('2026-11-10') };
    bench.configure((settings) => ({
      ...settings,
      sending: {
        ...settings.sending,
        overdue: { ...settings.sending.overdue, finePercent: 2, interestPercentMonth: 1 },
      },
    }));
    await bench.confirm(ports, { accrued: 'charge-until-today' });
    await runner.run();
    await letPass(bench, [runner], 12);
    expect(bench.live()[0]?.value).toBeGreaterThan(9990);
    const paid = { received: cents(4000), open: cents(5990), paidOn: day('2026-11-22') };
    bench.ixc.invoice = { ...bench.ixc.invoice, status: 'partial', ...paid };
    await look(ports);
    await runner.run();
    await letPass(bench, [runner], 5);
    expect(bench.live()).toMatchObject([{ value: 5990 }]);
  });
});

describe('a number that a restored base gave to another invoice of the same customer', () => {
  const OTHER = {
    ...{ dueDate: day('2027-02-10'), issuedOn: day('2026-11-22'), value: cents(4500) },
    document: 'outro',
  };

  it('touches no charge that this browser made, whether it was seen open before or not', async () => {
    for (const isSeenOpen of [false, true]) {
      const at = await watched();
      at.bench.ixc.invoice = { ...at.bench.ixc.invoice, ...OTHER, open: cents(4500) };
      if (isSeenOpen) await at.follow();
      at.cancel();
      await at.follow();
      expect(at.now()).toMatchObject({ deleted: false });
      expect(await at.told()).toMatchObject([{ why: 'unproven' }]);
    }
  });

  it('and an invoice whose due date alone was moved is still the charge’s', async () => {
    const at = await watched();
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, dueDate: day('2026-12-20') };
    await at.follow();
    at.cancel();
    await at.follow();
    expect(at.now()).toMatchObject({ deleted: true });
  });
});
