import { describe, expect, it } from 'vitest';
import { enqueueCounter } from '../../../../lib/engine/outbox/counter-job.ts';
import { createRunner } from '../../../../lib/engine/outbox/runner.ts';
import { sweepBudget } from '../../../../lib/engine/sync/pace.ts';
import { createSync } from '../../../../lib/engine/sync/sync.ts';
import { createRandom } from '../../../emulators/http/random.ts';
import { type Browser, MINUTE, twoSides, type TwoSides } from './two-sides.ts';

/** A working day: Asaas's quota runs over as long. */
const HOURS = 12;
const EVENTS = 18;

/** Payments and receipts at the counter, each at a moment of its own within the working hours. */
function events(sides: TwoSides, browser: Browser, start: number) {
  const random = createRandom(7);
  return Array.from({ length: EVENTS }, (_, at) => {
    const { charge, invoiceId } = sides.charged();
    const moment = start + Math.floor(random() * 10 * 60) * MINUTE;
    const isCounter = at % 3 === 0;
    return {
      moment,
      isCounter,
      happen: () => (isCounter ? sides.ixc.receive(invoiceId) : sides.asaas.pay(charge.id)),
      isNoticed: async () =>
        isCounter
          ? sides.asaas.charge(charge.id).status === 'RECEIVED_IN_CASH'
          : (await browser.row(charge.id))?.status === 'RECEIVED',
    };
  });
}

function figures(lags: readonly number[]) {
  const sorted = lags.toSorted((a, b) => a - b);
  const at = (part: number) => sorted[Math.ceil(sorted.length * part) - 1] ?? 0;
  return { median: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0 };
}

describe('a virtual day', () => {
  it.each([
    { count: 1, looks: true, payments: 3 * MINUTE },
    { count: 5, looks: true, payments: 3 * MINUTE },
    // The counter's five minutes hold though nobody looks at a panel; what is paid at Asaas may take longer.
    { count: 1, looks: false, payments: 18 * MINUTE },
  ])(
    'of $count browsers on one account (a panel is looked at: $looks) stays within the budget, and every payment is seen in minutes',
    async ({ count, looks, payments }) => {
      const shares = { sharePercent: 20, browsersPerAccount: count };
      const sides = twoSides({ sync: shares });
      const browsers = await Promise.all(Array.from({ length: count }, () => sides.browser()));
      const [first] = browsers;
      if (!first) throw new Error('no browser');
      const start = sides.clock.now();
      const happening = events(sides, first, start + 30 * MINUTE);
      const workers = browsers.map(({ ports, asked }) => ({
        asked,
        sync: createSync(ports, async (here, work) => enqueueCounter(here, work)),
        runner: createRunner(ports),
        /** Of the outbox, which no budget limits. */
        spent: 0,
      }));
      const waiting = new Map<(typeof happening)[number], number>();
      const lags = { payment: [] as number[], counter: [] as number[] };

      for (let minute = 0; minute < HOURS * 60; minute += 1) {
        for (const event of happening) {
          if (event.moment !== sides.clock.now()) continue;
          event.happen();
          waiting.set(event, event.moment);
        }
        // A browser's pulse rings at a second of its own.
        for (const worker of workers) {
          await sides.clock.advance(MINUTE / count);
          if (looks) worker.sync.noticed();
          await worker.sync.run();
          const before = worker.asked.asaas;
          await worker.runner.run();
          worker.spent += worker.asked.asaas - before;
        }
        for (const [event, moment] of waiting) {
          if (!(await event.isNoticed())) continue;
          waiting.delete(event);
          lags[event.isCounter ? 'counter' : 'payment'].push(sides.clock.now() - moment);
        }
      }

      const spent = workers.map((worker) => worker.asked.asaas - worker.spent);
      const jobs = workers.reduce((sum, worker) => sum + worker.spent, 0);
      const payment = figures(lags.payment);
      const counter = figures(lags.counter);
      const budget = sweepBudget(shares);
      const seconds = (ms: number) => `${Math.round(ms / 1000)} s`;
      process.stdout.write(
        `${count} browsers: ${Math.max(...spent)} of ${budget} requests in 12 h each; ` +
          `payment to ledger median ${seconds(payment.median)}, p95 ${seconds(payment.p95)}; ` +
          `counter to closed charge, by the outbox (${jobs} requests) median ${seconds(counter.median)}, p95 ${seconds(counter.p95)}\n`,
      );
      expect(waiting.size).toBe(0);
      const closings = sides.asaas.requests({
        method: 'POST',
        path: '/v3/payments/*/receiveInCash',
      });
      expect(closings).toHaveLength(lags.counter.length);
      expect(Math.max(...spent)).toBeLessThanOrEqual(budget);
      expect(payment.p95).toBeLessThanOrEqual(payments);
      expect(counter.most).toBeLessThanOrEqual(5 * MINUTE);
    },
    120_000,
  );
});
