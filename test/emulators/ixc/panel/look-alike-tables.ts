import type { Base, Table } from '../data/base.ts';
import { cents, money, value, type Row } from '../data/row.ts';

const PAYABLES = 60;

function invoicesOf(base: Base): readonly Row[] {
  return [...(base.get('fn_areceber')?.rows.values() ?? [])];
}

/** The newest invoices' ids once more: whoever mistakes a row here marks a real invoice. */
function newest(base: Base): readonly Row[] {
  return invoicesOf(base)
    .toSorted((a, b) => Number(value(b, 'id')) - Number(value(a, 'id')))
    .slice(0, PAYABLES);
}

function payables(base: Base): readonly Row[] {
  return newest(base).map((invoice, index) => ({
    id: value(invoice, 'id'),
    status: index % 3 === 0 ? 'Pago' : 'A pagar',
    fornecedor: `Fornecedora Exemplo ${String((index % 7) + 1)} Ltda`,
    documento: `NF ${String(700 + index)}`,
    data_vencimento: value(invoice, 'data_vencimento'),
    valor: value(invoice, 'valor'),
    valor_aberto: index % 3 === 0 ? '0.00' : value(invoice, 'valor'),
  }));
}

function sales(base: Base): readonly Row[] {
  return newest(base).map((invoice) => ({
    id: value(invoice, 'id'),
    status: 'Finalizada',
    id_cliente: value(invoice, 'id_cliente'),
    data_vencimento: value(invoice, 'data_vencimento'),
    valor_total: value(invoice, 'valor'),
  }));
}

/** One fatura for the invoices of a contract that fall due on one day, under the first one's id. */
function faturas(base: Base): readonly Row[] {
  const groups = Map.groupBy(
    invoicesOf(base).filter((invoice) => value(invoice, 'status') !== 'C'),
    (invoice) => `${value(invoice, 'id_contrato')} ${value(invoice, 'data_vencimento')}`,
  );
  return [...groups.values()].map((invoices) => {
    const [first = {}] = invoices;
    const sum = (column: string) =>
      money(invoices.reduce((total, invoice) => total + cents(value(invoice, column)), 0));
    return {
      id: value(first, 'id'),
      id_contrato: value(first, 'id_contrato'),
      status: invoices.every((invoice) => value(invoice, 'status') === 'R') ? 'R' : 'A',
      titulos: String(invoices.length),
      data_vencimento: value(first, 'data_vencimento'),
      valor: sum('valor'),
      valor_aberto: sum('valor_aberto'),
    };
  });
}

const TABLES: Readonly<Record<string, (base: Base) => readonly Row[]>> = {
  fn_apagar: payables,
  vd_saida: sales,
  cliente_contrato_faturas: faturas,
};

/** The base with the table of that name, where the panel shows it and the webservice has none. */
export function withLookAlike(base: Base, name: string): Base {
  const rows = TABLES[name]?.(base);
  if (rows === undefined) return base;
  const table: Table = {
    name,
    prefix: name,
    rows: new Map(rows.map((row) => [value(row, 'id'), row])),
    columns: new Set(rows.flatMap((row) => Object.keys(row))),
    numericTotal: false,
    unknownColumn: 'html',
  };
  return new Map([...base, [name, table]]);
}
