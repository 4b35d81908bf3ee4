import { describe, expect, it } from 'vitest';
import { REGISTRATION_FIELDS } from '../../../../lib/billing/invoice.ts';
import { invoiceRecord } from '../../../../lib/ixc/webservice/invoice-record.ts';
import { customerRecord } from '../../../../lib/ixc/webservice/customer-record.ts';
import { accountRecord, carteiraRecord } from '../../../../lib/ixc/webservice/small-records.ts';
import { invoice } from '../../../fixtures/invoice.ts';

/** The columns of a real list answer that matter here, as that server wrote them, with invented values. */
const ROW = {
  id_remessa: '0',
  gateway_link: '',
  nn_boleto: '',
  boleto: '',
  id: '145535',
  liberado: 'S',
  filial_id: '1',
  status: 'A',
  data_emissao: '2026-11-08',
  data_vencimento: '2026-11-21',
  valor: '26.00',
  valor_recebido: '0.00',
  valor_aberto: '26.00',
  id_cliente: '2',
  id_carteira_cobranca: '5',
  documento: '72006',
  tipo_recebimento: 'Gateway',
  tipo_renegociacao: '',
  id_renegociacao: '',
  id_cobranca: '',
  id_renegociacao_novo: '',
  id_contrato_avulso: '2309',
  id_contrato: '',
  linha_digitavel: '',
  tipo_pagamento_cartao: '',
  titulo_protestado: 'N',
  gerencianet_token: '',
  ultima_atualizacao: '2026-11-08 13:53:41',
  aguardando_confirmacao_pagamento: 'N',
  parcelado_cartao: 'N',
  pix_txid: '',
};

const read = (change: object = {}) => invoiceRecord.parse({ ...ROW, ...change });

describe('an invoice record', () => {
  it('is projected to what charging needs, with nothing in its way', () => {
    expect(read()).toEqual({
      ...invoice,
      id: '145535',
      customerId: '2',
      contractId: '2309',
      document: '72006',
      issuedOn: '2026-11-08',
      dueDate: '2026-11-21',
      value: 2600,
      open: 2600,
      received: 0,
      paidOn: null,
      updatedAt: '2026-11-08 13:53:41',
    });
  });

  it.each([
    ['A', 'open'],
    ['P', 'partial'],
    ['R', 'received'],
    ['C', 'cancelled'],
    ['', 'unknown'],
    ['a', 'unknown'],
    ['X', 'unknown'],
    [null, 'unknown'],
  ])('with status %j is %s', (status, expected) => {
    expect(read({ status }).status).toBe(expected);
  });

  it.each(['', '0000-00-00', '0000-00-00 00:00:00', null, '31/12/2026', '2026-02-30'])(
    'without a real due date (%j) has none',
    (data_vencimento) => {
      expect(read({ data_vencimento }).dueDate).toBeNull();
    },
  );

  it('may have a time behind its date', () => {
    expect(read({ data_vencimento: '2026-11-21 00:00:00' }).dueDate).toBe('2026-11-21');
  });

  it.each(REGISTRATION_FIELDS)('with %s filled is registered elsewhere', (field) => {
    expect(read({ [field]: 'S' }).registeredElsewhere).toEqual([field]);
    for (const empty of ['', '0', 'N', null, undefined]) {
      expect(read({ [field]: empty }).registeredElsewhere).toEqual([]);
    }
  });

  it.each([
    [{ titulo_renegociado: 'S' }, true],
    [{ id_renegociacao: '900', tipo_renegociacao: 'R' }, true],
    [{ id_renegociacao: '900' }, false],
    [{ id_renegociacao: '0', tipo_renegociacao: 'R' }, false],
    [{ id_renegociacao_novo: '900' }, false],
  ])('with %o is renegotiated: %s', (change, expected) => {
    expect(read(change).renegotiated).toBe(expected);
  });

  it('knows the renegotiation that it was born from', () => {
    expect(read({ id_renegociacao_novo: '900' }).bornFromRenegotiation).toBe('900');
    expect(read({ id_renegociacao_novo: '0' }).bornFromRenegotiation).toBeNull();
  });

  it.each([
    [{ tipo_recebimento: 'Débito' }, 'directDebit'],
    [{ tipo_recebimento: 'Debito em conta' }, 'directDebit'],
    [{ parcelado_cartao: 'S' }, 'recurringCard'],
    [{ tipo_pagamento_cartao: 'C' }, 'recurringCard'],
    [{ em_cobranca: 'S' }, 'inCollection'],
    [{ titulo_protestado: 'S' }, 'protested'],
    [{ titulo_contestado: 'S' }, 'contested'],
    [{ boleto: '12345' }, 'hasBoletoNumber'],
  ] as const)('with %o has the flag %s', (change, flag) => {
    expect(read(change)[flag]).toBe(true);
    expect(read()[flag]).toBe(false);
  });

  it.each([
    [{ desconto_condicional_valor: '5.00', validade_desconto_condicional: '2026-11-19' }, 500],
    [{ desconto_condicional_valor: '0.00', validade_desconto_condicional: '2026-11-19' }, null],
    [{ desconto_condicional_valor: '5.00', validade_desconto_condicional: '0000-00-00' }, null],
    [{ desconto_condicional_valor: '', validade_desconto_condicional: '' }, null],
  ])('with %o has a conditional discount of %j', (change, value) => {
    const discount = value === null ? null : { value, until: '2026-11-19' };
    expect(read(change).conditionalDiscount).toEqual(discount);
  });

  it('that is not released for sure is not released', () => {
    for (const liberado of ['N', '', null, undefined, 's']) {
      expect(read({ liberado }).released).toBe(false);
    }
  });

  it('has nothing open where IXC wrote nothing, and cannot be sent by that', () => {
    expect(read({ valor_aberto: '' }).open).toBe(0);
    expect(read({ valor_aberto: undefined }).open).toBe(0);
  });

  it.each(['26,00', 'R$ 26', '1e3', 'NaN'])('with the amount %j is refused', (valor_aberto) => {
    expect(invoiceRecord.safeParse({ ...ROW, valor_aberto }).success).toBe(false);
  });

  it.each(['', '0', '-1', 'abc', '1 OR 1=1', undefined])('with the id %j is refused', (id) => {
    expect(invoiceRecord.safeParse({ ...ROW, id }).success).toBe(false);
  });

  it('takes ids that come as numbers', () => {
    expect(read({ id: 145535, id_cliente: 2 })).toMatchObject({ id: '145535', customerId: '2' });
  });
});

