import type { SessionTable } from '../../messages/panel.ts';

/** How the values of a record are written where they are no plain text, and what no real one lacks. */
export interface RecordColumns {
  /** A record without one of these did not come whole: nothing is concluded from it. */
  readonly required: readonly string[];
  readonly money: readonly string[];
  readonly dates: readonly string[];
  readonly flags: readonly string[];
}

/**
 * `id` is not: the reply may leave it out, see `plainRecord`. Registrations elsewhere are among the required ones: were such a column just missing, an invoice that
 * another bank has would look free. `charge_id` and `em_processamento` exist in newer versions only.
 */
export const COLUMNS: Readonly<Record<SessionTable, RecordColumns>> = {
  fn_areceber: {
    required: [
      'status',
      'liberado',
      'filial_id',
      'id_cliente',
      'id_carteira_cobranca',
      'data_vencimento',
      'valor',
      'valor_aberto',
      'valor_recebido',
      'tipo_recebimento',
      'tipo_renegociacao',
      'id_renegociacao',
      'id_renegociacao_novo',
      'titulo_protestado',
      'parcelado_cartao',
      'boleto',
      'gateway_link',
      'linha_digitavel',
      'nn_boleto',
      'id_cobranca',
      'gerencianet_token',
      'pix_txid',
      'id_remessa',
      'aguardando_confirmacao_pagamento',
    ],
    money: ['valor', 'valor_aberto', 'valor_recebido', 'desconto_condicional_valor'],
    dates: [
      'data_emissao',
      'data_vencimento',
      'pagamento_data',
      'validade_desconto_condicional',
      'ultima_atualizacao',
    ],
    flags: [
      'liberado',
      'titulo_renegociado',
      'parcelado_cartao',
      'em_cobranca',
      'titulo_protestado',
      'contestado',
      'titulo_contestado',
      'aguardando_confirmacao_pagamento',
      'em_processamento',
    ],
  },
  cliente: {
    required: ['razao', 'cnpj_cpf', 'ativo'],
    money: [],
    dates: [],
    flags: ['ativo'],
  },
  fn_carteira_cobranca: {
    required: ['descricao', 'gateway_nome', 'gera_pix_gateway'],
    money: [],
    dates: [],
    flags: ['gera_pix_gateway', 'envia_email_gerar_financeiro', 'ativo'],
  },
  filial: { required: ['razao', 'cnpj'], money: [], dates: [], flags: [] },
};
