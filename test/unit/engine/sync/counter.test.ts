import { describe, expect, it } from 'vitest';
import { sweepCounter } from '../../../../lib/engine/sync/counter-sweep.ts';
import { raiseAlert } from '../../../../lib/ledger/alerts.ts';
import { writePaused } from '../../../../lib/ledger/pause.ts';
import type { CounterJobRow } from '../../../../lib/ledger/rows.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN, panel } from '../../../fixtures/settings.ts';
import { DAY, MINUTE, twoSides } from './two-sides.ts';

async function watching(count = 1) {
  const sides = twoSides();
  const browser = await sides.browser();
  const all = Array.from({ length: count }, () => sides.charged());
  const [first] = all;
  if (!first) throw new Error('no charge');
  await browser.settle();
  await browser.counter();
  await sides.clock.advance(MINUTE);
  /** The look at the counter some minutes later, and what it asked IXC. */
  const look = async (ms = 3 * MINUTE) => {
    await sides.clock.advance(ms);
    const before = browser.asked.ixc;
    await browser.counter();
    return browser.asked.ixc - before;
  };
  return { sides, browser, all, ...first, look };
}

describe('the look at the counter', () => {
  it('asks IXC for one list, and that it is not empty for another reason, however many charges are live', async () => {
    const { look, browser } = await watching(30);
    expect(await look()).toBe(2);
    expect(browser.steps).toEqual([]);
  });

  it('never writes into IXC', async () => {
    const { sides, look, invoiceId } = await watching();
    sides.ixc.receive(invoiceId);
    await look();
    expect(sides.ixc.writes()).toEqual([]);
  });

  it('reads the invoice once more before anything follows', async () => {
    const { sides, browser, look, invoiceId } = await watching();
    sides.ixc.receive(invoiceId);
    expect(await look()).toBe(2);
    expect(browser.steps).toHaveLength(1);
  });

  it('keeps what it read, so that rows show it', async () => {
    const { sides, browser, look, invoiceId } = await watching();
    sides.ixc.receive(invoiceId);
    await look();
    expect(await browser.ledger.invoices.get([ORIGIN, invoiceId])).toMatchObject({
      status: 'received',
      paidOn: '2026-11-10',
    });
  });

  it('changes nothing while everything is paused, and catches up afterwards', async () => {
    const { sides, browser, look, invoiceId, charge } = await watching();
    await writePaused(browser.ledger, true);
    sides.ixc.receive(invoiceId);
    for (let times = 0; times < 20; times += 1) await look();
    expect(browser.steps).toEqual([]);
    await writePaused(browser.ledger, false);
    await look();
    expect(browser.steps).toMatchObject([{ targetId: charge.id, step: { kind: 'close' } }]);
  });

  it('comes back to what it could not read', async () => {
    const { sides, browser, look, invoiceId } = await watching();
    sides.ixc.receive(invoiceId);
    sides.ixc.addFault({ fault: { kind: 'drop' }, times: 0 });
    for (let times = 0; times < 10; times += 1) await look();
    sides.ixc.clearFaults();
    await look();
    expect(browser.steps).toHaveLength(1);
  });

  it('finds what happened while the browser slept for days', async () => {
    const { sides, browser, look, invoiceId } = await watching();
    sides.ixc.receive(invoiceId);
    await look(4 * DAY);
    expect(browser.steps).toHaveLength(1);
  });

  it('does nothing for a charge of another key or a panel that bills by fatura', async () => {
    const { sides, browser, look } = await watching();
    const { id } = sides.ixc.addInvoice({ customerId: '7', cents: 5_000, dueDate: '2026-11-20' });
    sides.seed({ externalReference: `ixc:other-provider:${id}` });
    await browser.only('open');
    sides.ixc.receive(id ?? '');
    await look();
    expect(browser.steps).toEqual([]);
  });

  it('leaves an invoice with two live charges to a person', async () => {
    const { sides, browser, look, invoiceId } = await watching();
    sides.seed({ invoiceId });
    await browser.only('open');
    sides.ixc.receive(invoiceId);
    await look();
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([{ kind: 'several-live' }]);
  });

  it('tells a person of a balance below what Asaas takes', async () => {
    const { sides, browser, look, invoiceId, charge } = await watching();
    sides.ixc.receive(invoiceId, 9_690);
    await look();
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toMatchObject([
      { kind: 'counter-differs', chargeIds: [charge.id], detail: { open: 300, cents: 9_990 } },
    ]);
  });

  it('takes that back once the charge agrees', async () => {
    const { sides, browser, look, invoiceId, charge } = await watching();
    sides.ixc.receive(invoiceId, 9_690);
    await look();
    sides.asaas.edit(charge.id, { value: 300 });
    await browser.only('open');
    sides.ixc.editInvoice(invoiceId, { obs: 'conferido' });
    await look();
    expect(browser.steps).toEqual([]);
    expect(await browser.alerts()).toEqual([]);
  });

  it('keeps telling that the payer paid what was cancelled', async () => {
    const { sides, browser, look, invoiceId, charge } = await watching();
    sides.ixc.editInvoice(invoiceId, { status: 'C' });
    await look();
    sides.asaas.pay(charge.id);
    await browser.only('paid');
    // As the job that was too late says it.
    const about = { accountId: account.id, providerKey: KEY, invoiceId, chargeIds: [charge.id] };
    const detail = { step: 'cancel', status: 'cancelled', open: 0, cents: 9_990 };
    const sighting = { kind: 'counter-differs', ...about, subject: charge.id, detail } as const;
    await raiseAlert(browser.ledger, sighting, sides.clock.now());
    await look();
    await look();
    expect(await browser.alerts()).toMatchObject([{ kind: 'counter-differs', detail }]);
  });

  it('is within five minutes though nobody looks at a panel', async () => {
    const { sides, browser, invoiceId } = await watching();
    const steps: unknown[] = [];
    const enqueue = () => Promise.resolve(steps.push(true));
    const turn = { watched: false, now: false, enqueue };
    sides.ixc.receive(invoiceId);
    const since = sides.clock.now();
    for (let minute = 0; minute < 30 && steps.length === 0; minute += 1) {
      await sides.clock.advance(MINUTE);
      await sweepCounter(browser.ports, panel, turn);
    }
    expect(sides.clock.now() - since).toBeLessThan(5 * MINUTE);
  });

  describe('after a job for the same step', () => {
    async function after(job: Partial<CounterJobRow>) {
      const { sides, browser, look, invoiceId, charge } = await watching();
      const step = { kind: 'close', value: 9_990, paidOn: '2026-11-09' };
      const of = {
        providerKey: KEY,
        invoiceId,
        accountId: account.id,
        createdAt: 1,
        failure: null,
      };
      const made = {
        kind: 'counter',
        id: 'f'.repeat(32),
        targetId: charge.id,
        ...of,
        step,
        ...job,
      };
      await browser.ledger.jobs.add(made as unknown as CounterJobRow);
      sides.ixc.receive(invoiceId);
      await look();
      return browser;
    }

    it('that was done, a person undid it at Asaas: that is told, and not done again', async () => {
      const browser = await after({ state: 'done' });
      expect(browser.steps).toEqual([]);
      expect(await browser.alerts()).toMatchObject([{ kind: 'counter-differs' }]);
    });

    it.each(['blocked', 'cancelled'] as const)('that is %s, nothing follows', async (state) => {
      const browser = await after({ state });
      expect(browser.steps).toEqual([]);
      expect(await browser.alerts()).toEqual([]);
    });

    it('that found it no longer so and ended, the step follows anew', async () => {
      const browser = await after({ state: 'cancelled', failure: { code: 'internal' } });
      expect(browser.steps).toHaveLength(1);
    });
  });
});

