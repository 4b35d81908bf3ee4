import { describe, expect, it } from 'vitest';
import { cents } from '../../../../../lib/billing/money.ts';
import { verifyChain } from '../../../../../lib/engine/audit/chain.ts';
import { writePaused } from '../../../../../lib/ledger/pause.ts';
import { askedActs } from './asked-acts.ts';

describe('a charge that is cancelled', () => {
  it('is deleted at Asaas, once, with its reason in the audit', async () => {
    const at = await askedActs('attendant');
    const { read, confirmed } = await at.askAndRun('cancel', { reason: 'mudou de plano' });
    expect(read).toMatchObject({ ok: true, value: { refusal: null, needsReason: true } });
    expect(confirmed).toEqual({ ok: true, value: null });
    expect(at.now().deleted).toBe(true);
    expect(at.deletions()).toHaveLength(1);
    expect(await at.act()).toMatchObject({ state: 'done', failure: null });
    const lines = await at.ports.ledger.audit.toArray();
    expect(lines.slice(-3).map(({ action }) => action)).toEqual([
      'job.act-queued',
      'charge.delete-intent',
      'charge.deleted',
    ]);
    expect(lines.at(-3)?.detail).toMatchObject({ act: 'cancel', reason: 'mudou de plano' });
    expect(verifyChain(lines)).toEqual({ ok: true });
    expect(JSON.stringify(lines)).not.toContain(at.bench.ixc.customer.name);
  });

  it('is not cancelled without a reason', async () => {
    const at = await askedActs();
    const { confirmed } = await at.askAndRun('cancel', { reason: '' });
    expect(confirmed).toMatchObject({ ok: false, error: { code: 'act-refused' } });
    expect(await at.acts()).toEqual([]);
  });

  it('is left alone when it was paid after the window was read', async () => {
    const at = await askedActs();
    const own = at.windowIn(at.ports);
    const id = await own.open('cancel');
    const read = await own.handlers['act/read']({ verb: 'act/read', id });
    if (!read.ok) throw new Error(read.error.code);
    at.pay();
    const { seen } = read.value;
    const sent = { verb: 'act/confirm', id, seen, reason: 'engano', value: null } as const;
    expect(await own.handlers['act/confirm'](sent)).toMatchObject({
      error: { code: 'act-refused' },
    });
    const again = await own.handlers['act/read']({ verb: 'act/read', id });
    expect(again).toMatchObject({ ok: true, value: { refusal: { code: 'paid' } } });
    expect(at.deletions()).toEqual([]);
  });

  it('is left alone when it was paid after the confirmation', async () => {
    const at = await askedActs();
    await at.ask('cancel');
    at.pay();
    await at.runner.run();
    expect(at.deletions()).toEqual([]);
    expect(await at.act()).toMatchObject({ state: 'blocked', refusal: { code: 'paid' } });
  });

  it('is left alone when it asks for another value than was confirmed', async () => {
    const at = await askedActs();
    await at.ask('cancel');
    at.bench.asaas.edit(at.charge.id, { value: 5990 });
    await at.runner.run();
    expect(at.deletions()).toEqual([]);
    expect((await at.act())?.failure).toMatchObject({ code: 'changed-since-confirmation' });
  });

  it('stays as it is while everything is paused', async () => {
    const at = await askedActs();
    await writePaused(at.ports.ledger, true);
    await at.askAndRun('cancel');
    await at.letPass(3);
    expect(at.deletions()).toEqual([]);
    await writePaused(at.ports.ledger, false);
    await at.runner.run();
    expect(at.now().deleted).toBe(true);
  });
});

