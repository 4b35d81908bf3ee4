import { describe, expect, it } from 'vitest';
import { DEFAULT_ACCOUNTS } from '../../../emulators/asaas/index.ts';
import { items, TODAY, tryAsaas } from './try-asaas.ts';

describe('creating a charge in the emulated Asaas', () => {
  it('answers 200 with every field of a Pix charge', async () => {
    const { payer, charge } = tryAsaas();
    const customer = await payer();
    const reply = await charge({ customer, billingType: 'PIX', description: 'Internet' });
    const code = String(reply.json['id']).slice(4);
    expect(reply.status).toBe(200);
    expect(reply.json).toEqual({
      object: 'payment',
      id: expect.stringMatching(/^pay_[a-z0-9]{16}$/) as string,
      dateCreated: TODAY,
      customer,
      checkoutSession: null,
      paymentLink: null,
      value: 100,
      netValue: 98.01,
      originalValue: null,
      interestValue: null,
      description: 'Internet',
      billingType: 'PIX',
      pixTransaction: null,
      status: 'PENDING',
      dueDate: '2026-03-20',
      originalDueDate: '2026-03-20',
      paymentDate: null,
      clientPaymentDate: null,
      installmentNumber: null,
      invoiceUrl: `https://sandbox.asaas.com/i/${code}`,
      invoiceNumber: expect.stringMatching(/^\d{8}$/) as string,
      externalReference: null,
      deleted: false,
      anticipated: false,
      anticipable: false,
      creditDate: null,
      estimatedCreditDate: null,
      transactionReceiptUrl: null,
      nossoNumero: null,
      bankSlipUrl: null,
      lastInvoiceViewedDate: null,
      lastBankSlipViewedDate: null,
      discount: { value: 0, limitDate: null, dueDateLimitDays: 0, type: 'FIXED' },
      fine: { value: 0, type: 'FIXED' },
      interest: { value: 0, type: 'PERCENTAGE' },
      postalService: false,
      escrow: null,
      refunds: null,
    });
  });

  it('gives a boleto its number and address', async () => {
    const { json } = await tryAsaas().charge();
    expect(json).toMatchObject({
      canBePaidAfterDueDate: true,
      nossoNumero: expect.stringMatching(/^\d+$/) as string,
      bankSlipUrl: `https://sandbox.asaas.com/b/pdf/${String(json['id']).slice(4)}`,
    });
  });

  it('keeps a reference of the extension, and turns a numeric one into text', async () => {
    const { charge } = tryAsaas();
    const reference = 'ixc:11222333000181:4711';
    expect((await charge({ externalReference: reference })).json['externalReference']).toBe(
      reference,
    );
    expect((await charge({ externalReference: 4711 })).json['externalReference']).toBe('4711');
  });

  it('creates the same charge twice when asked twice', async () => {
    const { payer, charge, control } = tryAsaas();
    const customer = await payer();
    await charge({ customer, externalReference: 'ixc:p:1' });
    await charge({ customer, externalReference: 'ixc:p:1' });
    expect(control.charges('ixc:p:1')).toHaveLength(2);
  });

  it('stops at the first thing that is wrong, in the recorded order', async () => {
    const { post, payer, control } = tryAsaas();
    const body: Record<string, unknown> = {};
    const next = async (more: Record<string, unknown>) => {
      Object.assign(body, more);
      const reply = await post('/payments', body);
      expect(reply.json['errors']).toHaveLength(1);
      return [reply.status, reply.error?.code, reply.error?.description];
    };
    expect(await next({})).toEqual([
      400,
      'invalid_customer',
      'Customer inválido ou não informado.',
    ]);
    expect(await next({ customer: 'cus_unknown' })).toEqual([
      400,
      'invalid_customer',
      expect.any(String),
    ]);
    const customer = await payer({ cpfCnpj: null });
    expect(await next({ customer })).toEqual([400, 'invalid_billingType', expect.any(String)]);
    expect(await next({ billingType: 'PIX' })).toEqual([
      400,
      'invalid_value',
      'O campo value deve ser informado',
    ]);
    expect(await next({ value: 3 })).toEqual([400, 'invalid_dueDate', expect.any(String)]);
    expect(await next({ dueDate: '2026-02-30' })).toEqual([
      400,
      'invalid_dueDate',
      expect.any(String),
    ]);
    expect(await next({ dueDate: '2026-03-09' })).toEqual([
      400,
      'invalid_dueDate',
      'A data de vencimento não pode ser inferior à hoje',
    ]);
    expect(await next({ dueDate: TODAY })).toEqual([
      400,
      'invalid_object',
      'O valor da cobrança (R$ 3,00) menos o valor do desconto (R$ 0,00) não pode ser menor que R$ 5,00.',
    ]);
    expect(await next({ value: 5 })).toEqual([
      400,
      'invalid_customer.cpfCnpj',
      'Para criar esta cobrança é necessário preencher o CPF ou CNPJ do cliente.',
    ]);
    expect(control.charges()).toHaveLength(0);
  });

  it('takes the discount off before it compares with R$ 5,00', async () => {
    const { charge } = tryAsaas();
    const refused = await charge({ value: 1008, discount: { value: 1003.5, type: 'FIXED' } });
    expect(refused.error?.description).toContain(
      '(R$ 1.008,00) menos o valor do desconto (R$ 1.003,50)',
    );
    expect((await charge({ value: 10, discount: { value: 50, type: 'PERCENTAGE' } })).status).toBe(
      200,
    );
  });

  it('refuses a description above 500 characters', async () => {
    const { charge } = tryAsaas();
    expect((await charge({ description: 'x'.repeat(500) })).status).toBe(200);
    expect((await charge({ description: 'x'.repeat(501) })).status).toBe(400);
  });

  it('takes today from São Paulo, where it is still yesterday at one o’clock UTC', async () => {
    const { charge, clock } = tryAsaas();
    await clock.set(Date.parse('2026-03-11T01:00:00Z'));
    const { json } = await charge({ dueDate: TODAY });
    expect(json).toMatchObject({ status: 'PENDING', dateCreated: TODAY });
  });

  it('refuses a deleted customer', async () => {
    const { payer, remove, charge } = tryAsaas();
    const customer = await payer();
    await remove(`/customers/${customer}`);
    expect((await charge({ customer })).error?.code).toBe('invalid_customer');
  });

  it('inherits the account’s fine and interest, unless something is sent in their place', async () => {
    const [account] = DEFAULT_ACCOUNTS;
    if (account === undefined) throw new Error('no account');
    const terms = { fine: { value: 2, type: 'PERCENTAGE' as const }, interest: { value: 1 } };
    const { charge } = tryAsaas({ accounts: [{ ...account, terms }] });
    expect((await charge()).json).toMatchObject({ fine: { value: 2 }, interest: { value: 1 } });
    for (const nothing of [null, {}, { value: 0 }])
      expect((await charge({ fine: nothing, interest: nothing })).json).toMatchObject({
        fine: { value: 0 },
        interest: { value: 0 },
      });
  });

  it('makes a whole plan of an installment count, with the rest in the last parcel', async () => {
    const { charge, get } = tryAsaas();
    const first = await charge({ value: undefined, totalValue: 350, installmentCount: 12 });
    const list = await get(`/payments?limit=100&installment=${String(first.json['installment'])}`);
    const values = items(list).map(({ value }) => value);
    expect(values).toEqual([29.24, ...Array.from({ length: 11 }, () => 29.16)]);
    expect(items(list)[0]).toMatchObject({
      description: 'Parcela 12 de 12.',
      dueDate: '2027-02-20',
      installmentNumber: 12,
    });
  });

  it('stops at the daily limit and says how much of it is used', async () => {
    const { control, charge, get, clock } = tryAsaas();
    control.changeAccount('acc_sandbox', { dailyCreationLimit: 2 });
    await charge();
    expect((await get('/payments/limits')).json).toEqual({
      creation: { daily: { limit: 2, used: 1, wasReached: false } },
    });
    await charge();
    expect((await charge()).status).toBe(400);
    expect(control.charges()).toHaveLength(2);
    await clock.advance(12 * 60 * 60 * 1000);
    expect((await charge()).status).toBe(200);
  });
});
