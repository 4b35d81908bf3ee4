import { carteiras } from './carteiras.ts';
import { contracts, logins } from './contracts.ts';
import { crowd, crowdSize } from './crowd.ts';
import { customers } from './customers.ts';
import { filiais } from './filiais.ts';
import { FIRST_ID, ordinaryInvoices } from './invoices.ts';
import { KNOWN } from './known.ts';
import { knownInvoices } from './known-invoices.ts';
import { movements } from './movements.ts';
import { accounts, cities, companies, states, users } from './office.ts';
import { value, type Row } from './row.ts';

/** One table of the provider's database. */
export interface Table {
  readonly name: string;
  /** What stands before the dot in `qtype` and `TB`; a view answers to its underlying table's name. */
  readonly prefix: string;
  readonly rows: Map<string, Row>;
  readonly columns: ReadonlySet<string>;
  /** Columns that a list may be sorted by, default all; by another one it comes out empty. */
  readonly sortable?: ReadonlySet<string>;
  /** The webservice writes `total` as a number for some tables, as a string for most. */
  readonly numericTotal: boolean;
  /** Asked by a column it lacks, the table fails with HTML, or lies with an empty list. */
  readonly unknownColumn: 'html' | 'empty';
}

/** The provider's database. */
export type Base = ReadonlyMap<string, Table>;

export interface BaseOptions {
  /** Civil date that due dates lie around. */
  readonly today: string;
  readonly seed?: number;
  /** Invoices in all, `KNOWN` ones included. */
  readonly invoices?: number;
  readonly customers?: number;
}

function table(name: string, rows: readonly Row[], overrides: Partial<Table> = {}): Table {
  return {
    name,
    prefix: name,
    rows: new Map(rows.map((row) => [value(row, 'id'), { ...row }])),
    columns: new Set(rows.flatMap((row) => Object.keys(row))),
    numericTotal: false,
    unknownColumn: 'html',
    ...overrides,
  };
}

/** Builds the invented provider. The same options give the same records. */
export function createBase(options: BaseOptions): Base {
  const { today } = options;
  const clients = customers(today, options.customers);
  const agreements = contracts(clients, today);
  const count = options.invoices ?? 3000;
  const many = crowdSize(count);
  const ordinary = Math.max(count - Object.keys(KNOWN).length - many, 0);
  const invoices = [
    ...ordinaryInvoices(
      clients.map((row) => value(row, 'id')),
      today,
      options.seed ?? 1,
      ordinary,
    ),
    ...crowd(today, many, FIRST_ID + ordinary),
    ...knownInvoices(today),
  ];
  const tables = [
    table('fn_areceber', invoices),
    table('cliente', clients, { numericTotal: true }),
    table('cliente_contrato', agreements),
    table('radusuarios', logins(agreements)),
    table('fn_carteira_cobranca', carteiras(), { unknownColumn: 'empty' }),
    table('fn_areceber_baixas', movements(invoices), {
      prefix: 'fn_movim_finan',
      sortable: new Set(['id']),
      unknownColumn: 'empty',
    }),
    table('contas', accounts(), { unknownColumn: 'empty' }),
    table('filial', filiais()),
    table('empresa', companies()),
    table('usuarios', users()),
    table('cidade', cities()),
    table('uf', states()),
  ];
  return new Map(tables.map((one) => [one.name, one]));
}
