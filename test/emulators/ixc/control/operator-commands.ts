import { addDays, civilDateTime } from '../../http/sao-paulo.ts';
import { cancelled, received, renegotiated } from '../data/invoice-events.ts';
import { invoiceRecord } from '../data/invoice-record.ts';
import { movement } from '../data/movements.ts';
import { cents, money, value, type Row } from '../data/row.ts';
import { nextId, recordOf, tableOf, today, type World } from '../world.ts';
import type { IxcControl, NewInvoice } from './control.types.ts';

type OperatorCommands = Pick<
  IxcControl,
  | 'editRecord'
  | 'editInvoice'
  | 'editCustomer'
  | 'receive'
  | 'cancel'
  | 'renegotiate'
  | 'addInvoice'
>;

/** What happens in IXC without any request of the extension. */
export function operatorCommands(world: World): OperatorCommands {
  const { clock } = world;
  const edit = (table: string, id: string, changes: Row): Row => {
    const row = recordOf(world, table, id);
    Object.assign(row, { ultima_atualizacao: civilDateTime(clock.now()) }, changes);
    return { ...row };
  };
  const invoice = (id: string) => recordOf(world, 'fn_areceber', id);

  return {
    editRecord: edit,
    editInvoice: (id, changes) => edit('fn_areceber', id, changes),
    editCustomer: (id, changes) => edit('cliente', id, changes),
    receive(id, amount = cents(value(invoice(id), 'valor_aberto'))) {
      const receipts = tableOf(world, 'fn_areceber_baixas');
      const receiptId = nextId(receipts);
      const row = movement(receiptId, invoice(id), money(amount), today(world));
      receipts.rows.set(receiptId, row);
      return edit('fn_areceber', id, received(invoice(id), amount, clock.now()));
    },
    cancel: (id) => edit('fn_areceber', id, cancelled(invoice(id), clock.now())),
    renegotiate(ids, dueDate) {
      const [first = ''] = ids;
      const customerId = value(invoice(first), 'id_cliente');
      const open = ids.reduce((sum, id) => sum + cents(value(invoice(id), 'valor_aberto')), 0);
      const renegotiation = nextId(tableOf(world, 'fn_areceber'));
      for (const id of ids) {
        edit('fn_areceber', id, renegotiated(invoice(id), renegotiation, clock.now()));
      }
      const made = add(world, { customerId, cents: open, dueDate });
      return edit('fn_areceber', value(made, 'id'), { id_renegociacao_novo: renegotiation });
    },
    addInvoice: (wanted) => ({ ...add(world, wanted) }),
  };
}

function add(world: World, wanted: NewInvoice): Row {
  const table = tableOf(world, 'fn_areceber');
  const filialId =
    wanted.filialId ?? value(recordOf(world, 'cliente', wanted.customerId), 'filial_id');
  const row = invoiceRecord({
    id: nextId(table),
    contractId: String(2000 + Number(wanted.customerId)),
    filialId,
    carteiraId: filialId,
    issuedOn: addDays(today(world), -1),
    ...wanted,
  });
  table.rows.set(value(row, 'id'), row);
  return row;
}
