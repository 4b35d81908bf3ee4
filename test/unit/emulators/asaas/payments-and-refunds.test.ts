import { describe, expect, it } from 'vitest';
import { DAY, items, TODAY, tryAsaas } from './try-asaas.ts';

describe('paying a charge of the emulated Asaas', () => {
  it('takes a Pix straight to RECEIVED', async () => {
    const { chargeId, control, get } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    control.pay(id);
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      status: 'RECEIVED',
      value: 100,
      originalValue: null,
      confirmedDate: TODAY,
      paymentDate: TODAY,
      clientPaymentDate: TODAY,
      creditDate: TODAY,
      pixTransaction: expect.any(String) as string,
      pixQrCodeId: expect.any(String) as string,
      transactionReceiptUrl: expect.stringContaining('/comprovantes/') as string,
    });
  });

  it('takes a boleto to CONFIRMED, and to RECEIVED on the next day', async () => {
    const { chargeId, control, get, clock } = tryAsaas();
    const id = await chargeId();
    control.pay(id);
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      status: 'CONFIRMED',
      confirmedDate: TODAY,
      clientPaymentDate: TODAY,
      paymentDate: null,
      creditDate: '2026-03-11',
    });
    await clock.advance(DAY);
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      status: 'RECEIVED',
      paymentDate: '2026-03-11',
      clientPaymentDate: TODAY,
    });
  });

  it('leaves a card CONFIRMED for 32 days', async () => {
    const { chargeId, control, get, clock } = tryAsaas();
    const id = await chargeId({ billingType: 'CREDIT_CARD' });
    control.pay(id);
    await clock.advance(31 * DAY);
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      status: 'CONFIRMED',
      netValue: 96.52,
      creditCard: { creditCardBrand: 'VISA' },
    });
    await clock.advance(DAY);
    expect((await get(`/payments/${id}/status`)).json['status']).toBe('RECEIVED');
  });

  it('settles a charge that leaves the choice by what the payer used', async () => {
    const { chargeId, control } = tryAsaas();
    const byPix = control.pay(await chargeId({ billingType: 'UNDEFINED' }));
    expect(byPix).toMatchObject({ billingType: 'PIX', status: 'RECEIVED' });
    const byBoleto = control.pay(await chargeId({ billingType: 'UNDEFINED' }), { means: 'BOLETO' });
    expect(byBoleto).toMatchObject({ billingType: 'BOLETO', status: 'CONFIRMED' });
  });

  it('receives a boleto at once when its Pix code was used, and refuses what a charge does not offer', async () => {
    const { chargeId, control } = tryAsaas();
    const byPix = control.pay(await chargeId({ billingType: 'BOLETO' }), { means: 'PIX' });
    expect(byPix).toMatchObject({ billingType: 'PIX', status: 'RECEIVED' });
    const pix = await chargeId({ billingType: 'PIX' });
    expect(() => control.pay(pix, { means: 'BOLETO' })).toThrow('cannot be paid by BOLETO');
  });

  it('adds fine and interest to a late payment', async () => {
    const { chargeId, control, get, clock } = tryAsaas();
    const fine = { value: 2, type: 'PERCENTAGE' };
    const id = await chargeId({ billingType: 'PIX', fine, interest: { value: 1 } });
    await clock.set(Date.parse('2026-04-04T15:00:00Z'));
    control.pay(id);
    // 15 days late: 2.00 fine, 100.00 × 1 % × 15/30 interest.
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      value: 102.5,
      originalValue: 100,
      interestValue: 2.5,
      netValue: 100.51,
    });
  });

  it('takes the discount off while it applies', async () => {
    const { chargeId, control, get, clock } = tryAsaas();
    const discount = { value: 10, dueDateLimitDays: 5, type: 'FIXED' };
    const early = await chargeId({ billingType: 'PIX', discount });
    const late = await chargeId({ billingType: 'PIX', discount });
    expect((await get(`/payments/${early}`)).json['discount']).toEqual({
      ...discount,
      limitDate: '2026-03-15',
    });
    await clock.advance(5 * DAY);
    expect(control.pay(early)).toMatchObject({ value: 9_000, originalValue: 10_000 });
    await clock.advance(DAY);
    expect(control.pay(late)).toMatchObject({ value: 10_000, originalValue: null });
  });

  it('is refused twice, and allowed on a deleted charge, because banks do not ask', async () => {
    const { chargeId, control, remove } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    await remove(`/payments/${id}`);
    expect(control.pay(id)).toMatchObject({ deleted: true, status: 'RECEIVED' });
    expect(() => control.pay(id)).toThrow();
  });

  it('can be held back: a Pix that is CONFIRMED first', async () => {
    const { chargeId, control, clock } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    expect(control.confirm(id)).toMatchObject({ status: 'CONFIRMED', paymentDate: null });
    await clock.advance(3 * DAY);
    expect(control.charge(id)).toMatchObject({ status: 'RECEIVED', paymentDate: '2026-03-13' });
  });
});