describe('an IXC that cannot be asked for changes', () => {
  it.each([
    ['answers the column that it lacks with a page', 'html'],
    ['refuses to', 'refused'],
    ['answers it with an empty list', 'empty'],
    ['gives every invoice', 'everything'],
  ] as const)('because it %s is read by the invoices of live charges', async (_how, odd) => {
    const sides = twoSides({ odd });
    const browser = await sides.browser();
    const { invoiceId, charge } = sides.charged();
    await browser.settle();
    await browser.counter();
    await sides.clock.advance(3 * MINUTE);
    sides.ixc.receive(invoiceId);
    await sides.clock.advance(3 * MINUTE);
    await browser.counter();
    expect(browser.steps).toMatchObject([{ targetId: charge.id, step: { kind: 'close' } }]);
  });

  it('because it does not keep the time of a change is found out within hours, and remembered', async () => {
    const { sides, browser, look, all } = await watching(2);
    const receive = (at: number) => {
      const { invoiceId = '' } = all[at] ?? {};
      const { ultima_atualizacao: before = '' } = sides.ixc.invoice(invoiceId);
      sides.ixc.receive(invoiceId);
      sides.ixc.editInvoice(invoiceId, { ultima_atualizacao: before });
    };
    const targets = () => new Set(browser.steps.map(({ targetId }) => targetId)).size;
    receive(0);
    await look();
    expect(targets()).toBe(0);
    await look(6 * 60 * MINUTE);
    expect(targets()).toBe(1);
    receive(1);
    await look();
    expect(targets()).toBe(2);
  });
});
