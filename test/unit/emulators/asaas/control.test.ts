import { describe, expect, it } from 'vitest';
import { SANDBOX_KEY } from '../../../emulators/asaas/index.ts';
import { CPF, items, SECOND, TODAY, tryAsaas } from './try-asaas.ts';

describe('the control of the emulated Asaas', () => {
  it('edits a charge behind the back of whoever made it', async () => {
    const { chargeId, control, get } = tryAsaas();
    const id = await chargeId({ externalReference: 'ixc:p:1' });
    control.edit(id, { value: 5_050, dueDate: '2026-05-01', externalReference: null });
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      value: 50.5,
      dueDate: '2026-05-01',
      externalReference: null,
    });
    control.edit(id, { status: 'SOMETHING_NEW' });
    expect((await get(`/payments/${id}/status`)).json['status']).toBe('SOMETHING_NEW');
  });

  it('deletes, restores, refunds and makes overdue', async () => {
    const { chargeId, control } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    expect(control.delete(id).deleted).toBe(true);
    expect(control.restore(id).deleted).toBe(false);
    expect(control.overdue(id).status).toBe('OVERDUE');
    control.pay(id);
    expect(control.refund(id, { value: 1_000 })).toMatchObject({ status: 'RECEIVED' });
    expect(control.refund(id)).toMatchObject({ status: 'REFUNDED' });
  });

  it('takes a card payment through a chargeback', async () => {
    const { chargeId, control, get } = tryAsaas();
    const id = await chargeId({ billingType: 'CREDIT_CARD' });
    control.pay(id);
    control.chargeback(id);
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      status: 'CHARGEBACK_REQUESTED',
      chargeback: { status: 'REQUESTED', payment: id },
    });
    expect(control.chargeback(id, 'disputed').status).toBe('CHARGEBACK_DISPUTE');
    expect(control.chargeback(id, 'won').status).toBe('AWAITING_CHARGEBACK_REVERSAL');
  });

  it('lets a Pix come in that no charge asked for', async () => {
    const { control, get } = tryAsaas();
    control.strayPix('acc_sandbox', 4_200);
    expect(items(await get('/payments?status=RECEIVED'))).toMatchObject([
      { value: 42, externalReference: null, billingType: 'PIX' },
    ]);
  });

  it('seeds charges that the API would refuse', async () => {
    const { control, get } = tryAsaas();
    const payer = control.seedCustomer('acc_sandbox', { name: 'Cliente Exemplo', cpfCnpj: CPF });
    const { id } = control.seedCharge('acc_sandbox', {
      customer: payer.id,
      value: 300,
      dueDate: '2026-01-05',
      externalReference: 'ixc:p:9',
      createdAt: Date.parse('2025-12-20T12:00:00Z'),
    });
    expect((await get(`/payments/${id}`)).json).toMatchObject({
      status: 'OVERDUE',
      value: 3,
      dateCreated: '2025-12-20',
    });
  });

  it('logs every request by key id, and never a key', async () => {
    const { chargeId, control } = tryAsaas();
    await chargeId({ externalReference: 'ixc:p:1' });
    const [entry] = control.requests({ path: '/v3/payments', reference: 'ixc:p:1' });
    expect(entry).toMatchObject({
      method: 'POST',
      path: '/v3/payments',
      body: { externalReference: 'ixc:p:1', value: 100 },
      host: 'api-sandbox.asaas.com',
      environment: 'sandbox',
      accountId: 'acc_sandbox',
      keyId: 'key_sandbox',
      outcome: 'answered',
      status: 200,
    });
    expect(JSON.stringify([control.requests(), control.snapshot()])).not.toContain(SANDBOX_KEY);
  });

  it('finds requests by method, path pattern, reference and what came later', async () => {
    const { chargeId, get, control } = tryAsaas();
    const id = await chargeId();
    const last = control.requests().at(-1)?.sequence ?? 0;
    await get(`/payments/${id}`);
    await get('/payments?externalReference=a');
    expect(control.requests({ path: '/v3/payments/*' })).toHaveLength(1);
    expect(control.requests({ method: 'POST' })).toHaveLength(2);
    expect(control.requests({ reference: 'a' })).toMatchObject([
      { query: { externalReference: 'a' }, carriedOutAt: null },
    ]);
    expect(control.requests({ after: last })).toHaveLength(2);
    control.clearRequests();
    expect(control.requests()).toEqual([]);
  });

  it('gives copies, so that a test cannot change what it looks at', async () => {
    const { chargeId, control } = tryAsaas();
    const id = await chargeId();
    control.charge(id).status = 'RECEIVED';
    expect(control.charge(id).status).toBe('PENDING');
    expect(() => control.charge('pay_unknown')).toThrow('pay_unknown');
  });

  it('starts again from nothing, without what was still to come', async () => {
    const { chargeId, payer, control, clock, get } = tryAsaas();
    await chargeId();
    control.addFault({ method: 'POST', fault: { kind: 'late-commit', seconds: 60 } });
    await expect(payer()).rejects.toThrow(TypeError);
    control.reset();
    await clock.advance(60 * SECOND);
    expect(control.snapshot().accounts.flatMap(({ charges }) => charges)).toEqual([]);
    expect(control.requests()).toEqual([]);
    expect((await get('/customers')).json['totalCount']).toBe(0);
  });

  it('makes the same ids again for the same seed', async () => {
    const ids = async (seed: number) => (await tryAsaas({ seed }).charge()).json['id'];
    expect(await ids(7)).toBe(await ids(7));
    expect(await ids(7)).not.toBe(await ids(8));
  });

  it('adds an account with keys of its own', async () => {
    const { control, call } = tryAsaas();
    control.addAccount({
      id: 'acc_second',
      environment: 'sandbox',
      name: 'Filial Exemplo Ltda',
      document: '11222333000262',
      email: 'filial@provedor-exemplo.example',
      keys: [{ id: 'key_second', key: '$aact_hmlg_FAKE0SECOND' }],
    });
    const { json } = await call('GET', '/v3/myAccount/commercialInfo', {
      key: '$aact_hmlg_FAKE0SECOND',
    });
    expect(json['cpfCnpj']).toBe('11222333000262');
  });

  it('jumps to a date, and what falls due on the way does', async () => {
    const { chargeId, control } = tryAsaas();
    const id = await chargeId({ dueDate: TODAY });
    await control.setTime('2026-03-11T03:00:00Z');
    expect(control.charge(id).status).toBe('OVERDUE');
    expect(new Date(control.now()).toISOString()).toBe('2026-03-11T03:00:00.000Z');
  });
});
