import { cents } from '../../../../lib/billing/money.ts';
import { enqueueCounter } from '../../../../lib/engine/outbox/counter-job.ts';
import { chargeRow, putCharge } from '../../../../lib/ledger/charges.ts';
import type { CounterStep } from '../../../../lib/ledger/rows.ts';
import { day } from '../../../fixtures/day.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { accountOf } from '../readings.ts';
import { createWorkbench, letPass, ORIGIN } from '../workbench.ts';

export const CASH = { method: 'POST', path: '/v3/payments/*/receiveInCash' } as const;

export const CLOSE: CounterStep = { kind: 'close', value: cents(9990), paidOn: day('2026-11-22') };
export const LOWER: CounterStep = { kind: 'lower', to: cents(5990) };
export const CANCEL: CounterStep = { kind: 'cancel', because: 'cancelled' };

/** A sent and verified charge of 99,90, in one browser, and what the counter may then do to its invoice. */
export async function chargedAtCounter() {
  const bench = createWorkbench();
  const profile = bench.browser();
  const { ports, runner } = await profile.worker();
  await bench.confirm(ports);
  await runner.run();
  await letPass(bench, [runner], 12);
  const charge = bench.live()[0];
  if (!charge) throw new Error('nothing was charged');
  bench.asaas.clearRequests();
  const change = (changes: Partial<typeof bench.ixc.invoice>) => {
    bench.ixc.invoice = { ...bench.ixc.invoice, ...changes };
  };
  return {
    bench,
    profile,
    ports,
    runner,
    charge,
    receive: () =>
      change({
        status: 'received',
        open: cents(0),
        received: cents(9990),
        paidOn: day('2026-11-22'),
      }),
    receivePart: (open = 5990) =>
      change({ status: 'partial', open: cents(open), received: cents(9990 - open) }),
    reopen: () => change({ status: 'open', open: cents(9990), received: cents(0), paidOn: null }),
    cancel: () => change({ status: 'cancelled', open: cents(0) }),
    /** What the sweep of IXC hands over. */
    enqueue: (step: CounterStep, here = ports) =>
      enqueueCounter(here, {
        account: accountOf(bench),
        origin: ORIGIN,
        providerKey: KEY,
        invoiceId: '1001',
        targetId: charge.id,
        step,
      }),
    job: async (id: string) => ports.ledger.jobs.get(id),
    counterJobs: async () =>
      (await ports.ledger.jobs.toArray()).filter(({ kind }) => kind === 'counter'),
    now: () => bench.asaas.charge(charge.id),
    asked: (method: string) =>
      bench.asaas
        .requests({ method })
        .filter(({ path }) => path.includes(charge.id) || method === 'POST'),
    /** The charge as the other browser of the bench would come to know it. */
    makeKnown: async (to: typeof ports) => {
      const row = await ports.ledger.charges.get(charge.id);
      if (!row) throw new Error('not in the ledger');
      const copy = chargeRow(row, row.seenAt);
      if (copy) await putCharge(to.ledger, copy, bench.clock.now());
    },
    letPass: (minutes: number, ...others: { run: () => Promise<void> }[]) =>
      letPass(bench, [runner, ...others], minutes),
  };
}
