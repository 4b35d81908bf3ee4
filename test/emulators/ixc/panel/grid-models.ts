/** One column of a grid, as the page receives it. */
export interface Column {
  /** `table.column`; becomes `abbr` when the column can be sorted. Empty: the checkbox column. */
  readonly field: string;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  readonly sortable: boolean;
  readonly hidden: boolean;
  readonly show: Show;
}

/** How the server renders a stored value into a cell. */
export type Show = 'checkbox' | 'date' | 'flag' | 'money' | 'stamp' | 'status' | 'text';

/** A grid of the panel: what it lists, in which columns, and what a double click opens. */
export interface GridModel {
  /** The `<table>` of `/aplicativo/<table>/action/action.php`. */
  readonly path: string;
  /** The table of the base whose records are the rows. */
  readonly table: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** Column first asked for in the search box. */
  readonly searchBy: string;
  /** The form that a double click opens. */
  readonly opens: string;
  /** Buttons of the toolbar: `name` → label. */
  readonly buttons: Readonly<Record<string, string>>;
  /** Has the "Mostrar cancelados" box; the value is its first state. Null: no such box. */
  readonly showsCancelled: boolean | null;
}

type Extra = Partial<Omit<Column, 'field' | 'label' | 'width' | 'show'>>;

function column(
  field: string,
  label: string,
  width: number,
  show: Show = 'text',
  extra: Extra = {},
): Column {
  const align = show === 'money' ? 'right' : 'left';
  return { field, label, width, show, align, sortable: true, hidden: false, ...extra };
}

const hidden = { hidden: true } as const;
const BUTTONS = { novo: 'Novo', editar: 'Editar', deletar: 'Deletar' } as const;

const invoices: GridModel = {
  path: 'fn_areceber',
  table: 'fn_areceber',
  title: 'Contas a receber',
  searchBy: 'fn_areceber.id',
  opens: 'fn_areceber',
  buttons: { novo: 'Novo', editar: 'Editar', receber: 'Receber', imprimir: 'Imprimir' },
  showsCancelled: true,
  columns: [
    column('fn_areceber.id', 'ID', 112),
    column('fn_areceber.status', 'Status', 116, 'status'),
    column('cliente.razao', 'Cliente', 178),
    column('fn_areceber.documento', 'Documento', 72),
    column('fn_areceber.data_emissao', 'Emissão', 78, 'date', hidden),
    column('fn_areceber.data_vencimento', 'Vencimento', 78, 'date'),
    column('fn_areceber.valor', 'Valor', 66, 'money'),
    column('fn_areceber.valor_recebido', 'Recebido', 66, 'money'),
    column('fn_areceber.valor_aberto', 'Em aberto', 66, 'money'),
    column('fn_carteira_cobranca.descricao', 'Carteira de cobrança', 130),
    column('fn_areceber.tipo_recebimento', 'Tipo', 62),
    column('fn_areceber.pagamento_data', 'Pagamento', 78, 'date'),
    column('fn_areceber.baixa_data', 'Baixa', 130, 'stamp', hidden),
    column('fn_areceber.id_contrato', 'Contrato', 62, 'text', hidden),
    column('filial.fantasia', 'Filial', 170, 'text', hidden),
    column('fn_areceber.liberado', 'Liberado', 62, 'flag', hidden),
  ],
};

/** The grid of the Financeiro tabs: a checkbox first, the id in the second cell. */
function financial(statusSortable: boolean): GridModel {
  return {
    path: 'cliente_contrato_rel_areceber',
    table: 'fn_areceber',
    title: 'Financeiro',
    searchBy: 'fn_areceber.id',
    opens: 'fn_areceber',
    buttons: { receber: 'Receber', imprimir_goletos: 'Imprimir boletos', editar: 'Editar' },
    showsCancelled: false,
    columns: [
      column('', '', 22, 'checkbox', { sortable: false, align: 'center' }),
      column('fn_areceber.id', 'ID', 112),
      column('fn_areceber.status', 'Status', 116, 'status', { sortable: statusSortable }),
      column('fn_areceber.documento', 'Documento', 72),
      column('fn_areceber.data_emissao', 'Emissão', 78, 'date', hidden),
      column('fn_areceber.data_vencimento', 'Vencimento', 78, 'date'),
      column('fn_areceber.valor', 'Valor', 66, 'money'),
      column('fn_areceber.valor_recebido', 'Recebido', 66, 'money'),
      column('fn_areceber.valor_aberto', 'Em aberto', 66, 'money'),
      column('fn_carteira_cobranca.descricao', 'Carteira de cobrança', 124),
      column('fn_areceber.tipo_recebimento', 'Tipo', 62),
      column('fn_areceber.pagamento_data', 'Pagamento', 78, 'date'),
      column('fn_areceber.id_contrato', 'Contrato', 62),
      column('fn_areceber.credito_data', 'Crédito', 78, 'date', hidden),
    ],
  };
}

