import { describe, expect, it } from 'vitest';
import { DAY, tryAsaas } from './try-asaas.ts';

describe('changing a charge in the emulated Asaas', () => {
  it('changes value, due date and means, and keeps customer and original due date', async () => {
    const { chargeId, payer, put } = tryAsaas();
    const customer = await payer();
    const id = await chargeId({ customer, billingType: 'PIX' });
    const { json } = await put(`/payments/${id}`, {
      customer: await payer(),
      billingType: 'BOLETO',
      value: 80.5,
      dueDate: '2026-04-01',
    });
    expect(json).toMatchObject({
      customer,
      billingType: 'BOLETO',
      value: 80.5,
      dueDate: '2026-04-01',
      originalDueDate: '2026-03-20',
      nossoNumero: expect.any(String) as string,
    });
  });

  it('refuses to change the means of a received charge, with the recorded words', async () => {
    const { chargeId, control, put } = tryAsaas();
    const id = await chargeId({ billingType: 'PIX' });
    control.pay(id);
    const body = { billingType: 'BOLETO', value: 11.42, dueDate: '2026-03-20' };
    expect((await put(`/payments/${id}`, body)).error).toEqual({
      code: 'invalid_billingType',
      description:
        'Não é possível alterar a forma de pagamento de cobranças recebidas ou confirmadas.',
    });
    const same = await put(`/payments/${id}`, { ...body, billingType: 'PIX' });
    expect(same.error?.code).toBe('invalid_action');
    expect(control.charge(id).value).toBe(10_000);
  });

  it('refuses the same things as creation does', async () => {
    const { chargeId, put } = tryAsaas();
    const path = `/payments/${await chargeId()}`;
    expect((await put(path, { value: 4.99 })).error?.code).toBe('invalid_object');
    expect((await put(path, { dueDate: '2026-03-09' })).error?.code).toBe('invalid_dueDate');
  });

  it('opens an overdue charge again when it gets a new due date', async () => {
    const { chargeId, put, clock } = tryAsaas();
    const id = await chargeId({ dueDate: '2026-03-11' });
    await clock.advance(3 * DAY);
    const same = await put(`/payments/${id}`, { value: 90, dueDate: '2026-03-11' });
    expect(same.json).toMatchObject({ status: 'OVERDUE', value: 90 });
    const moved = await put(`/payments/${id}`, { dueDate: '2026-03-31' });
    expect(moved.json).toMatchObject({ status: 'PENDING', dueDate: '2026-03-31' });
  });

  it('becomes overdue when the day after the due date begins in São Paulo', async () => {
    const { chargeId, get, clock } = tryAsaas();
    const id = await chargeId({ dueDate: '2026-03-11' });
    await clock.set(Date.parse('2026-03-12T02:59:59Z'));
    expect((await get(`/payments/${id}/status`)).json).toEqual({ status: 'PENDING' });
    await clock.advance(1000);
    expect((await get(`/payments/${id}/status`)).json).toEqual({ status: 'OVERDUE' });
  });

  it('does not delete a received charge, and says so in the recorded words', async () => {
    const { charge, control, remove } = tryAsaas();
    const { json } = await charge();
    const id = String(json['id']);
    control.pay(id);
    expect((await remove(`/payments/${id}`)).error).toEqual({
      code: 'invalid_action',
      description: `A cobrança [${String(json['nossoNumero'])}] não pode ser removida: Só é possível remover cobranças pendentes ou vencidas.`,
    });
  });

  it('brings a deleted charge back, overdue when its day went by', async () => {
    const { chargeId, remove, post, clock, listed } = tryAsaas();
    const id = await chargeId({ dueDate: '2026-03-11' });
    await remove(`/payments/${id}`);
    await clock.advance(5 * DAY);
    expect((await post(`/payments/${id}/restore`)).json).toMatchObject({
      deleted: false,
      status: 'OVERDUE',
    });
    expect(await listed()).toEqual([id]);
    expect((await post(`/payments/${id}/restore`)).status).toBe(400);
  });

  it('refuses to change or delete what is deleted', async () => {
    const { chargeId, remove, put } = tryAsaas();
    const id = await chargeId();
    await remove(`/payments/${id}`);
    expect((await put(`/payments/${id}`, { value: 50 })).status).toBe(400);
    expect((await remove(`/payments/${id}`)).status).toBe(400);
  });

  it('answers every request for an unknown charge with 404 and no body', async () => {
    const { get, put, remove, post } = tryAsaas();
    const path = '/payments/pay_that_not_exists';
    for (const reply of [
      await get(path),
      await put(path, {}),
      await remove(path),
      await post(`${path}/refund`),
      await get(`${path}/pixQrCode`),
    ])
      expect(reply).toMatchObject({ status: 404, text: '' });
  });
});
