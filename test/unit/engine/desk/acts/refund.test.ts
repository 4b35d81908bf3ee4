import { describe, expect, it } from 'vitest';
import { askedActs } from './asked-acts.ts';

describe('money that goes back', () => {
  it('is a part of a Pix, found by its code, and the rest is what is left', async () => {
    const at = await askedActs();
    at.pay();
    await at.askAndRun('refund', { value: 4000, reason: 'pagou a mais' });
    expect(at.refunds()).toMatchObject([{ value: 4000 }]);
    const [request] = at.posted('refund');
    const code = (await at.act())?.attempts[0]?.code ?? '';
    expect(request?.body).toMatchObject({ value: 40 });
    expect(String((request?.body as Record<string, unknown>)['description'])).toContain(`#${code}`);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
    const { read } = await at.askAndRun('refund', { value: 9000 });
    expect(read).toMatchObject({ value: { left: 5990, refunds: { done: 4000 } } });
    expect(at.refunds()).toHaveLength(1);
  });

  it('is all of a card payment', async () => {
    const at = await askedActs();
    at.pay('CREDIT_CARD');
    await at.askAndRun('refund', { value: 9990 });
    expect(at.now().status).toBe('REFUNDED');
  });

  it('goes back by Pix where the payer chose Pix, and the charge never says so', async () => {
    const at = await askedActs();
    at.pay('PIX');
    at.bench.asaas.edit(at.charge.id, { billingType: 'UNDEFINED' });
    await at.askAndRun('refund', { value: 4000 });
    expect(at.refunds()).toMatchObject([{ value: 4000 }]);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
  });

  it('never leaves an account that does not have it: the fees stay with Asaas', async () => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.changeAccount('acc_sandbox', { balance: 9791 });
    const { read, confirmed } = await at.askAndRun('refund', { value: 9990 });
    expect(read).toMatchObject({ value: { refusal: null, balance: 9791 } });
    // The window has no other way to learn it: what it reads again knows no amount.
    expect(confirmed).toMatchObject({
      ok: false,
      error: {
        code: 'act-refused',
        params: { refusal: 'no-balance', balance: 'R$ 97,91', value: 'R$ 99,90' },
      },
    });
    await at.askAndRun('refund', { value: 9791 });
    expect(at.refunds()).toMatchObject([{ value: 9791 }]);
  });

  it('is asked for by finance alone, and never of a boleto', async () => {
    const attendant = await askedActs('attendant');
    attendant.pay();
    expect((await attendant.ask('refund', { value: 1000 })).read).toMatchObject({
      value: { refusal: { code: 'needs-finance' } },
    });
    const at = await askedActs();
    at.pay('BOLETO');
    expect((await at.ask('refund', { value: 1000 })).read).toMatchObject({
      value: { refusal: { code: 'boleto-by-link' } },
    });
  });

  it('is told as under way until Asaas says that it is done', async () => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.changeAccount('acc_sandbox', { slowRefunds: true });
    await at.askAndRun('refund', { value: 9990 });
    expect(await at.act()).toMatchObject({ state: 'verified', refundStatus: 'PENDING' });
    expect(at.now().status).toBe('REFUND_IN_PROGRESS');
    at.bench.asaas.settleRefunds(at.charge.id);
    await at.letPass(2);
    expect(await at.act()).toMatchObject({ state: 'done', refundStatus: 'DONE' });
    expect(at.now().status).toBe('REFUNDED');
  });

  it('is told as called off when Asaas calls it off', async () => {
    const at = await askedActs();
    at.pay();
    at.bench.asaas.changeAccount('acc_sandbox', { slowRefunds: true });
    await at.askAndRun('refund', { value: 4000 });
    at.bench.asaas.settleRefunds(at.charge.id, 'CANCELLED');
    await at.letPass(2);
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'refund-called-off' },
    });
  });

  it('of a boleto is a page of Asaas for the payer, and nothing is returned yet', async () => {
    const at = await askedActs();
    at.pay('BOLETO');
    await at.askAndRun('bank-slip-refund');
    const job = await at.act();
    expect(job).toMatchObject({ state: 'done' });
    expect(job?.link).toMatch(/^https:\/\/sandbox\.asaas\.com\//);
    expect(at.now().status).toBe('REFUND_REQUESTED');
  });

  it('of a boleto whose answer was lost is looked up at Asaas, and not asked for again', async () => {
    const at = await askedActs();
    at.pay('BOLETO');
    at.bench.asaas.addFault({
      path: '/v3/payments/*/bankSlip/refund',
      fault: { kind: 'drop-after-commit' },
    });
    await at.askAndRun('bank-slip-refund');
    expect(await at.act()).toMatchObject({
      state: 'blocked',
      failure: { code: 'refund-link-lost' },
    });
    await at.letPass(30);
    expect(at.posted('bankSlip/refund')).toHaveLength(1);
  });
});
