import { describe, expect, it } from 'vitest';
import { cents } from '../../../../lib/billing/money.ts';
import type { SendChoices } from '../../../../lib/billing/send-plan.types.ts';
import { day } from '../../../fixtures/day.ts';
import { onlyCharge, planNow } from '../readings.ts';
import { createWorkbench, letPass } from '../workbench.ts';

const DAY = 24 * 60 * 60_000;

/** A charge of R$ 99,90, or of that and what accrued by then, for an invoice that was due on `dueDate`. */
async function charged(dueDate: string, choices: SendChoices = {}) {
  const bench = createWorkbench();
  bench.ixc.invoice = { ...bench.ixc.invoice, dueDate: day(dueDate) };
  const browser = bench.browser();
  const { ports, runner } = await browser.worker();
  await bench.confirm(ports, choices);
  await runner.run();
  await letPass(bench, [runner], 12);
  const receive = (part: number) => {
    const { open, received } = bench.ixc.invoice;
    bench.ixc.invoice = {
      ...bench.ixc.invoice,
      status: 'partial',
      open: cents(open - part),
      received: cents(received + part),
    };
  };
  return { bench, ports, receive, charge: onlyCharge(bench) };
}

describe('an overdue invoice of which a part is received at the counter', () => {
  it('lowers its charge by that part, though more than that accrued meanwhile', async () => {
    const { bench, ports, receive } = await charged('2026-12-10');
    await bench.clock.advance(60 * DAY);
    receive(290);
    expect(await planNow(bench, ports)).toMatchObject({
      kind: 'update',
      value: { from: 9990, to: 9700 },
    });
  });

  it('keeps a value that is known to contain what accrued, while it is not more than is owed', async () => {
    const { bench, ports, receive, charge } = await charged('2026-10-10', {
      accrued: 'charge-until-today',
    });
    expect(charge.value).toBeGreaterThan(9990);
    await bench.clock.advance(60 * DAY);
    receive(50);
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'reuse' });
    receive(1000);
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'update', value: { to: 8940 } });
  });

  it('lowers it also where another browser made it, which nobody here knows more of', async () => {
    const { bench, receive } = await charged('2026-10-10', { accrued: 'charge-until-today' });
    await bench.clock.advance(60 * DAY);
    const { ports } = await bench.browser().worker();
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'reuse' });
    receive(50);
    expect(await planNow(bench, ports)).toMatchObject({ kind: 'update', value: { to: 9940 } });
  });
});
