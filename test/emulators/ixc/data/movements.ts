import { columns, value, type Row } from './row.ts';

const FIRST_ID = 30_001;

/** What the view `fn_areceber_baixas` shows of one receipt. */
export function movement(id: string, invoice: Row, amount: string, date: string): Row {
  return {
    ...columns('data2 id_motivo_desconto id_movim_finan', ''),
    id,
    id_receber: value(invoice, 'id'),
    id_conta: '311',
    conta_: '1',
    data: date,
    documento: value(invoice, 'documento'),
    debito: '0.00',
    credito: amount,
    valor_total_recebido: amount,
    historico: `Recebimento do titulo ${value(invoice, 'id')}`,
    tipo_lanc: 'R',
    tipo_recebimento: 'D',
    filial_id: value(invoice, 'filial_id'),
  };
}

/** One receipt for every invoice that received money. */
export function movements(invoices: readonly Row[]): readonly Row[] {
  return invoices
    .filter((invoice) => value(invoice, 'pagamento_data') !== '')
    .map((invoice, index) =>
      movement(
        String(FIRST_ID + index),
        invoice,
        value(invoice, 'valor_recebido'),
        value(invoice, 'pagamento_data'),
      ),
    );
}
