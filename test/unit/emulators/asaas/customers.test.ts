import { describe, expect, it } from 'vitest';
import { CPF, items, tryAsaas } from './try-asaas.ts';

describe('customers of the emulated Asaas', () => {
  it('answers a new one with every field, nulls included', async () => {
    const { post } = tryAsaas();
    const { json } = await post('/customers', { name: 'Cliente Exemplo', cpfCnpj: CPF });
    expect(json).toEqual({
      object: 'customer',
      id: expect.stringMatching(/^cus_\d{12}$/) as string,
      dateCreated: '2026-03-10',
      name: 'Cliente Exemplo',
      email: null,
      company: null,
      phone: null,
      mobilePhone: null,
      address: null,
      addressNumber: null,
      complement: null,
      province: null,
      postalCode: null,
      cpfCnpj: CPF,
      personType: 'FISICA',
      deleted: false,
      additionalEmails: null,
      externalReference: null,
      notificationDisabled: false,
      observations: null,
      municipalInscription: null,
      stateInscription: null,
      canDelete: true,
      cannotBeDeletedReason: null,
      canEdit: true,
      cannotEditReason: null,
      city: null,
      cityName: null,
      state: null,
      country: 'Brasil',
    });
  });

  it('stores documents and phones as digits, references as text, and ignores unknown fields', async () => {
    const { post } = tryAsaas();
    const { json } = await post('/customers', {
      name: 'Empresa Exemplo',
      cpfCnpj: '11.222.333/0001-81',
      mobilePhone: '(11) 90000-0001',
      externalReference: 1,
      colour: 'blue',
    });
    expect(json).toMatchObject({
      cpfCnpj: '11222333000181',
      personType: 'JURIDICA',
      mobilePhone: '11900000001',
      externalReference: '1',
    });
    expect(json).not.toHaveProperty('colour');
  });

  it.each([
    ['no name', { name: null, cpfCnpj: '1' }, 'invalid_name', 'O campo name deve ser informado'],
    [
      'a CPF with a wrong check digit',
      { name: 'A', cpfCnpj: '24971563793' },
      'invalid_object',
      'O CPF/CNPJ informado é inválido.',
    ],
    [
      'a CPF of one repeated digit',
      { name: 'A', cpfCnpj: '111.111.111-11' },
      'invalid_object',
      'O CPF/CNPJ informado é inválido.',
    ],
    [
      'a CNPJ with a wrong check digit',
      { name: 'A', cpfCnpj: '11222333000182' },
      'invalid_object',
      'O CPF/CNPJ informado é inválido.',
    ],
    [
      'a CNPJ with letters and a wrong check digit',
      { name: 'A', cpfCnpj: '12ABC34501DE36' },
      'invalid_object',
      'O CPF/CNPJ informado é inválido.',
    ],
    ['an e-mail without a domain', { name: 'A', email: 'a@b' }, 'invalid_email', undefined],
    [
      'a mobile of one repeated digit',
      { name: 'A', mobilePhone: '99999999999' },
      'invalid_mobilePhone',
      undefined,
    ],
  ])('refuses %s, and says only that', async (_, body, code, description) => {
    const { post, control } = tryAsaas();
    const reply = await post('/customers', body);
    expect(reply.status).toBe(400);
    expect(reply.json['errors']).toHaveLength(1);
    expect(reply.error?.code).toBe(code);
    if (description !== undefined) expect(reply.error?.description).toBe(description);
    expect(control.customers()).toHaveLength(0);
  });

  it('accepts one without a document', async () => {
    const { json } = await tryAsaas().post('/customers', { name: 'Cliente Exemplo' });
    expect(json).toMatchObject({ cpfCnpj: null, personType: null });
  });

  it('keeps the letters of a CNPJ, and finds it by them', async () => {
    const { payer, get } = tryAsaas();
    const id = await payer({ cpfCnpj: '12.ABC.345/01de-35' });
    const [found] = items(await get('/customers?cpfCnpj=12ABC34501DE35'));
    expect(found).toMatchObject({ id, cpfCnpj: '12ABC34501DE35', personType: 'JURIDICA' });
  });

  it('accepts the same one twice', async () => {
    const { payer, get } = tryAsaas();
    const ids = [await payer({ externalReference: 'x' }), await payer({ externalReference: 'x' })];
    expect(new Set(ids).size).toBe(2);
    expect((await get('/customers?externalReference=x')).json['totalCount']).toBe(2);
  });

  it('finds by document in any format, e-mail, part of the name and reference', async () => {
    const { payer, get } = tryAsaas();
    const id = await payer({ name: 'Ana Exemplo', email: 'ana@cliente.example' });
    await payer({ name: 'Bruno Exemplo', cpfCnpj: '11222333000181', externalReference: 'b' });
    for (const query of ['cpfCnpj=249.715.637-92', 'email=ana%40cliente.example', 'name=ana'])
      expect(items(await get(`/customers?${query}`)).map((found) => found['id'])).toEqual([id]);
    expect(items(await get('/customers?externalReference=c'))).toEqual([]);
  });

  it('changes only what is sent', async () => {
    const { payer, put } = tryAsaas();
    const id = await payer({ email: 'ana@cliente.example' });
    const { json } = await put(`/customers/${id}`, { name: 'Nome Novo' });
    expect(json).toMatchObject({ name: 'Nome Novo', email: 'ana@cliente.example', cpfCnpj: CPF });
  });

  it('leaves lists when deleted, answers by id, and comes back when restored', async () => {
    const { payer, get, remove, post } = tryAsaas();
    const id = await payer();
    expect((await remove(`/customers/${id}`)).json).toEqual({ deleted: true, id });
    expect(items(await get('/customers'))).toEqual([]);
    expect((await get(`/customers/${id}`)).json).toMatchObject({ deleted: true, canEdit: false });
    expect((await post(`/customers/${id}/restore`)).json['deleted']).toBe(false);
    expect(items(await get('/customers'))).toHaveLength(1);
  });

  it('answers an unknown id with 404 and no body', async () => {
    const { get, remove } = tryAsaas();
    expect(await get('/customers/cus_000000000000')).toMatchObject({ status: 404, text: '' });
    expect(await remove('/customers/%7Bid%7D')).toMatchObject({ status: 404, text: '' });
  });
});

