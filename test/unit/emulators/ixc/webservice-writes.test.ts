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

describe('a receipt', () => {
  const receipt = {
    id_receber: KNOWN.openInvoice.id,
    conta_: '1',
    id_conta: '311',
    data: '10/03/2026',
    credito: '99,90',
    valor_total_recebido: '99,90',
    historico: 'Recebimento',
    tipo_lanc: 'R',
  };
  const post = (body: unknown) =>
    call(ixc, 'v1/fn_areceber_recebimentos_baixas_novo', { listing: false, body });

  it('closes the invoice and can be listed', async () => {
    expect((await post(receipt)).json.type).toBe('success');
    expect(control.invoice(receipt.id_receber)).toMatchObject({
      status: 'R',
      valor_aberto: '0.00',
      valor_recebido: '99.90',
    });
    const body = { qtype: 'fn_movim_finan.id_receber', oper: '=', query: receipt.id_receber };
    expect((await call(ixc, 'v1/fn_areceber_baixas', { body })).records).toHaveLength(1);
  });

  it('is refused for an invoice that is received already', async () => {
    const body = { ...receipt, id_receber: KNOWN.receivedInvoice.id };
    expect((await post(body)).json).toMatchObject({ type: 'error' });
  });

  it('takes a dot for thousands and so writes a wrong amount', async () => {
    await post({ ...receipt, id_receber: KNOWN.companyInvoice.id, credito: '8.99' });
    expect(control.invoice(KNOWN.companyInvoice.id).valor_recebido).toBe('899.00');
  });
});
