import { columns, money, type Row } from './row.ts';

const EMPTY = columns(`
  gateway_link nn_boleto boleto pagamento_valor pagamento_data credito_data baixa_data
  numero_parcela_recorrente tipo_renegociacao data_cancelamento id_mot_cancelamento id_renegociacao
  id_cobranca id_renegociacao_novo forma_recebimento arquivo_remessa_baixado id_nota_gerada_opc2
  id_nota_gerada_opc3 id_nota_gerada_opc4 status_cobranca id_contrato_avulso id_im_imovel
  linha_digitavel duplicata tipo_pagamento_cartao id_sip desconto_condicional_valor gerencianet_token
  validade_desconto_condicional motivo_alteracao id_remessa_alteracao cancelamento_id_operador
  baixa_id_operador origem_importacao pix_txid id_lote_geracao_financeiro_fatura pix_status charge_id
  tipo_cobranca_pix pix_txid_recorrente conta_recebimento caixa lote
`);

const NO = columns(
  `estornado libera_periodo impresso parcela_proporcional titulo_protestado titulo_importado
   aguardando_confirmacao_pagamento parcelado_cartao recebido_via_pix baixa_automatica em_cobranca
   em_processamento enviado_remessa_baixa titulo_renegociado tarifa_gateway_lancada contestado`,
  'N',
);

const ZERO = columns('id_remessa id_contrato_principal id_nota_gerada', '0');

const ZERO_MONEY = columns(
  'valor_recebido valor_cancelado valor_juros valor_multas valor_total_com_juros',
  '0.00',
);

export interface InvoiceSeed {
  readonly id: string;
  readonly customerId: string;
  readonly contractId: string;
  readonly filialId: string;
  readonly carteiraId: string;
  readonly cents: number;
  readonly issuedOn: string;
  readonly dueDate: string;
}

/** A whole, open `fn_areceber` record: more than eighty columns. */
export function invoiceRecord(seed: InvoiceSeed): Row {
  return {
    ...EMPTY,
    ...NO,
    ...ZERO,
    ...ZERO_MONEY,
    id: seed.id,
    id_cliente: seed.customerId,
    id_contrato: seed.contractId,
    filial_id: seed.filialId,
    id_carteira_cobranca: seed.carteiraId,
    id_conta: seed.filialId === '2' ? '312' : '311',
    status: 'A',
    liberado: 'S',
    valor: money(seed.cents),
    valor_aberto: money(seed.cents),
    data_emissao: seed.issuedOn,
    data_vencimento: seed.dueDate,
    data_inicial: seed.issuedOn,
    data_final: seed.dueDate,
    documento: String(40_000 + Number(seed.id)),
    id_saida: String(40_000 + Number(seed.id)),
    obs: '',
    nparcela: '1',
    previsao: 'S',
    tipo_recebimento: 'Boleto',
    tipo_cobranca: 'P',
    ultima_atualizacao: `${seed.issuedOn} 08:15:00`,
  };
}
