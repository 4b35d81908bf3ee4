import { describe, expect, it } from 'vitest';
import { newCharge, newPayer, tryClient, valueOf } from './try-client.ts';
import { PRODUCTION_KEY } from '../../emulators/asaas/index.ts';

describe('a payer', () => {
  it('is created silent, and found by reference and by document', async () => {
    const { client, asaas } = tryClient();
    const payer = valueOf(await client.createPayer(newPayer));
    expect(payer).toMatchObject({
      id: payer.id,
      name: newPayer.name,
      document: newPayer.document,
      reference: newPayer.reference,
      deleted: false,
      silenced: true,
    });
    expect(asaas.control.customers(newPayer.reference)).toMatchObject([
      { notificationDisabled: true },
    ]);
    const byReference = await client.listPayers({ externalReference: newPayer.reference });
    const byDocument = await client.listPayers({ cpfCnpj: '529.982.247-25' });
    expect(byReference).toEqual({ ok: true, value: [payer] });
    expect(byDocument).toEqual({ ok: true, value: [payer] });
    expect(await client.listPayers({ cpfCnpj: '24971563792' })).toEqual({ ok: true, value: [] });
  });

  it('is read by its id', async () => {
    const { client } = tryClient();
    const payer = valueOf(await client.createPayer(newPayer));
    expect(await client.getPayer(payer.id)).toEqual({ ok: true, value: payer });
    expect(await client.getPayer('cus_nobody')).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
  });

  it('is created in spite of a contact that Asaas would refuse', async () => {
    const { client, asaas } = tryClient();
    const answer = await client.createPayer({
      ...newPayer,
      email: 'não tem',
      phone: '3000',
      mobilePhone: '(49) 99999-9999'.replace(/\d/g, '9'),
      postalCode: '898',
      address: '  ',
    });
    expect(answer.ok).toBe(true);
    const body = asaas.control.requests({ method: 'POST' })[0]?.body;
    for (const field of ['email', 'phone', 'mobilePhone', 'postalCode', 'address']) {
      expect(body).not.toHaveProperty(field);
    }
  });

  it('is sent with the contact as Asaas writes it', async () => {
    const { client, asaas } = tryClient();
    await client.createPayer({
      ...newPayer,
      email: ' primeira@cliente.example; segunda@cliente.example',
      phone: '+55 (49) 3000-1234',
      mobilePhone: '(49) 99000-1234',
      postalCode: '89801-000',
      district: 'Centro',
    });
    expect(asaas.control.requests({ method: 'POST' })[0]?.body).toMatchObject({
      email: 'primeira@cliente.example',
      phone: '4930001234',
      mobilePhone: '49990001234',
      postalCode: '89801000',
      province: 'Centro',
    });
  });

  it('with a wrong document is refused', async () => {
    const { client } = tryClient();
    expect(await client.createPayer({ ...newPayer, document: '52998224726' })).toMatchObject({
      ok: false,
      error: { kind: 'rejected' },
    });
  });
});

describe('the account', () => {
  it('says whose it is, what it costs and whether it is approved, and nothing is changed', async () => {
    const { client, asaas } = tryClient();
    expect(valueOf(await client.owner())).toEqual({
      name: 'Provedor Exemplo Telecom Ltda',
      document: '11222333000181',
    });
    expect(valueOf(await client.approval())).toBe('APPROVED');
    const fees = valueOf(await client.fees());
    for (const fee of [fees.boleto, fees.pix, fees.messaging]) {
      expect(fee).toEqual(expect.any(Number));
    }
    expect(asaas.control.requests().every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('a key', () => {
  it('of the other environment is refused with a reason', async () => {
    const { client } = tryClient(PRODUCTION_KEY, 'sandbox');
    expect(await client.owner()).toMatchObject({
      ok: false,
      error: { kind: 'unauthorized', code: 'invalid_environment' },
    });
  });

  it('that was switched off is refused', async () => {
    const { client, asaas } = tryClient();
    asaas.control.setKeyEnabled('key_sandbox', false);
    expect(await client.owner()).toMatchObject({ error: { kind: 'unauthorized' } });
  });

  it('without the scope is forbidden, whatever the status', async () => {
    const { client, asaas } = tryClient('$aact_hmlg_0000FAKE0000READONLY0000KEY');
    asaas.control.addAccount({
      id: 'acc_reader',
      environment: 'sandbox',
      name: 'Provedor Exemplo',
      document: '11222333000181',
      email: 'x@provedor.example',
      keys: [
        {
          id: 'key_reader',
          key: '$aact_hmlg_0000FAKE0000READONLY0000KEY',
          scopes: ['CUSTOMER:READ', 'PAYMENT:READ'],
        },
      ],
    });
    expect(await client.createPayer(newPayer)).toMatchObject({
      error: { kind: 'forbidden', code: 'insufficient_permission' },
    });
  });
});

describe('every answer', () => {
  it('tells the server’s time, and the limits where there are any', async () => {
    const { client, exchanges } = tryClient();
    const payer = valueOf(await client.createPayer(newPayer));
    await client.createCharge(newCharge(payer.id));
    expect(exchanges).toHaveLength(2);
    expect(exchanges[0]).toMatchObject({
      status: 200,
      serverTime: Date.parse('2026-11-10T15:00:00Z'),
      rateLimit: null,
    });
    expect(exchanges[1]?.rateLimit).toMatchObject({ limit: 100, remaining: 99 });
    expect(exchanges[1]?.rateLimit?.resetMs).toBeGreaterThan(0);
  });
});
