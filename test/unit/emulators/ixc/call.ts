import type { InProcessIxc } from '../../../emulators/ixc/index.ts';

/** An answer as a client meets it: status, headers, text, and the text as JSON where it is that. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly records: readonly Readonly<Record<string, string>>[];
}

interface Call {
  readonly method?: string;
  readonly listing?: boolean;
  readonly authorization?: string | null;
  readonly body?: unknown;
}

/** One request to the emulated webservice; by default a listing with the right token. */
export async function call(ixc: InProcessIxc, path: string, options: Call = {}): Promise<Answer> {
  const { method = 'POST', listing = true, body } = options;
  const { authorization = `Basic ${btoa(ixc.token)}` } = options;
  const headers = new Headers({ 'content-type': 'application/json' });
  if (listing) headers.set('ixcsoft', 'listar');
  if (authorization !== null) headers.set('authorization', authorization);
  const response = await ixc.handle(
    new Request(`https://painel.provedor.example/webservice/${path}`, {
      method,
      headers,
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    }),
  );
  const text = await response.text();
  const json = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
  const records = (json.registros ?? []) as Record<string, string>[];
  return { status: response.status, headers: response.headers, text, json, records };
}

/** A `grid_param` of `[column, operator, value, second value]` tuples. */
export function gridParam(...conditions: readonly (readonly string[])[]): string {
  return JSON.stringify(conditions.map(([TB, OP, P, P2]) => ({ TB, OP, P, P2 })));
}
