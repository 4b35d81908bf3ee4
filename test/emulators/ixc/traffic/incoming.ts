import type { Area } from './fault.ts';
import type { Intent } from './request-log.ts';

/** A request, read to its end. */
export interface Incoming {
  readonly area: Area;
  readonly intent: Intent;
  readonly method: string;
  readonly url: URL;
  readonly table: string;
  /** The record named by the path, `''` when none. */
  readonly id: string;
  readonly headers: Headers;
  readonly text: string;
  /** JSON or form fields; null when the text is neither. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

/** Actions of the webservice that share the path scheme of tables. */
export const ACTIONS = [
  'get_boleto',
  'get_pix',
  'cancelar_financeiro',
  'estornar_cancelamento',
  'fn_areceber_recebimentos_baixas_novo',
  'botaoAjax_22282',
] as const;
export type Action = (typeof ACTIONS)[number];

export function isAction(name: string): name is Action {
  return ACTIONS.some((one) => one === name);
}

export async function readIncoming(request: Request): Promise<Incoming> {
  const url = new URL(request.url);
  const text = await request.text();
  const parts = url.pathname.split('/').slice(1);
  const { method, headers } = request;
  const common = { method, url, headers, text, body: parse(text) };
  if (parts[0] === 'webservice') {
    const table = parts[2] ?? '';
    const intent = webserviceIntent(method, table, headers.get('ixcsoft') === 'listar');
    return { ...common, area: 'webservice', intent, table, id: parts[3] ?? '' };
  }
  if (parts[0] === 'aplicativo') {
    const action = url.searchParams.get('action') ?? '';
    const id = url.searchParams.get('id') ?? '';
    return { ...common, area: 'panel', intent: panelIntent(action), table: parts[1] ?? '', id };
  }
  return { ...common, area: 'panel', intent: 'page', table: '', id: '' };
}

function webserviceIntent(method: string, table: string, listing: boolean): Intent {
  if (isAction(table)) return 'action';
  if (method === 'PUT') return 'update';
  if (method === 'DELETE') return 'delete';
  if (method === 'POST' && !listing) return 'insert';
  return listing ? 'list' : 'page';
}

function panelIntent(action: string): Intent {
  switch (action) {
    case 'grid':
      return 'list';
    case 'recupera':
      return 'read';
    case 'novo':
      return 'insert';
    case 'edit':
      return 'update';
    default:
      return 'action';
  }
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  if (!text.trimStart().startsWith('{')) {
    const form = new URLSearchParams(text);
    return [...form.values()].some((field) => field !== '') ? Object.fromEntries(form) : null;
  }
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