describe('notifications of the emulated Asaas', () => {
  it('gives every customer eight, with e-mail and SMS on', async () => {
    const { payer, get } = tryAsaas();
    const reply = await get(`/customers/${await payer()}/notifications`);
    expect(reply.json).toMatchObject({ totalCount: 8, hasMore: false });
    expect(items(reply).map((notice) => [notice['event'], notice['scheduleOffset']])).toEqual([
      ['PAYMENT_RECEIVED', 0],
      ['PAYMENT_OVERDUE', 0],
      ['PAYMENT_DUEDATE_WARNING', 10],
      ['PAYMENT_DUEDATE_WARNING', 0],
      ['PAYMENT_CREATED', 0],
      ['PAYMENT_UPDATED', 0],
      ['SEND_LINHA_DIGITAVEL', 0],
      ['PAYMENT_OVERDUE', 7],
    ]);
    for (const notice of items(reply))
      expect(notice).toMatchObject({
        emailEnabledForCustomer: true,
        smsEnabledForCustomer: true,
        whatsappEnabledForCustomer: false,
      });
  });

  it('changes one, and refuses a schedule that its event does not have', async () => {
    const { payer, get, put } = tryAsaas();
    const [, , warning] = items(await get(`/customers/${await payer()}/notifications`));
    const path = `/notifications/${String(warning?.['id'])}`;
    const changed = await put(path, { enabled: false, scheduleOffset: 5 });
    expect(changed.json).toMatchObject({ enabled: false, scheduleOffset: 5 });
    expect((await put(path, { scheduleOffset: 6 })).status).toBe(400);
    expect((await put('/notifications/not_x', {})).status).toBe(404);
  });

  it('changes several at once', async () => {
    const { payer, get, put } = tryAsaas();
    const customer = await payer();
    const all = items(await get(`/customers/${customer}/notifications`));
    const notifications = all.slice(0, 2).map(({ id }) => ({ id, smsEnabledForCustomer: false }));
    const { json } = await put('/notifications/batch', { customer, notifications });
    expect(json['notifications']).toHaveLength(2);
    const after = items(await get(`/customers/${customer}/notifications`));
    expect(after.filter((notice) => notice['smsEnabledForCustomer'] === false)).toHaveLength(2);
  });
});
