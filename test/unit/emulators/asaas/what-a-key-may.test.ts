import { describe, expect, it } from 'vitest';
import { items, TODAY, tryAsaas } from './try-asaas.ts';

const CHARGING = ['PAYMENT:READ_WRITE', 'CUSTOMER:READ_WRITE'];

describe('what a key of the emulated Asaas may', () => {
  it('includes transfers unless its scopes say otherwise', async () => {
    const { control, get, charge } = tryAsaas();
    expect((await get('/transfers?limit=1')).json).toMatchObject({ object: 'list', data: [] });
    control.setKeyScopes('key_sandbox', CHARGING);
    const refused = await get('/transfers?limit=1');
    expect(refused).toMatchObject({ status: 403, error: { code: 'insufficient_permission' } });
    expect(refused.error?.description).toContain('TRANSFER:READ');
    expect((await charge()).status).toBe(200);
    control.setKeyScopes('key_sandbox', null);
    expect((await get('/transfers?limit=1')).status).toBe(200);
  });
});

describe('the Pix keys of an account', () => {
  it('are listed by their status', async () => {
    const { get, control } = tryAsaas();
    expect(items(await get('/pix/addressKeys?status=ACTIVE'))).toMatchObject([
      { type: 'EVP', status: 'ACTIVE' },
    ]);
    control.changeAccount('acc_sandbox', { ownPixKey: false });
    expect(items(await get('/pix/addressKeys?status=ACTIVE'))).toEqual([]);
    expect(items(await get('/pix/addressKeys'))).toMatchObject([{ status: 'DELETED' }]);
  });

  it('are hidden from a key without the scope', async () => {
    const { get, control } = tryAsaas();
    control.setKeyScopes('key_sandbox', CHARGING);
    expect((await get('/pix/addressKeys?status=ACTIVE')).error?.code).toBe(
      'insufficient_permission',
    );
  });

  it('decide how long a Pix code lives: without one, until the end of the day it was asked for', async () => {
    const { get, control, chargeId } = tryAsaas();
    const path = `/payments/${await chargeId({ billingType: 'PIX' })}/pixQrCode`;
    expect((await get(path)).json['expirationDate']).toBe('2027-03-20 23:59:59');
    control.changeAccount('acc_sandbox', { ownPixKey: false });
    expect((await get(path)).json['expirationDate']).toBe(`${TODAY} 23:59:59`);
  });
});
