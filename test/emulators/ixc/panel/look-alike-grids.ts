import { BUTTONS, column, type GridModel } from './grid-model.ts';

/** Rows keyed by the receipt, beside columns of the invoice it belongs to. */
const receipts: GridModel = {
  path: 'fn_areceber_baixas',
  table: 'fn_areceber_baixas',
  title: 'Recebimentos',
  key: 'fn_movim_finan.id',
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

/** What the provider owes, under the headers of what it is owed. */
const payables: GridModel = {
  path: 'fn_apagar',
  table: 'fn_apagar',
  title: 'Contas a pagar',
  key: 'fn_apagar.id',
  searchBy: 'fn_apagar.id',
  opens: 'fn_apagar',
  buttons: { ...BUTTONS, pagar: 'Pagar' },
  showsCancelled: null,
  columns: [
    column('fn_apagar.id', 'ID', 112),
    column('fn_apagar.status', 'Status', 116),
    column('fn_apagar.fornecedor', 'Fornecedor', 220),
    column('fn_apagar.documento', 'Documento', 72),
    column('fn_apagar.data_vencimento', 'Vencimento', 78, 'date'),
    column('fn_apagar.valor', 'Valor', 66, 'money'),
    column('fn_apagar.valor_aberto', 'Em aberto', 66, 'money'),
  ],
};

/** A table that nobody foresaw, whose headers are those of an invoice. */
const sales: GridModel = {
  path: 'vd_saida',
  table: 'vd_saida',
  title: 'Vendas',
  key: 'vd_saida.id',
  searchBy: 'vd_saida.id',
  opens: 'vd_saida',
  buttons: BUTTONS,
  showsCancelled: null,
  columns: [
    column('vd_saida.id', 'ID', 112),
    column('vd_saida.status', 'Status', 90),
    column('cliente.razao', 'Cliente', 240),
    column('vd_saida.data_vencimento', 'Vencimento', 78, 'date'),
    column('vd_saida.valor_total', 'Valor', 78, 'money'),
  ],
};

/** What a contract shows where the panel bills by fatura: one row for several invoices. */
const faturas: GridModel = {
  path: 'cliente_contrato_faturas',
  table: 'cliente_contrato_faturas',
  title: 'Faturas',
  key: 'cliente_contrato_faturas.id',
  searchBy: 'cliente_contrato_faturas.id',
  opens: 'cliente_contrato_faturas',
  buttons: { imprimir: 'Imprimir' },
  showsCancelled: null,
  columns: [
    column('cliente_contrato_faturas.id', 'ID', 112),
    column('cliente_contrato_faturas.status', 'Status', 116, 'status'),
    column('cliente_contrato_faturas.titulos', 'Títulos', 60),
    column('cliente_contrato_faturas.data_vencimento', 'Vencimento', 78, 'date'),
    column('cliente_contrato_faturas.valor', 'Valor', 66, 'money'),
    column('cliente_contrato_faturas.valor_aberto', 'Em aberto', 66, 'money'),
  ],
};

/** Grids that resemble those of invoices, and must not be taken for one. */
export const LOOK_ALIKE_GRIDS: readonly GridModel[] = [receipts, payables, sales, faturas];
