import { civilDateTime } from '../../http/sao-paulo.ts';
import { cents, money, value, type Row } from './row.ts';

/** What happens to an invoice in IXC, as changes to its record. `at` is ms since the epoch. */

/** Money came in at the counter or by a bank file; less than the open balance leaves it partial. */
export function received(invoice: Row, amount: number, at: number): Row {
  const open = cents(value(invoice, 'valor_aberto')) - amount;
  const total = cents(value(invoice, 'valor_recebido')) + amount;
  const stamp = civilDateTime(at);
  return {
    status: open > 0 ? 'P' : 'R',
    valor_aberto: money(Math.max(open, 0)),
    valor_recebido: money(total),
    pagamento_valor: money(total),
    pagamento_data: stamp.slice(0, 10),
    credito_data: stamp.slice(0, 10),
    baixa_data: stamp,
    baixa_id_operador: '2',
    forma_recebimento: 'M',
    tipo_recebimento: 'Dinheiro',
    ultima_atualizacao: stamp,
  };
}

/** Cancelled with a reason, by an operator. */
export function cancelled(invoice: Row, at: number): Row {
  const stamp = civilDateTime(at);
  return {
    status: 'C',
    valor_cancelado: value(invoice, 'valor_aberto'),
    valor_aberto: '0.00',
    data_cancelamento: stamp.slice(0, 10),
    id_mot_cancelamento: '1',
    cancelamento_id_operador: '2',
    ultima_atualizacao: stamp,
  };
}

/** Replaced by the invoices of a renegotiation. */
export function renegotiated(invoice: Row, renegotiationId: string, at: number): Row {
  return {
    ...cancelled(invoice, at),
    id_mot_cancelamento: '',
    id_renegociacao: renegotiationId,
    tipo_renegociacao: 'R',
    titulo_renegociado: 'S',
  };
}
