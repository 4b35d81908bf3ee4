import { describe, expect, it } from 'vitest';
import { fail } from '../../../../../lib/billing/result.ts';
import type { EnginePorts } from '../../../../../lib/engine/ports.ts';
import { day } from '../../../../fixtures/day.ts';
import { askedActs } from './asked-acts.ts';

const SOMEBODY_ELSE = { id: '999', name: 'Outra Pessoa', document: '11144477735' } as const;

/** A charge whose number IXC has given to somebody else since: the base was restored. */
async function givenOutAgain(means: 'PIX' | 'BOLETO' | null = null) {
  const at = await askedActs();
  if (means !== null) at.pay(means);
  const { ixc } = at.bench;
  ixc.invoice = {
    ...ixc.invoice,
    customerId: '999',
    dueDate: day('2027-03-10'),
    document: '99999',
  };
  ixc.customer = { ...ixc.customer, ...SOMEBODY_ELSE };
  // What was read a moment ago still is as good as another reading.
  await at.bench.clock.advance(60_000);
  return at;
}

describe('an act on a charge that is not of IXC’s customer', () => {
  it('shows both, and cancels nothing', async () => {
    const at = await givenOutAgain();
    const { read, confirmed } = await at.askAndRun('cancel');
    expect(read).toMatchObject({
      ok: true,
      value: {
        refusal: { code: 'unproven' },
        isOtherPayer: true,
        customer: { name: 'Outra Pessoa', document: '***.444.777-**' },
      },
    });
    expect(read.ok && read.value.payer.name).not.toBe('Outra Pessoa');
    expect(confirmed).toMatchObject({ ok: false });
    expect(at.deletions()).toEqual([]);
  });

  it.each([
    ['refund', 'PIX', 4000, 'refund'],
    ['bank-slip-refund', 'BOLETO', null, 'bankSlip/refund'],
  ] as const)(
    'sends money back (%s) only where it is said so',
    async (kind, means, value, path) => {
      const at = await givenOutAgain(means);
      const untold = await at.askAndRun(kind, { value });
      expect(untold.read).toMatchObject({ value: { refusal: null, asksOtherPayer: true } });
      expect(untold.confirmed).toMatchObject({ error: { params: { refusal: 'other-payer' } } });
      expect(at.posted(path)).toEqual([]);
      const told = await at.askAndRun(kind, { value, otherPayer: true });
      expect(told.confirmed).toEqual({ ok: true, value: null });
      expect(at.posted(path)).toHaveLength(1);
      const lines = await at.ports.ledger.audit.toArray();
      expect(lines.some(({ detail }) => detail['otherPayer'] === true)).toBe(true);
    },
  );

  it('sends nothing back where the customer turned out another one after the confirmation', async () => {
    const at = await askedActs();
    at.pay();
    await at.ask('refund', { value: 4000 });
    await at.bench.clock.advance(60_000);
    at.bench.ixc.customer = { ...at.bench.ixc.customer, ...SOMEBODY_ELSE };
    await at.runner.run();
    expect(at.posted('refund')).toEqual([]);
    expect(await at.act()).toMatchObject({ state: 'blocked', refusal: { code: 'other-payer' } });
  });
});

describe('an act on a charge of IXC’s customer', () => {
  it('shows one person on both sides, and asks nothing more', async () => {
    const at = await askedActs();
    at.pay();
    const { read, confirmed } = await at.askAndRun('refund', { value: 4000 });
    expect(read).toMatchObject({ value: { isOtherPayer: false, asksOtherPayer: false } });
    expect(read.ok && read.value.customer?.name).toBe(at.bench.ixc.customer.name);
    expect(confirmed).toEqual({ ok: true, value: null });
  });

  it('whose name was changed in IXC is still cancelled, with a word about it', async () => {
    const at = await askedActs();
    at.bench.ixc.customer = { ...at.bench.ixc.customer, name: 'Nome de Casada' };
    const { read } = await at.askAndRun('cancel');
    expect(read).toMatchObject({ value: { refusal: null, isOtherPayer: true } });
    expect(at.now().deleted).toBe(true);
  });

  it('is done where IXC does not answer, since nobody says otherwise', async () => {
    const at = await askedActs();
    const failing: EnginePorts = {
      ...at.ports,
      ixc: () => Promise.resolve(fail({ code: 'ixc-network' as const })),
    };
    const { read, confirmed } = await at.ask('cancel', { within: at.windowIn(failing) });
    expect(read).toMatchObject({ value: { refusal: null, customer: null } });
    expect(confirmed).toEqual({ ok: true, value: null });
  });
});

describe('an act that was confirmed and waited', () => {
  it('for more than a day is confirmed anew', async () => {
    const at = await askedActs();
    await at.ask('cancel');
    await at.bench.clock.advance(25 * 60 * 60_000);
    await at.runner.run();
    expect(at.deletions()).toEqual([]);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'changed-since-confirmation' },
    });
  });
});

describe('a paid boleto whose payer was given a page', () => {
  it('gets no second page while the first one stands', async () => {
    const at = await askedActs();
    at.pay('BOLETO');
    await at.askAndRun('bank-slip-refund');
    at.bench.asaas.edit(at.charge.id, { status: 'RECEIVED' });
    const { read } = await at.askAndRun('bank-slip-refund');
    expect(read).toMatchObject({ value: { refusal: { code: 'page-stands' } } });
    expect(at.posted('bankSlip/refund')).toHaveLength(1);
  });
});

describe('a receipt at the counter of what was paid at Asaas', () => {
  it('stops as paid on both sides, and a person is told', async () => {
    const at = await askedActs();
    at.receive();
    at.pay();
    const { read } = await at.askAndRun('receive-in-cash');
    expect(read).toMatchObject({ value: { refusal: { code: 'paid-on-both-sides' } } });
    expect(await at.ports.ledger.alerts.toArray()).toMatchObject([{ kind: 'paid-on-both-sides' }]);
    expect(at.posted('receiveInCash')).toEqual([]);
  });

  it('that came after the window says why nothing was done', async () => {
    const at = await askedActs();
    at.receive();
    await at.ask('receive-in-cash');
    at.pay();
    await at.runner.run();
    expect(await at.counterJobs()).toMatchObject([
      { state: 'cancelled', failure: { params: { refusal: 'paid-on-both-sides' } } },
    ]);
  });

  it('which the sweep is already bringing over is not called one’s own', async () => {
    const at = await askedActs();
    at.receive();
    const window = at.windowIn(at.ports);
    const id = await window.open('receive-in-cash');
    const read = await window.handlers['act/read']({ verb: 'act/read', id });
    if (!read.ok) throw new Error(read.error.code);
    await at.enqueue({
      kind: 'close',
      value: at.bench.ixc.invoice.received,
      paidOn: day('2026-11-19'),
    });
    const sent = {
      verb: 'act/confirm',
      id,
      seen: read.value.seen,
      reason: '',
      value: null,
    } as const;
    expect(await window.handlers['act/confirm'](sent)).toMatchObject({
      error: { code: 'act-under-way' },
    });
  });
});
