/** A sub-grid in a tab; its table's id is `<form>_<path>`. */
export interface SubGrid {
  /** Path of the grid model. */
  readonly path: string;
  /** The column that must equal the open record's id. */
  readonly relation: string;
}

export interface Tab {
  readonly title: string;
  /** Columns of the record: name → label. */
  readonly fields: Readonly<Record<string, string>>;
  /** Its grids' list of rows belongs to the open record. */
  readonly grid: SubGrid | null;
}

/** A form window of the panel. */
export interface FormModel {
  /** `form[name]`, and the table of the record. */
  readonly name: string;
  readonly title: string;
  readonly tabs: readonly Tab[];
  /** Fields that point at another record: name → the form that their lookup button opens. */
  readonly lookups: Readonly<Record<string, string>>;
}

function tab(title: string, fields: Tab['fields'], grid: SubGrid | null = null): Tab {
  return { title, fields, grid };
}

const FINANCIAL = 'cliente_contrato_rel_areceber';

/** Every form, by name. */
export const FORM_MODELS: readonly FormModel[] = [
  {
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
  },
  {
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
      tab('Financeiro', {}, { path: FINANCIAL, relation: 'fn_areceber.id_contrato' }),
    ],
  },
  {
    name: 'fn_areceber',
    title: 'Contas a receber',
    lookups: { id_cliente: 'cliente' },
    tabs: [
      tab('Título', {
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
      }),
    ],
  },
  {
    name: 'fn_areceber_baixas',
    title: 'Recebimento',
    lookups: {},
    tabs: [
      tab('Recebimento', {
        id: 'ID',
        id_receber: 'Título',
        data: 'Data',
        credito: 'Crédito',
        historico: 'Histórico',
      }),
    ],
  },
  {
    name: 'radusuarios',
    title: 'Login',
    lookups: { id_cliente: 'cliente' },
    tabs: [
      tab('Login', {
        id: 'ID',
        id_cliente: 'Cliente',
        login: 'Login',
        ip: 'IP',
        id_contrato: 'Contrato',
      }),
    ],
  },
];
