import { describe, expect, it } from 'vitest';
import { cents } from '../../../../../lib/billing/money.ts';
import { askedActs } from './asked-acts.ts';

/** A charge that was closed as received at the counter. */
async function closed() {
  const at = await askedActs();
  at.receive();
  await at.askAndRun('receive-in-cash');
  await at.letPass(3);
  expect(at.now().status).toBe('RECEIVED_IN_CASH');
  const change = (changes: Partial<typeof at.bench.ixc.invoice>) => {
    at.bench.ixc.invoice = { ...at.bench.ixc.invoice, ...changes };
  };
  return { ...at, change };
}

/** Another charge of the same invoice, as another browser or a person made it. */
function sendAnother({ bench, charge }: Awaited<ReturnType<typeof closed>>, value = 9990) {
  return bench.asaas.seedCharge('acc_sandbox', {
    customer: charge.customer,
    value,
    dueDate: '2026-12-10',
    externalReference: charge.externalReference ?? '',
  });
}

describe('a receipt at the counter that is undone', () => {
  it.each([
    ['cancelled', { status: 'cancelled', open: cents(0) }, 'undo-refused'],
    [
      'renegotiated',
      { status: 'open', renegotiated: true, open: cents(0), received: cents(0) },
      'undo-refused',
    ],
    [
      'received in part',
      { status: 'partial', open: cents(5990), received: cents(4000) },
      'undo-other-value',
    ],
    ['of a status that nobody knows', { status: 'unknown' }, 'undo-refused'],
  ] as const)('does not make a charge payable whose invoice is %s', async (_of, change, code) => {
    const at = await closed();
    at.change(change);
    const { read } = await at.askAndRun('undo-receive-in-cash');
    await at.letPass(2);
    expect(read).toMatchObject({ ok: true, value: { refusal: { code } } });
    expect(at.posted('undoReceivedInCash')).toEqual([]);
    expect(at.now().status).toBe('RECEIVED_IN_CASH');
  });

  it('does not make a charge payable beside another one of its invoice', async () => {
    const at = await closed();
    at.reopen();
    sendAnother(at);
    const { read } = await at.askAndRun('undo-receive-in-cash');
    await at.letPass(15);
    expect(read).toMatchObject({ value: { refusal: { code: 'undo-refused' } } });
    expect(at.bench.live().filter(({ status }) => status === 'PENDING')).toHaveLength(1);
  });

  it('is not carried out where another charge was made after the confirmation', async () => {
    const at = await closed();
    at.reopen();
    await at.ask('undo-receive-in-cash');
    sendAnother(at);
    await at.runner.run();
    expect(at.posted('undoReceivedInCash')).toEqual([]);
    expect(await at.act()).toMatchObject({ state: 'blocked', refusal: { code: 'undo-refused' } });
  });

  it('is looked at again for ten minutes, and a person hears of a second charge', async () => {
    const at = await closed();
    at.reopen();
    await at.askAndRun('undo-receive-in-cash');
    expect(at.now().status).toBe('PENDING');
    sendAnother(at);
    await at.letPass(15);
    expect(await at.act()).toMatchObject({ state: 'blocked' });
    const kinds = (await at.ports.ledger.alerts.toArray()).map(({ kind }) => kind);
    expect(kinds).toContain('several-live');
  });

  it('leaves no sending a chance until it is over', async () => {
    const at = await closed();
    at.reopen();
    await at.ask('undo-receive-in-cash');
    const job = await at.act();
    const sending = await at.bench.confirm(at.ports);
    expect(job?.activeKey).toBeDefined();
    expect(JSON.stringify(sending)).not.toContain('"create"');
    await at.letPass(15);
    expect(at.bench.live()).toHaveLength(1);
    expect(await at.act()).toMatchObject({ state: 'done' });
  });

  it('is over when the payer pays while it is still looked at', async () => {
    const at = await closed();
    at.reopen();
    await at.askAndRun('undo-receive-in-cash');
    at.pay();
    await at.letPass(15);
    expect(await at.act()).toMatchObject({ state: 'done', failure: null });
  });
});
