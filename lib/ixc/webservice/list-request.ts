import type { HttpRequest } from '../../http/transport.ts';

/**
 * The header that makes IXC list. Without it the very same POST **inserts a record**, so it is part of the
 * request's type: a request that lacks it is no `ListRequest`, and nothing else can be sent from here.
 */
export const LIST_HEADER = { ixcsoft: 'listar' } as const;

export interface ListRequest extends HttpRequest {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>> & typeof LIST_HEADER;
  readonly body: string;
}

/** Whether a request changes nothing, whatever becomes of it: it may be repeated. */
export function isReading(request: {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
}): boolean {
  const isList = request.method === 'POST' && request.headers['ixcsoft'] === LIST_HEADER.ixcsoft;
  return request.method === 'GET' || isList;
}

/** The tables that this client reads. */
export const TABLES = [
  'fn_areceber',
  'cliente',
  'fn_carteira_cobranca',
  'contas',
  'filial',
] as const;
export type Table = (typeof TABLES)[number];

/** One condition of `grid_param`. Several are joined by AND; there is no OR. */
export interface Condition {
  readonly field: string;
  /** `L`: contains. */
  readonly operator: '=' | 'IN' | '>=' | 'L';
  readonly value: string;
}

export interface ListQuery {
  readonly table: Table;
  readonly where: readonly Condition[];
  readonly page: number;
  /** Records on a page (`rp`). */
  readonly size: number;
  /** The column that orders them, ascending; absent: their ids. A wrong one empties the list. */
  readonly sort?: string;
}

const TIMEOUT_MS = 30_000;

/** The body of a list: every value a string, and columns with their table before them. */
function listBody({ table, where, page, size, sort = 'id' }: ListQuery) {
  const body = {
    qtype: `${table}.id`,
    query: '1',
    oper: '>=',
    page: String(page),
    rp: String(size),
    sortname: `${table}.${sort}`,
    sortorder: 'asc',
  };
  if (where.length === 0) return body;
  const conditions = where.map(({ field, operator, value }) => ({
    TB: `${table}.${field}`,
    OP: operator,
    P: value,
  }));
  return { ...body, grid_param: JSON.stringify(conditions) };
}

/** The only way to build a request of this client. `authorization` is the whole header value. */
export function listRequest(origin: string, authorization: string, query: ListQuery): ListRequest {
  return {
    method: 'POST',
    url: `${origin}/webservice/v1/${query.table}`,
    headers: { ...LIST_HEADER, authorization, 'content-type': 'application/json' },
    body: JSON.stringify(listBody(query)),
    timeoutMs: TIMEOUT_MS,
  };
}
