import { operator, type Condition } from '../data/condition.ts';
import type { Table } from '../data/base.ts';
import { value } from '../data/row.ts';
import { select } from '../data/select.ts';
import { htmlError, listing } from './answers.ts';

type Body = Readonly<Record<string, unknown>>;

function text(body: Body, key: string): string | undefined {
  const content = body[key];
  return typeof content === 'string' || typeof content === 'number' ? String(content) : undefined;
}

/** @throws on an operator or a `grid_param` that the server cannot read. */
function conditions(body: Body): readonly Condition[] {
  const list: Condition[] = [];
  const add = (column = '', name = '=', content = '', second?: string) => {
    const how = operator(name);
    if (how === undefined) throw new Error(`operator ${name}`);
    list.push({
      column,
      operator: how,
      value: content,
      ...(second === undefined ? {} : { second }),
    });
  };
  const column = text(body, 'qtype');
  if (column !== undefined && column !== '') {
    add(column, text(body, 'oper'), text(body, 'query'));
  }
  const param = text(body, 'grid_param');
  if (param === undefined || param === '') return list;
  for (const entry of JSON.parse(param) as Body[]) {
    add(text(entry, 'TB'), text(entry, 'OP'), text(entry, 'P'), text(entry, 'P2'));
  }
  return list;
}

/** Whether the table can be asked by `table.column`. */
function knows(table: Table, column: string): boolean {
  const [prefix, name = ''] = column.split('.');
  return prefix === table.prefix && table.columns.has(name);
}

function sortsBy({ sortable }: Table, column: string): boolean {
  return sortable?.has(column.slice(column.indexOf('.') + 1)) ?? true;
}

/** Answers a listing: page, total and whole records. */
export function list(table: Table, body: Body): Response {
  let asked: readonly Condition[];
  try {
    asked = conditions(body);
  } catch {
    return htmlError();
  }
  const sortBy = text(body, 'sortname') ?? `${table.prefix}.id`;
  const page = text(body, 'page') ?? '1';
  const named = [...asked.map((condition) => condition.column), sortBy];
  // A name without its table fails everywhere; a wrong column only on some tables.
  if (named.some((column) => !column.includes('.'))) return htmlError();
  if (named.some((column) => !knows(table, column))) {
    return table.unknownColumn === 'html' || named.includes('fn_movim_finan.id_cliente')
      ? htmlError()
      : listing(page, 0, table.numericTotal, []);
  }
  if (!sortsBy(table, sortBy)) return listing(page, 0, table.numericTotal, []);
  const found = select(
    table.rows.values(),
    {
      conditions: asked,
      sortBy,
      descending: text(body, 'sortorder') === 'desc',
      page: Math.max(Number(page), 1),
      pageSize: Number(text(body, 'rp') ?? '20'),
    },
    (row, column) => value(row, column.slice(column.indexOf('.') + 1)),
  );
  return listing(page, found.total, table.numericTotal, found.rows);
}
