import { beforeEach, describe, expect, it } from 'vitest';
import { createIxcEmulator, KNOWN } from '../../../emulators/ixc/index.ts';
import { call } from './call.ts';

const ixc = createIxcEmulator({ today: '2026-03-10', customers: 30, invoices: 100 });
const { control } = ixc;

beforeEach(() => control.reset());

describe('what is written', () => {
  it('is a new record whenever the listing header is missing', async () => {
    const body = { qtype: 'fn_areceber.id', query: '1', oper: '=' };
    const { json } = await call(ixc, 'v1/fn_areceber', { listing: false, body });
    expect(json).toMatchObject({ type: 'success', id: '13001' });
    expect(control.count('fn_areceber')).toBe(101);
    expect(control.writes()).toMatchObject([{ intent: 'insert', table: 'fn_areceber', body }]);
  });

  it('is logged even when the token was refused', async () => {
    await call(ixc, 'v1/fn_areceber', { listing: false, authorization: null });
    expect(control.count('fn_areceber')).toBe(100);
    expect(control.writes()).toHaveLength(1);
  });

  it('is never a listing', async () => {
    await call(ixc, 'v1/fn_areceber');
    await call(ixc, 'v1/cliente');
    expect(control.writes()).toEqual([]);
    expect(control.requests({ intent: 'list' })).toHaveLength(2);
  });

  it('names updates, deletes, boletos and Pix', async () => {
    const { id } = KNOWN.openInvoice;
    const listing = false;
    await call(ixc, `v1/fn_areceber/${id}`, { method: 'PUT', listing });
    await call(ixc, `v1/fn_areceber/${id}`, { method: 'DELETE', listing });
    await call(ixc, 'v1/get_boleto', { body: { boletos: id } });
    await call(ixc, 'v1/get_pix', { body: { id_areceber: id } });
    const seen = control.writes().map(({ intent, table }) => `${intent} ${table}`);
    expect(seen).toEqual([
      'update fn_areceber',
      'delete fn_areceber',
      'action get_boleto',
      'action get_pix',
    ]);
  });

  it('replaces a record only as a whole, and drops some columns without a word', async () => {
    const { id } = KNOWN.openInvoice;
    const put = (body: unknown) =>
      call(ixc, `v1/fn_areceber/${id}`, { method: 'PUT', listing: false, body });
    expect((await put({ obs: 'x' })).text).toMatch(/^<div/);
    const whole = { ...control.invoice(id), obs: 'x', gateway_link: 'y' };
    expect((await put(whole)).json.type).toBe('success');
    expect(control.invoice(id)).toMatchObject({ obs: 'x', gateway_link: '' });
  });
});