describe('a charge that is restored', () => {
  it('stands again, and is verified as a new one is', async () => {
    const at = await askedActs('attendant');
    at.bench.asaas.delete(at.charge.id);
    await at.askAndRun('restore');
    expect(at.now().deleted).toBe(false);
    expect((await at.act())?.state).toBe('verified');
    await at.letPass(12);
    expect(await at.act()).toMatchObject({ state: 'done' });
    expect(at.bench.live()).toHaveLength(1);
    expect(at.posted('restore')).toHaveLength(1);
  });

  it('stays deleted where another charge of the invoice stands', async () => {
    const at = await askedActs();
    at.bench.asaas.delete(at.charge.id);
    const own = at.windowIn(at.ports);
    const id = await own.open('restore');
    at.bench.asaas.seedCharge('acc_sandbox', {
      customer: at.charge.customer,
      value: 9990,
      dueDate: '2026-12-10',
      externalReference: at.charge.externalReference ?? '',
    });
    expect(await own.handlers['act/read']({ verb: 'act/read', id })).toMatchObject({
      ok: true,
      value: { refusal: { code: 'restore-refused' } },
    });
  });

  it.each([
    [
      'received in IXC',
      { status: 'received', open: cents(0), received: cents(9990) },
      'restore-refused',
    ],
    [
      'open with another balance',
      { open: cents(5990), received: cents(4000), status: 'partial' },
      'restore-other-value',
    ],
  ] as const)('stays deleted where the invoice is %s', async (_what, change, code) => {
    const at = await askedActs();
    at.bench.asaas.delete(at.charge.id);
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, ...change };
    const { read, confirmed } = await at.askAndRun('restore');
    expect(read).toMatchObject({ value: { refusal: { code } } });
    expect(confirmed).toMatchObject({ ok: false });
    expect(at.posted('restore')).toEqual([]);
  });

  it('never stands beside a new one: both are one intent of the invoice', async () => {
    const at = await askedActs();
    at.bench.asaas.delete(at.charge.id);
    await at.ask('restore');
    const job = await at.bench.confirm(at.ports);
    expect(job.kind).toBe('act');
    await at.letPass(15);
    expect(at.bench.live()).toHaveLength(1);
  });
});

describe('a receipt at the counter', () => {
  it('comes first in IXC: until then nothing is asked', async () => {
    const at = await askedActs('attendant');
    const { read, confirmed } = await at.askAndRun('receive-in-cash', { reason: '' });
    expect(read).toMatchObject({ value: { refusal: { code: 'counter-first' } } });
    expect(confirmed).toMatchObject({ ok: false });
    at.receive();
    await at.askAndRun('receive-in-cash', { reason: '' });
    expect(at.now()).toMatchObject({ status: 'RECEIVED_IN_CASH', value: 9990 });
  });

  it('of a part lowers the charge to what is left', async () => {
    const at = await askedActs();
    at.receivePart();
    const { read } = await at.askAndRun('receive-in-cash');
    expect(read).toMatchObject({ value: { receipt: { kind: 'lower', to: 5990 } } });
    expect(at.now()).toMatchObject({ status: 'PENDING', value: 5990 });
    expect(at.posted('receiveInCash')).toEqual([]);
  });

  it('stops with an alert when the payer paid at Asaas in the meantime', async () => {
    const at = await askedActs();
    at.receive();
    await at.ask('receive-in-cash');
    at.pay();
    await at.runner.run();
    expect(at.posted('receiveInCash')).toEqual([]);
    expect(await at.ports.ledger.alerts.toArray()).toMatchObject([{ kind: 'paid-on-both-sides' }]);
  });

  it('is undone only once it was undone in IXC', async () => {
    const at = await askedActs();
    at.receive();
    await at.askAndRun('receive-in-cash');
    const early = await at.askAndRun('undo-receive-in-cash');
    expect(early.read).toMatchObject({ value: { refusal: { code: 'counter-undo-first' } } });
    at.reopen();
    await at.askAndRun('undo-receive-in-cash');
    expect(at.now()).toMatchObject({ status: 'PENDING', value: 9990 });
    await at.letPass(12);
    expect(await at.act()).toMatchObject({ state: 'done' });
    expect(await at.audit()).toContain('charge.cash-undone');
  });
});
