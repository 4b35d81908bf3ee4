import { beforeEach, describe, expect, it } from 'vitest';
import { createIxcEmulator, KNOWN } from '../../../emulators/ixc/index.ts';

const ixc = createIxcEmulator({ today: '2026-03-10', customers: 30, invoices: 100 });
const { control } = ixc;

beforeEach(() => control.reset());

describe('what the provider does meanwhile', () => {
  it('receives a part, then the rest', () => {
    const { id } = KNOWN.openInvoice;
    expect(control.receive(id, 40_00)).toMatchObject({ status: 'P', valor_aberto: '59.90' });
    expect(control.receive(id)).toMatchObject({ status: 'R', valor_recebido: '99.90' });
    expect(control.invoice(id).ultima_atualizacao).toMatch(/^2026-03-10 12:/);
  });

  it('cancels', () => {
    expect(control.cancel(KNOWN.openInvoice.id)).toMatchObject({
      status: 'C',
      valor_aberto: '0.00',
      data_cancelamento: '2026-03-10',
    });
  });

  it('renegotiates two invoices into one of their sum', () => {
    const old = [KNOWN.openInvoice.id, KNOWN.secondOpenInvoice.id];
    const made = control.renegotiate(old, '2026-04-01');
    expect(made).toMatchObject({ status: 'A', valor: '199.80', data_vencimento: '2026-04-01' });
    for (const id of old) {
      expect(control.invoice(id)).toMatchObject({
        titulo_renegociado: 'S',
        id_renegociacao: made.id_renegociacao_novo,
      });
    }
  });

  it('edits records, of which tests only ever hold copies', () => {
    const copy = control.editCustomer('1', { email: 'novo@cliente.example' });
    copy.email = 'errado@cliente.example';
    expect(control.customer('1').email).toBe('novo@cliente.example');
  });

  it('forgets it all on reset', () => {
    control.cancel(KNOWN.openInvoice.id);
    control.reset();
    expect(control.invoice(KNOWN.openInvoice.id).status).toBe('A');
  });

  it('knows no invoice that is not there', () => {
    expect(() => control.invoice('1')).toThrow('no fn_areceber 1');
  });
});
