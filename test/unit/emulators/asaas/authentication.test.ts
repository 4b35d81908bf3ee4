import { describe, expect, it } from 'vitest';
import { PRODUCTION_KEY, SANDBOX_KEY, type AccountSeed } from '../../../emulators/asaas/index.ts';
import { tryAsaas } from './try-asaas.ts';

const KEY = '$aact_hmlg_FAKE0LIMITED';

function accountWith(key: Partial<AccountSeed['keys'][number]>): AccountSeed {
  return {
    id: 'acc_limited',
    environment: 'sandbox',
    name: 'Conta Exemplo',
    document: '11222333000181',
    email: 'conta@provedor-exemplo.example',
    keys: [{ id: 'key_limited', key: KEY, ...key }],
  };
}

describe('keys of the emulated Asaas', () => {
  it('answers 401 without a body when the key is missing', async () => {
    const reply = await tryAsaas().call('GET', '/v3/payments', { key: null });
    expect(reply).toMatchObject({ status: 401, text: '' });
  });

  it.each([
    ['something that is no key', 'abc', 'invalid_access_token_format'],
    ['an unknown key', '$aact_hmlg_UNKNOWN', 'invalid_access_token'],
    ['a key of production on the sandbox host', PRODUCTION_KEY, 'invalid_environment'],
    ['an unknown key of production there', '$aact_prod_UNKNOWN', 'invalid_environment'],
  ])('refuses %s', async (_, key, code) => {
    const reply = await tryAsaas().call('GET', '/v3/payments', { key });
    expect(reply.status).toBe(401);
    expect(reply.error?.code).toBe(code);
  });

  it('serves production by its own host', async () => {
    const { call } = tryAsaas();
    const host = 'api.asaas.com';
    expect((await call('GET', '/v3/payments', { key: PRODUCTION_KEY, host })).status).toBe(200);
    expect((await call('GET', '/v3/payments', { key: SANDBOX_KEY, host })).error?.code).toBe(
      'invalid_environment',
    );
  });

  it('refuses a key that was disabled', async () => {
    const { control, get } = tryAsaas();
    control.setKeyEnabled('key_sandbox', false);
    expect((await get('/payments')).error?.code).toBe('invalid_access_token');
    control.setKeyEnabled('key_sandbox', true);
    expect((await get('/payments')).status).toBe(200);
  });

  it('lets a key read what its scopes allow and answers 403 to the rest', async () => {
    const { call } = tryAsaas({ accounts: [accountWith({ scopes: ['PAYMENT:READ'] })] });
    expect((await call('GET', '/v3/payments', { key: KEY })).status).toBe(200);
    const written = await call('POST', '/v3/payments', { key: KEY, body: {} });
    expect(written.status).toBe(403);
    expect(written.error).toMatchObject({ code: 'insufficient_permission' });
    expect(written.error?.description).toContain('PAYMENT:WRITE');
    expect((await call('GET', '/v3/customers', { key: KEY })).status).toBe(403);
  });

  it('accepts READ_WRITE for both', async () => {
    const { call } = tryAsaas({ accounts: [accountWith({ scopes: ['CUSTOMER:READ_WRITE'] })] });
    const body = { name: 'Cliente Exemplo' };
    expect((await call('POST', '/v3/customers', { key: KEY, body })).status).toBe(200);
    expect((await call('GET', '/v3/customers', { key: KEY })).status).toBe(200);
  });

  it('keeps accounts apart', async () => {
    const { call, chargeId } = tryAsaas();
    const id = await chargeId();
    const host = 'api.asaas.com';
    const other = await call('GET', `/v3/payments/${id}`, { key: PRODUCTION_KEY, host });
    expect(other).toMatchObject({ status: 404, text: '' });
  });
});

describe('paths and headers of the emulated Asaas', () => {
  it('answers a wrong path with a page of HTML', async () => {
    const reply = await tryAsaas().call('GET', '/myAccount/accountNumber');
    expect(reply.status).toBe(404);
    expect(reply.headers.get('content-type')).toContain('text/html');
  });

  it('treats a trailing slash as the same path', async () => {
    const { get, post, payer } = tryAsaas();
    expect((await get('/myAccount/status/')).json['general']).toBe('APPROVED');
    expect((await get('/myAccount/status')).json['general']).toBe('APPROVED');
    const body = { customer: await payer(), billingType: 'PIX', value: 10, dueDate: '2026-03-20' };
    expect((await post('/payments/', body)).status).toBe(200);
  });

  it('refuses brackets that are not encoded', async () => {
    const { get } = tryAsaas();
    expect((await get('/payments?dueDate[ge]=2026-01-01')).status).toBe(400);
    expect((await get('/payments?dueDate%5Bge%5D=2026-01-01')).status).toBe(200);
  });

  it('sends cookies and the date of its clock, and nothing that allows a web page to read it', async () => {
    const { get, clock } = tryAsaas();
    await clock.advance(60_000);
    const { headers } = await get('/payments');
    expect(headers.get('date')).toBe('Tue, 10 Mar 2026 15:01:00 GMT');
    expect(headers.getSetCookie().map((cookie) => cookie.split('=')[0])).toEqual([
      'AWSALB',
      'AWSALBCORS',
      'JSESSIONID',
    ]);
    expect(headers.has('access-control-allow-origin')).toBe(false);
  });

  it('refuses a body that is not JSON', async () => {
    const { handle } = tryAsaas();
    const response = await handle(
      new Request('https://api-sandbox.asaas.com/v3/payments', {
        method: 'POST',
        headers: { access_token: SANDBOX_KEY },
        body: '{"customer":',
      }),
    );
    expect(response.status).toBe(400);
  });
});