describe('cash receipts of the emulated Asaas', () => {
  it('mark a charge without moving money, and can be taken back', async () => {
    const { chargeId, post, get } = tryAsaas();
    const id = await chargeId();
    const cash = { paymentDate: '2026-03-09', value: 95 };
    expect((await post(`/payments/${id}/receiveInCash`, cash)).json).toMatchObject({
      status: 'RECEIVED_IN_CASH',
      value: 95,
      originalValue: 100,
      paymentDate: '2026-03-09',
    });
    expect((await get('/finance/balance')).json).toEqual({ balance: 1000 });
    expect((await post(`/payments/${id}/undoReceivedInCash`)).json).toMatchObject({
      status: 'PENDING',
      value: 100,
      paymentDate: null,
    });
    expect((await post(`/payments/${id}/undoReceivedInCash`)).status).toBe(400);
  });

  it('are refused for a date to come and for a paid charge', async () => {
    const { chargeId, post, control } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    const tomorrow = { paymentDate: '2026-03-11', value: 100 };
    expect((await post(`/payments/${id}/receiveInCash`, tomorrow)).status).toBe(400);
    control.pay(id);
    expect((await post(`/payments/${id}/receiveInCash`, { value: 100 })).status).toBe(400);
  });
});

describe('refunds of the emulated Asaas', () => {
  it('give a Pix back in parts until nothing is left', async () => {
    const { chargeId, control, post, get } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    control.pay(id);
    const part = await post(`/payments/${id}/refund`, { value: 30, description: 'AB12' });
    expect(part.json).toMatchObject({
      status: 'RECEIVED',
      refunds: [{ value: 30, status: 'DONE' }],
    });
    expect((await post(`/payments/${id}/refund`, { value: 70.01 })).status).toBe(400);
    expect((await post(`/payments/${id}/refund`)).json).toMatchObject({ status: 'REFUNDED' });
    const list = await get(`/payments/${id}/refunds`);
    expect(items(list)).toMatchObject([
      { value: 30, description: 'AB12', dateCreated: '2026-03-10 12:00:00' },
      { value: 70 },
    ]);
  });

  it('fail for lack of balance, since the fee of a fresh Pix is gone', async () => {
    const { chargeId, control, post } = tryAsaas();
    control.changeAccount('acc_sandbox', { balance: 0 });
    const id = await chargeId({ billingType: 'PIX' });
    control.pay(id);
    expect((await post(`/payments/${id}/refund`)).error?.code).toBe('invalid_action');
    expect((await post(`/payments/${id}/refund`, { value: 98 })).status).toBe(200);
  });

  it('are for paid Pix and cards only; a boleto’s payer fills in a form', async () => {
    const { chargeId, control, post } = tryAsaas();
    const open = await chargeId({ billingType: 'PIX' });
    expect((await post(`/payments/${open}/refund`)).status).toBe(400);
    const boleto = await chargeId();
    control.pay(boleto);
    expect((await post(`/payments/${boleto}/refund`)).status).toBe(400);
    const asked = await post(`/payments/${boleto}/bankSlip/refund`);
    expect(asked.json).toEqual({ requestUrl: expect.stringMatching(/^https:/) as string });
    expect(control.charge(boleto).status).toBe('REFUND_REQUESTED');
  });

  it('give a card back in full, before its money arrived', async () => {
    const { chargeId, control, post, get } = tryAsaas();
    const id = await chargeId({ billingType: 'CREDIT_CARD' });
    control.pay(id);
    expect((await post(`/payments/${id}/refund`)).json['status']).toBe('REFUNDED');
    expect((await get('/finance/balance')).json).toEqual({ balance: 1000 });
  });
});
