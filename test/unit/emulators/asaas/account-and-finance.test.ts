import { describe, expect, it } from 'vitest';
import { PRODUCTION_KEY } from '../../../emulators/asaas/index.ts';
import { DAY, items, tryAsaas } from './try-asaas.ts';

describe('the account of the emulated Asaas', () => {
  it('says whose it is', async () => {
    const { get } = tryAsaas();
    expect((await get('/myAccount/commercialInfo/')).json).toMatchObject({
      personType: 'JURIDICA',
      cpfCnpj: '11222333000181',
      name: 'Provedor Exemplo Telecom Ltda',
    });
    expect((await get('/myAccount/accountNumber')).json).toEqual({
      agency: '0001',
      account: '000001',
      accountDigit: '0',
    });
  });

  it('says whether it is approved, and the sandbox approves it', async () => {
    const { control, get, post } = tryAsaas();
    control.changeAccount('acc_sandbox', { approval: 'PENDING' });
    expect((await get('/myAccount/status')).json['general']).toBe('PENDING');
    expect((await post('/sandbox/myAccount/approve')).json['general']).toBe('APPROVED');
    expect((await get('/myAccount/status/')).json['general']).toBe('APPROVED');
  });

  it('tells its fees, the ones that net values are made of', async () => {
    const { get } = tryAsaas();
    expect((await get('/myAccount/fees/')).json).toMatchObject({
      payment: { bankSlip: { defaultValue: 1.99 }, pix: { fixedFeeValue: 1.99 } },
      notification: { messagingFeeValue: 0.99 },
    });
  });
});

describe('money in the emulated Asaas', () => {
  it('books what a payment brings and costs, newest first', async () => {
    const { payer, chargeId, control, get } = tryAsaas();
    const customer = await payer({ email: 'ana@cliente.example' });
    const id = await chargeId({ customer, billingType: 'PIX' });
    control.pay(id);
    expect((await get('/finance/balance')).json).toEqual({ balance: 1097.02 });
    const statement = await get('/financialTransactions');
    expect(items(statement)).toMatchObject([
      { type: 'PAYMENT_MESSAGING_NOTIFICATION_FEE', value: -0.99, balance: 1097.02, paymentId: id },
      { type: 'PAYMENT_FEE', value: -1.99, balance: 1098.01 },
      { type: 'PAYMENT_RECEIVED', value: 100, balance: 1100, date: '2026-03-10' },
    ]);
    expect(items(statement)[2]?.['description']).toMatch(
      /^Cobrança recebida - fatura nr\. \d{8} CLIENTE EXEMPLO$/,
    );
  });

  it('costs no message where the payer gets none', async () => {
    const { payer, chargeId, control, get } = tryAsaas();
    const customer = await payer({ email: 'ana@cliente.example', notificationDisabled: true });
    control.pay(await chargeId({ customer, billingType: 'PIX' }));
    expect((await get('/financialTransactions')).json['totalCount']).toBe(2);
  });

  it('lists the statement of a period, in the order asked for', async () => {
    const { chargeId, control, get, clock } = tryAsaas();
    control.pay(await chargeId({ billingType: 'PIX' }));
    await clock.advance(DAY);
    control.refund(control.charges()[0]?.id ?? '', { value: 1000 });
    const later = await get('/financialTransactions?startDate=2026-03-11&finishDate=2026-03-11');
    expect(items(later)).toMatchObject([{ type: 'PAYMENT_REVERSAL', value: -10 }]);
    const oldest = await get('/financialTransactions?order=asc&limit=1');
    expect(items(oldest)).toMatchObject([{ type: 'PAYMENT_RECEIVED' }]);
  });

  it('sums charges up by the same filters as lists', async () => {
    const { chargeId, control, get } = tryAsaas();
    await chargeId({ value: 50 });
    control.pay(await chargeId({ billingType: 'PIX', value: 70 }));
    expect((await get('/finance/payment/statistics?status=PENDING')).json).toEqual({
      quantity: 1,
      value: 50,
      netValue: 48.01,
    });
    expect((await get('/finance/payment/statistics')).json).toMatchObject({ quantity: 2 });
  });
});

describe('the sandbox’s own endpoints', () => {
  it('pay a charge and make one overdue', async () => {
    const { chargeId, post } = tryAsaas();
    const pix = await chargeId({ billingType: 'PIX' });
    expect((await post(`/sandbox/payment/${pix}/confirm`)).json['status']).toBe('RECEIVED');
    expect((await post(`/sandbox/payment/${pix}/confirm`)).status).toBe(400);
    const boleto = await chargeId();
    expect((await post(`/sandbox/payment/${boleto}/overdue`)).json['status']).toBe('OVERDUE');
    expect((await post(`/sandbox/payment/${boleto}/overdue`)).status).toBe(400);
  });

  it('do not exist in production', async () => {
    const { call, control } = tryAsaas();
    const payer = control.seedCustomer('acc_production', { name: 'Cliente Exemplo' });
    const { id } = control.seedCharge('acc_production', {
      customer: payer.id,
      value: 10_000,
      dueDate: '2026-03-20',
    });
    const host = 'api.asaas.com';
    const path = `/v3/sandbox/payment/${id}/confirm`;
    expect((await call('POST', path, { key: PRODUCTION_KEY, host })).status).toBe(404);
    expect(control.charge(id).status).toBe('PENDING');
  });
});