describe('a customer record', () => {
  const CUSTOMER = {
    id: '2',
    razao: ' Cliente Teste ',
    fantasia: 'Apelido',
    cnpj_cpf: '000.000.001-91',
    ativo: 'S',
    senha: 'SECRET',
    hash_redefinir_senha: 'SECRET',
    cpf_mae: 'SECRET',
  };

  it('keeps the document without its mask and nothing that nobody needs', () => {
    const customer = customerRecord.parse(CUSTOMER);
    expect(customer).toMatchObject({ id: '2', name: 'Cliente Teste', document: '00000000191' });
    expect(JSON.stringify(customer)).not.toContain('SECRET');
  });

  it('falls back to the second address and the second name', () => {
    expect(
      customerRecord.parse({
        ...CUSTOMER,
        razao: '',
        email: '',
        hotsite_email: 'a@cliente.example',
        fone: '',
        telefone_comercial: '4930001234',
        telefone_celular: '',
        whatsapp: '49990001234',
        ativo: 'N',
      }),
    ).toMatchObject({
      name: 'Apelido',
      email: 'a@cliente.example',
      phone: '4930001234',
      mobilePhone: '49990001234',
      active: false,
    });
  });
});

describe('a carteira', () => {
  const read = (change: object) =>
    carteiraRecord.parse({ id: '4', descricao: 'Carteira', ...change });

  it.each([
    [{ ativo: 'S' }, true],
    [{ ativo: 'N' }, false],
    [{}, true],
  ])('with %o is active: %s', (change, expected) => {
    expect(read(change).active).toBe(expected);
  });

  it.each([
    [{ envia_email_gerar_financeiro: 'S' }, true],
    [{ envia_email_gerar_financeiro: 'N' }, false],
    [{}, false],
  ])('with %o mails by itself: %s', (change, expected) => {
    expect(read(change).mailsOnGeneration).toBe(expected);
  });

  it('of no filial in particular has none', () => {
    expect(read({ filial_id: '0' }).filialId).toBeNull();
    expect(read({ filial_id: '2' }).filialId).toBe('2');
  });
});

describe('a conta', () => {
  it('keeps its ledger account and nothing of its bank', () => {
    const conta = accountRecord.parse({
      id: '2',
      conta: 'Caixa',
      id_planejamento: '312',
      ativo: 'N',
      integration_client_secret: 'SECRET',
    });
    expect(conta).toEqual({ id: '2', name: 'Caixa', planejamentoId: '312', active: false });
  });
});
