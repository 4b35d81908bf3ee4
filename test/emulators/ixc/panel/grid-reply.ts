import { operator, type Condition } from '../data/condition.ts';
import type { Base } from '../data/base.ts';
import { joinedValue } from '../data/joins.ts';
import { value } from '../data/row.ts';
import { select } from '../data/select.ts';
import { cell } from './cell.ts';
import type { GridModel } from './grid-model.ts';
import type { Generation } from './panel-options.ts';

/** The reply to `action=grid`. Cells come in the model's order, hidden columns included. */
export interface GridReply {
  readonly page: string;
  readonly total: string;
  readonly rows: readonly { readonly id: string; readonly cell: readonly string[] }[];
}

/** Most rows of one page. */
const LARGEST_PAGE = 1000;

function conditions(body: URLSearchParams): readonly Condition[] {
  const text = (name: string) => body.get(name) ?? '';
  const list: Condition[] = [];
  const main = operator(text('oper'));
  if (main !== undefined && text('query') !== '') {
    list.push({ column: text('qtype'), operator: main, value: text('query') });
  }
  const param: unknown = JSON.parse(text('grid_param') === '' ? 'false' : text('grid_param'));
  if (typeof param !== 'object' || param === null) return list;
  for (const entry of Object.values(param as Record<string, Record<string, string>>)) {
    const how = operator(value(entry, 'OP'));
    if (how === undefined) continue;
    list.push({ column: value(entry, 'TB'), operator: how, value: value(entry, 'P') });
  }
  return list;
}

/** Answers a grid's request; the body is form-urlencoded as the panel's page sends it. */
export function gridReply(
  base: Base,
  model: GridModel,
  body: URLSearchParams,
  today: string,
  generation: Generation,
): GridReply {
  const page = Math.max(Number(body.get('page')), 1);
  const pageSize = Math.min(Math.max(Number(body.get('rp')), 1), LARGEST_PAGE);
  const table = base.get(model.table);
  const found = select(
    table?.rows.values() ?? [],
    {
      conditions: conditions(body),
      sortBy: body.get('sortname') ?? model.key,
      descending: body.get('sortorder') === 'desc',
      page,
      pageSize,
    },
    (row, field) => joinedValue(base, model.table, row, field),
  );
  return {
    page: String(page),
    total: String(found.total),
    rows: found.rows.map((row) => {
      const invoice = base.get('fn_areceber')?.rows.get(value(row, 'id_receber')) ?? row;
      return {
        id: value(row, 'id'),
        cell: model.columns.map((column) => {
          const stored = joinedValue(base, model.table, row, column.field);
          return cell(column.show, stored, invoice, today, generation);
        }),
      };
    }),
  };
}
