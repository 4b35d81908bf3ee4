import { beforeEach, describe, expect, it } from 'vitest';
import { createIxcEmulator, KNOWN } from '../../../emulators/ixc/index.ts';
import { call } from './call.ts';

const ixc = createIxcEmulator({ today: '2026-03-10', customers: 30, invoices: 100 });
const { control } = ixc;
const { id } = KNOWN.openInvoice;

const RECEIPT = {
  id_receber: id,
  conta_: '2',
  id_conta: '312',
  data: '09/03/2026',
  credito: '99,90',
  valor_total_recebido: '99,90',
  historico: 'Recebimento Asaas pay_0001',
  tipo_lanc: 'R',
  tipo_recebimento: 'P',
};

const post = async (body: unknown) =>
  (await call(ixc, 'v1/fn_areceber_recebimentos_baixas_novo', { listing: false, body })).json;

const receipts = async (body: Readonly<Record<string, string>>) =>
  (await call(ixc, 'v1/fn_areceber_baixas', { body })).records;

const receiptsOf = (invoiceId: string) =>
  receipts({ qtype: 'fn_movim_finan.id_receber', oper: '=', query: invoiceId });

beforeEach(() => control.reset());

describe('a receipt', () => {
  it('closes the invoice and can be listed, in the account and on the day that it names', async () => {
    expect(await post(RECEIPT)).toMatchObject({ type: 'success' });
    expect(control.invoice(id)).toMatchObject({
      status: 'R',
      valor_aberto: '0.00',
      valor_recebido: '99.90',
      pagamento_data: '2026-03-09',
    });
    expect(await receiptsOf(id)).toMatchObject([
      { conta_: '2', id_conta: '312', data: '2026-03-09', credito: '99.90', tipo_recebimento: 'P' },
    ]);
  });

  it('of less than is open leaves the invoice partly paid', async () => {
    await post({ ...RECEIPT, credito: '40,00', valor_total_recebido: '40,00' });
    expect(control.invoice(id)).toMatchObject({ status: 'P', valor_aberto: '59.90' });
  });

  it('sent twice is registered twice, for the server knows no key of it', async () => {
    const part = { ...RECEIPT, credito: '40,00', valor_total_recebido: '40,00' };
    await post(part);
    await post(part);
    expect(await receiptsOf(id)).toHaveLength(2);
    expect(control.invoice(id)).toMatchObject({ status: 'P', valor_aberto: '19.90' });
  });

  it('takes a dot for thousands, and so writes a wrong amount without a word', async () => {
    const body = { ...RECEIPT, id_receber: KNOWN.companyInvoice.id };
    const answer = await post({ ...body, credito: '8.99', valor_total_recebido: '8.99' });
    expect(answer).toMatchObject({ type: 'success' });
    expect(control.invoice(KNOWN.companyInvoice.id).valor_recebido).toBe('899.00');
  });

  it('loses a date that is not dd/mm/aaaa', async () => {
    await post({ ...RECEIPT, data: '2026-03-09' });
    expect(await receiptsOf(id)).toMatchObject([{ data: '0000-00-00' }]);
  });

  it('spoils what is not plain ASCII in its words', async () => {
    await post({ ...RECEIPT, historico: 'Lançamento — 1' });
    expect(await receiptsOf(id)).toMatchObject([{ historico: 'LanÃ§amento ? 1' }]);
  });

  it.each([
    ['an invoice that was received', { id_receber: KNOWN.receivedInvoice.id }],
    ['an invoice that was cancelled', { id_receber: KNOWN.cancelledInvoice.id }],
    ['an invoice that a renegotiation closed', { id_receber: KNOWN.renegotiatedInvoice.id }],
    ['an invoice without a status', { id_receber: KNOWN.legacyStatusInvoice.id }],
    ['an invoice that is not there', { id_receber: '1' }],
    ['no account', { conta_: '' }],
    ['no words', { historico: '' }],
    ['more money than was owed, unexplained', { valor_total_recebido: '105,00' }],
    ['less money than was owed, unexplained', { valor_total_recebido: '95,00' }],
    ['a discount without a reason', { valor_total_recebido: '95,00', vdesconto: '4,90' }],
  ])('is refused for %s', async (_what, change) => {
    expect(await post({ ...RECEIPT, ...change })).toMatchObject({ type: 'error' });
    expect(await receiptsOf(id)).toEqual([]);
    expect(control.invoice(id).status).toBe('A');
  });

  it.each([
    ['interest', { valor_total_recebido: '105,00', vacrescimo: '5,10' }],
    ['a discount', { valor_total_recebido: '95,00', vdesconto: '4,90', id_motivo_desconto: '1' }],
  ])('is taken with %s that explains the difference', async (_what, change) => {
    expect(await post({ ...RECEIPT, ...change })).toMatchObject({ type: 'success' });
    expect(control.invoice(id)).toMatchObject({ status: 'R', valor_recebido: '99.90' });
  });

  it('in a closed period is written down, and changes nothing', async () => {
    control.closePeriod('2026-03-09');
    expect(await post(RECEIPT)).toMatchObject({ type: 'success' });
    expect(await receiptsOf(id)).toHaveLength(1);
    expect(control.invoice(id)).toMatchObject({ status: 'A', valor_aberto: '99.90' });
    expect(await post({ ...RECEIPT, data: '10/03/2026' })).toMatchObject({ type: 'success' });
    expect(control.invoice(id).status).toBe('R');
  });
});

describe('the list of receipts', () => {
  it('sorts by its id alone, and looks empty when asked for another order', async () => {
    const sorted = await receipts({ sortname: 'fn_movim_finan.id', sortorder: 'desc', rp: '2' });
    expect(Number(sorted[0]?.['id'])).toBeGreaterThan(Number(sorted[1]?.['id']));
    expect(await receipts({ sortname: 'fn_movim_finan.data' })).toEqual([]);
    expect(await receipts({ sortname: 'fn_areceber_baixas.id' })).toEqual([]);
  });
});
