import { addDays } from '../../http/sao-paulo.ts';
import { filialOf } from './customers.ts';
import { columns, value, type Row } from './row.ts';

const TEMPLATE: Row = {
  ...columns(`
    data_desistencia motivo_desistencia obs_desistencia obs_contrato alerta_contrato
    ids_contratos_recorrencia origem_cancelamento dt_ult_desbloq_auto dt_ult_desbloq_manual
    tempo_permanencia data_expiracao pago_ate_data endereco numero bairro descricao_aux_plano_venda obs
    nao_avisar_ate nao_bloquear_ate data_negativacao data_acesso_desativado motivo_cancelamento
    data_cancelamento obs_cancelamento protocolo_negativacao dt_ult_bloq_auto dt_ult_bloq_manual
    complemento cep referencia bloco apartamento latitude longitude url_assinatura_digital
    token_assinatura_digital testemunha_assinatura_digital document_photo selfie_photo
    credit_card_recorrente_token credit_card_recorrente_bandeira_cartao
  `),
  ...columns(
    `id_instalador indicacao_contrato_id id_responsavel id_vendedor id_condominio id_contrato_principal
     num_parcelas_atraso taxa_instalacao`,
    '0',
  ),
  ...columns('assinatura_digital integracao_assinatura_digital contrato_suspenso', 'N'),
  ...columns('bloqueio_automatico aviso_atraso', 'S'),
  endereco_padrao_cliente: 'S',
  status_velocidade: 'N',
  tipo: 'I',
  tipo_cobranca: 'P',
  situacao_financeira_contrato: 'R',
  fidelidade: '12',
};

/** The plans on sale: the name that a contract carries, and its price in cents. */
const PLANS = [
  { name: 'Fibra 300 Mega', cents: 79_90 },
  { name: 'Fibra 500 Mega', cents: 99_90 },
  { name: 'Fibra 700 Mega', cents: 119_90 },
  { name: 'Fibra 1 Giga', cents: 149_90 },
] as const;

/** What the customer's plan costs a month, in cents. */
export function priceOf(customerId: string): number {
  return (PLANS[Number(customerId) % PLANS.length] ?? PLANS[0]).cents;
}

/** One `cliente_contrato` per customer: id 2001 belongs to customer 1. */
export function contracts(customers: readonly Row[], today: string): readonly Row[] {
  return customers.map((customer) => {
    const id = value(customer, 'id');
    const signedOn = addDays(value(customer, 'data_cadastro'), 2);
    const active = value(customer, 'ativo') === 'S';
    return {
      ...TEMPLATE,
      id: String(2000 + Number(id)),
      id_cliente: id,
      id_filial: filialOf(id),
      id_carteira_cobranca: filialOf(id),
      contrato: (PLANS[Number(id) % PLANS.length] ?? PLANS[0]).name,
      status: active ? 'A' : 'I',
      status_internet: active ? 'A' : 'D',
      data: signedOn,
      data_assinatura: signedOn,
      data_ativacao: addDays(signedOn, 3),
      data_renovacao: addDays(signedOn, 365),
      data_cadastro_sistema: signedOn,
      cidade: value(customer, 'cidade'),
      ultima_atualizacao: `${addDays(today, -30)} 09:00:00`,
    };
  });
}

/** One `radusuarios` record per contract. */
export function logins(contractRows: readonly Row[]): readonly Row[] {
  return contractRows.map((contract, index) => ({
    ...columns('mac obs ultima_conexao_final concentrador'),
    id: String(6001 + index),
    login: `cliente${value(contract, 'id_cliente')}@provedor.example`,
    senha: 'SEGREDO-pppoe',
    id_cliente: value(contract, 'id_cliente'),
    id_contrato: value(contract, 'id'),
    ativo: value(contract, 'status') === 'A' ? 'S' : 'N',
    online: index % 6 === 0 ? 'N' : 'S',
    ip: `203.0.113.${String((index % 254) + 1)}`,
  }));
}
