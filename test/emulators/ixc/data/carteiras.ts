import { columns, type Row } from './row.ts';

/** Ids of the carteiras de cobrança. */
export const CARTEIRA = {
  asaas: '1',
  asaasFilial2: '2',
  /** No gateway, but no carteira of Asaas either. */
  counter: '3',
  /** Registers at another gateway. */
  otherGateway: '4',
  /** Makes its own Pix at a gateway. */
  gatewayPix: '5',
  /** IXC itself mails what it generates, and the fine is above what the law allows. */
  mailedByIxc: '6',
  inactive: '7',
} as const;

const TEMPLATE: Row = {
  ...columns(`
    gateway_nome gateway_ambiente gateway_chave webhook_url_callback carteira convenio agencia
    agencia_dv conta_corrente conta_dv codigo_cedente codigo_transmissao especie_doc aceite instrucao1
    instrucao2 instrucao3 local_pagamento layout_impressao layout_remessa layout_retorno
    variacao_carteira modalidade byte_nosso_numero posto mensagem_email mensagem_sms logo
    pix_chave pix_client_id pix_certificado id_gateway_cartao
  `),
  ...columns('dias_protesto dias_baixa dias_desconto desconto_valor nosso_numero_inicio', '0'),
  ...columns(
    `gera_pix_gateway recebimento_parcial_gateway envia_email_gerar_financeiro gera_remessa_baixa
     atualiza_boleto_vencido registra_boleto_api permite_pix_boleto utiliza_fatura baixa_automatica
     notifica_gateway split_gateway pix_expira`,
    'N',
  ),
  // What the real record carries in clear, and nobody may keep.
  gerencia_client_id: 'client-id-de-exemplo',
  gerencia_client_secret: 'SEGREDO-gerencia-de-exemplo',
  gateway_token: 'SEGREDO-gateway-de-exemplo',
  galaxPayHash: 'SEGREDO-galax-de-exemplo',
  pix_client_secret: 'SEGREDO-pix-de-exemplo',
  multa: '2.00',
  juros: '1.00',
  tipo_juros: 'M',
  tipo_multa: 'P',
  tipo_recebimento: 'Boleto',
  ativo: 'S',
};

const SPECIFIC: readonly Row[] = [
  { id: CARTEIRA.asaas, descricao: 'Asaas - Matriz', filial_id: '1', id_conta: '1' },
  { id: CARTEIRA.asaasFilial2, descricao: 'Asaas - Filial Serra', filial_id: '2', id_conta: '2' },
  {
    id: CARTEIRA.counter,
    descricao: 'Caixa do balcão',
    filial_id: '1',
    id_conta: '3',
    tipo_recebimento: 'Dinheiro',
  },
  {
    id: CARTEIRA.otherGateway,
    descricao: 'Banco Modelo - boleto registrado',
    filial_id: '1',
    id_conta: '4',
    gateway_nome: 'BANCO_MODELO',
    gateway_ambiente: 'P',
    tipo_recebimento: 'Gateway',
  },
  {
    id: CARTEIRA.gatewayPix,
    descricao: 'Pix pelo Banco Modelo',
    filial_id: '1',
    id_conta: '4',
    gera_pix_gateway: 'S',
    tipo_recebimento: 'Pix',
  },
  {
    id: CARTEIRA.mailedByIxc,
    descricao: 'Asaas - com e-mail do IXC',
    filial_id: '1',
    id_conta: '1',
    envia_email_gerar_financeiro: 'S',
    multa: '5.00',
  },
  {
    id: CARTEIRA.inactive,
    descricao: 'Carteira antiga',
    filial_id: '1',
    id_conta: '5',
    ativo: 'N',
  },
];

/** The `fn_carteira_cobranca` records. */
export function carteiras(): readonly Row[] {
  return SPECIFIC.map((row) => ({ ...TEMPLATE, ...row }));
}
