import { describe, expect, it } from 'vitest';
import { DAY, items, tryAsaas } from './try-asaas.ts';

describe('lists of charges in the emulated Asaas', () => {
  it('show the newest first, ten at a time unless more is asked for', async () => {
    const { payer, chargeId, get } = tryAsaas();
    const customer = await payer();
    const ids: string[] = [];
    for (let count = 0; count < 12; count += 1) ids.unshift(await chargeId({ customer }));
    const first = await get('/payments');
    expect(first.json).toMatchObject({
      object: 'list',
      hasMore: true,
      totalCount: 12,
      limit: 10,
      offset: 0,
    });
    expect(items(first).map(({ id }) => id)).toEqual(ids.slice(0, 10));
    const second = await get('/payments?offset=10&limit=10');
    expect(second.json).toMatchObject({ hasMore: false, offset: 10 });
    expect(items(second).map(({ id }) => id)).toEqual(ids.slice(10));
  });

  it('never show more than a hundred', async () => {
    const { payer, control, get } = tryAsaas();
    const customer = await payer();
    for (let count = 0; count < 101; count += 1)
      control.seedCharge('acc_sandbox', { customer, value: 1000, dueDate: '2026-03-20' });
    const reply = await get('/payments?limit=500');
    expect(reply.json).toMatchObject({ limit: 100, hasMore: true, totalCount: 101 });
    expect(items(reply)).toHaveLength(100);
  });

  it('filter by every field of the definition', async () => {
    const { payer, chargeId, listed, control, clock } = tryAsaas();
    const customer = await payer({ groupName: 'fibra' });
    const paid = await chargeId({ customer, billingType: 'PIX', externalReference: 'ixc:p:1' });
    await clock.advance(DAY);
    control.pay(paid);
    const open = await chargeId({ dueDate: '2026-04-20', externalReference: 'ixc:p:2' });
    const only = async (query: string, expected: string[]) =>
      expect([query, await listed(query)]).toEqual([query, expected]);

    await only(`customer=${customer}`, [paid]);
    await only('customerGroupName=fibra', [paid]);
    await only('billingType=PIX', [paid]);
    await only('status=RECEIVED', [paid]);
    await only('status=PENDING', [open]);
    await only('externalReference=ixc%3Ap%3A2', [open]);
    await only('externalReference=ixc%3Ap%3A', []);
    await only('paymentDate=2026-03-11', [paid]);
    await only('paymentDate%5Bge%5D=2026-03-11', [paid]);
    await only('paymentDate%5Bge%5D=2026-03-12', []);
    await only('paymentDate%5Ble%5D=2026-03-11', [paid]);
    await only('estimatedCreditDate=2026-03-11', [paid]);
    await only('estimatedCreditDate%5Bge%5D=2026-03-12', []);
    await only(`pixQrCodeId=${String(control.charge(paid).pixQrCodeId)}`, [paid]);
    await only('dateCreated%5Ble%5D=2026-03-10', [paid]);
    await only('dateCreated%5Bge%5D=2026-03-11', [open]);
    await only('dueDate%5Bge%5D=2026-04-01&dueDate%5Ble%5D=2026-04-30', [open]);
    await only('user=financeiro%40provedor-exemplo.example', [open, paid]);
    await only('anticipated=false&anticipable=false', [open, paid]);
    await only('anticipated=true', []);
    await only('invoiceStatus=AUTHORIZED', []);
    await only('subscription=sub_x', []);
    await only('checkoutSession=x', []);
  });

  it('ignore a filter that is empty or unknown, as careless clients find out', async () => {
    const { chargeId, listed } = tryAsaas();
    const id = await chargeId();
    expect(await listed('externalReference=')).toEqual([id]);
    expect(await listed('updatedAt%5Bge%5D=2030-01-01')).toEqual([id]);
  });

  it('refuse a status that does not exist', async () => {
    expect((await tryAsaas().get('/payments?status=CANCELED')).status).toBe(400);
  });

  it('leave out what is deleted, while the id still answers', async () => {
    const { chargeId, remove, listed, get } = tryAsaas();
    const id = await chargeId();
    expect((await remove(`/payments/${id}`)).json).toEqual({ deleted: true, id });
    expect(await listed()).toEqual([]);
    expect((await get(`/payments/${id}`)).json).toMatchObject({ deleted: true, status: 'PENDING' });
  });
});
