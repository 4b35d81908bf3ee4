import { simpleForm, tab, type FormModel } from './form-model.ts';
import type { PanelOptions } from './panel-options.ts';

const FINANCIAL = 'cliente_contrato_rel_areceber';
const FATURAS = 'cliente_contrato_faturas';

const customer: FormModel = {
  name: 'cliente',
  title: 'Cliente',
  lookups: {},
  tabs: [
    tab('Cliente', {
      id: 'ID',
      razao: 'Razão social',
      fantasia: 'Nome fantasia',
      cnpj_cpf: 'CNPJ/CPF',
      ativo: 'Ativo',
      data_cadastro: 'Data de cadastro',
    }),
    tab('Endereço', {
      endereco: 'Endereço',
      numero: 'Número',
      bairro: 'Bairro',
      cep: 'CEP',
    }),
    tab('Contato', {
      fone: 'Telefone residencial',
      telefone_celular: 'Telefone celular',
      whatsapp: 'WhatsApp',
      email: 'E-mail',
    }),
    tab('Contratos', {}, { path: 'cliente_contrato', relation: 'cliente_contrato.id_cliente' }),
    tab('Logins', {}, { path: 'radusuarios', relation: 'radusuarios.id_cliente' }),
    tab('Financeiro', {}, { path: FINANCIAL, relation: 'fn_areceber.id_cliente' }),
  ],
};

function contract(byFatura: boolean): FormModel {
  return {
    name: 'cliente_contrato',
    title: 'Contrato',
    lookups: { id_cliente: 'cliente' },
    tabs: [
      tab('Contrato', {
        id: 'ID',
        id_cliente: 'Cliente',
        contrato: 'Plano',
        status: 'Status',
        data_ativacao: 'Data de ativação',
      }),
      tab('Logins', {}, { path: 'radusuarios', relation: 'radusuarios.id_contrato' }),
      tab('Financeiro', {}, { path: FINANCIAL, relation: 'fn_areceber.id_contrato' }, byFatura),
      tab('Faturas', {}, { path: FATURAS, relation: `${FATURAS}.id_contrato` }, !byFatura),
    ],
  };
}

const invoice = simpleForm(
  'fn_areceber',
  'Contas a receber',
  {
    id: 'ID',
    id_cliente: 'Cliente',
    filial_id: 'Filial',
    id_carteira_cobranca: 'Carteira de cobrança',
    documento: 'Documento',
    data_emissao: 'Data de emissão',
    data_vencimento: 'Data de vencimento',
    valor: 'Valor',
    valor_aberto: 'Valor em aberto',
    tipo_recebimento: 'Tipo de recebimento',
    obs: 'Observação',
  },
  { id_cliente: 'cliente' },
);

const receipt = simpleForm('fn_areceber_baixas', 'Recebimento', {
  id: 'ID',
  id_receber: 'Título',
  data: 'Data',
  credito: 'Crédito',
  historico: 'Histórico',
});

const payable = simpleForm('fn_apagar', 'Contas a pagar', {
  id: 'ID',
  fornecedor: 'Fornecedor',
  documento: 'Documento',
  data_vencimento: 'Data de vencimento',
  valor: 'Valor',
  valor_aberto: 'Valor em aberto',
});

const sale = simpleForm(
  'vd_saida',
  'Venda',
  { id: 'ID', id_cliente: 'Cliente', data_vencimento: 'Data de vencimento', valor_total: 'Valor' },
  { id_cliente: 'cliente' },
);

const fatura = simpleForm(FATURAS, 'Fatura', {
  id: 'ID',
  id_contrato: 'Contrato',
  titulos: 'Títulos',
  data_vencimento: 'Data de vencimento',
  valor: 'Valor',
});

const login = simpleForm(
  'radusuarios',
  'Login',
  {
    id: 'ID',
    id_cliente: 'Cliente',
    login: 'Login',
    ip: 'IP',
    id_contrato: 'Contrato',
  },
  { id_cliente: 'cliente' },
);

/** Every form of a panel. */
export function formModels(panel: Required<PanelOptions>): readonly FormModel[] {
  const byFatura = panel.geracaoPorFatura === 'S';
  return [customer, contract(byFatura), invoice, receipt, payable, sale, fatura, login];
}
