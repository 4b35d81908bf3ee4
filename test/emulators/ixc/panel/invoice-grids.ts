import { column, hidden, type Column, type GridModel } from './grid-model.ts';
import type { PanelOptions } from './panel-options.ts';

/** The main list, Contas a receber. */
export const invoices: GridModel = {
  path: 'fn_areceber',
  table: 'fn_areceber',
  title: 'Contas a receber',
  key: 'fn_areceber.id',
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

/** A checkbox first, the id in the second cell. */
const financialColumnsB: readonly Column[] = [
  column('', '', 22, 'checkbox', { sortable: false, align: 'center' }),
  column('fn_areceber.id', 'ID', 112),
  column('fn_areceber.status', 'Status', 116, 'status'),
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
];

/** The id in the first cell, the status in the second, a cancellation's date and reason far right. */
const financialColumnsA: readonly Column[] = [
  column('fn_areceber.id', 'ID', 112),
  column('fn_areceber.status', 'Status', 90, 'status'),
  column('fn_areceber.id_carteira_cobranca', 'Carteira', 52),
  column('fn_areceber.id_contrato', 'Contrato', 56),
  column('fn_areceber.numero_parcela_recorrente', 'Parcela', 48),
  column('fn_areceber.id_contrato_avulso', 'Avulso', 48, 'text', hidden),
  column('fn_areceber.id_saida', 'Saída', 52),
  column('fn_areceber.data_emissao', 'Emissão', 68, 'date'),
  column('fn_areceber.data_vencimento', 'Vencimento', 68, 'date'),
  column('fn_areceber.valor', 'Valor', 58, 'money'),
  column('fn_areceber.valor_recebido', 'Recebido', 58, 'money'),
  column('fn_areceber.valor_aberto', 'Em aberto', 58, 'money'),
  column('fn_areceber.pagamento_valor', 'Pago', 58, 'money'),
  column('fn_areceber.pagamento_data', 'Pagamento', 68, 'date'),
  column('fn_areceber.credito_data', 'Crédito', 68, 'date'),
  column('fn_areceber.baixa_data', 'Baixa', 110, 'stamp'),
  column('fn_areceber.tipo_recebimento', 'Tipo', 56),
  column('fn_areceber.documento', 'Documento', 60),
  column('fn_areceber.data_cancelamento', 'Cancelamento', 76, 'date', { sortable: false }),
  column('fn_areceber.id_mot_cancelamento', 'Motivo', 90, 'text', { sortable: false }),
];

/** The grid of the Financeiro tabs. */
export function financial({
  generation,
  statusSortable,
}: Pick<Required<PanelOptions>, 'generation' | 'statusSortable'>): GridModel {
  const all = generation === 'A' ? financialColumnsA : financialColumnsB;
  return {
    path: 'cliente_contrato_rel_areceber',
    table: 'fn_areceber',
    title: 'Financeiro',
    key: 'fn_areceber.id',
    searchBy: 'fn_areceber.id',
    opens: 'fn_areceber',
    buttons: { receber: 'Receber', imprimir_goletos: 'Imprimir boletos', editar: 'Editar' },
    showsCancelled: false,
    columns: all.map((one) => (one.show === 'status' ? { ...one, sortable: statusSortable } : one)),
  };
}