/** Rows keyed by the receipt, beside columns of the invoice it belongs to. */
const receipts: GridModel = {
  path: 'fn_areceber_baixas',
  table: 'fn_areceber_baixas',
  title: 'Recebimentos',
  searchBy: 'fn_movim_finan.id',
  opens: 'fn_areceber_baixas',
  buttons: { estornar: 'Estornar' },
  showsCancelled: null,
  columns: [
    column('fn_movim_finan.id', 'ID', 70),
    column('fn_movim_finan.data', 'Data', 78, 'date'),
    column('fn_areceber.id', 'ID título', 70),
    column('cliente.razao', 'Cliente', 240),
    column('fn_areceber.data_vencimento', 'Vencimento', 78, 'date'),
    column('fn_areceber.valor', 'Valor', 70, 'money'),
    column('fn_movim_finan.credito', 'Recebido', 70, 'money'),
    column('fn_areceber.status', 'Status', 100, 'status'),
    column('fn_movim_finan.historico', 'Histórico', 240),
  ],
};

const customers: GridModel = {
  path: 'cliente',
  table: 'cliente',
  title: 'Clientes',
  searchBy: 'cliente.razao',
  opens: 'cliente',
  buttons: BUTTONS,
  showsCancelled: null,
  columns: [
    column('cliente.id', 'ID', 60),
    column('cliente.ativo', 'Ativo', 50, 'flag'),
    column('cliente.razao', 'Razão social', 260),
    column('cliente.fantasia', 'Nome fantasia', 180),
    column('cliente.cnpj_cpf', 'CNPJ/CPF', 130),
    column('cliente.telefone_celular', 'Telefone celular', 120),
    column('cliente.email', 'E-mail', 260),
    column('cliente.data_cadastro', 'Cadastro', 78, 'date', hidden),
  ],
};

const contracts: GridModel = {
  path: 'cliente_contrato',
  table: 'cliente_contrato',
  title: 'Contratos',
  searchBy: 'cliente_contrato.id',
  opens: 'cliente_contrato',
  buttons: BUTTONS,
  showsCancelled: null,
  columns: [
    column('cliente_contrato.id', 'ID', 60),
    column('cliente_contrato.status', 'Status', 60),
    column('cliente.id', 'ID cliente', 70),
    column('cliente.razao', 'Cliente', 240),
    column('cliente_contrato.contrato', 'Plano', 150),
    column('cliente_contrato.data_ativacao', 'Ativação', 78, 'date'),
    column('fn_carteira_cobranca.descricao', 'Carteira de cobrança', 180),
  ],
};

const logins: GridModel = {
  path: 'radusuarios',
  table: 'radusuarios',
  title: 'Logins',
  searchBy: 'radusuarios.login',
  opens: 'radusuarios',
  buttons: BUTTONS,
  showsCancelled: null,
  columns: [
    column('radusuarios.id', 'ID', 60),
    column('radusuarios.online', 'Online', 60, 'flag'),
    column('radusuarios.login', 'Login', 260),
    column('cliente.id', 'ID cliente', 70),
    column('cliente.razao', 'Cliente', 240),
    column('radusuarios.ip', 'IP', 110),
    column('radusuarios.id_contrato', 'Contrato', 70),
  ],
};

/** Every grid, by its path. */
export function gridModels(options: { readonly statusSortable: boolean }) {
  const all = [invoices, financial(options.statusSortable), receipts, customers, contracts, logins];
  return new Map(all.map((model) => [model.path, model]));
}
