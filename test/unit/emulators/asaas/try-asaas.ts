import {
  createAsaasEmulator,
  SANDBOX_KEY,
  type AsaasEmulatorOptions,
} from '../../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';

export type Json = Record<string, unknown>;

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as an object; empty when it is not JSON. */
  readonly json: Json;
  /** `code` and `description` of the first error. */
  readonly error: { readonly code: string; readonly description: string } | undefined;
}

/** Tuesday, noon in São Paulo. */
const START = '2026-03-10T15:00:00Z';
export const TODAY = '2026-03-10';
export const CPF = '24971563792';
export const SECOND = 1000;
export const DAY = 24 * 60 * 60 * SECOND;

/** An emulated Asaas with a clock that stands still, and a client for its sandbox. */
export function tryAsaas(options: AsaasEmulatorOptions = {}) {
  const clock = createVirtualClock({ start: START, ticking: false });
  const asaas = createAsaasEmulator({ clock, ...options });

  const call = async (
    method: string,
    path: string,
    { body, key = SANDBOX_KEY, host = 'api-sandbox.asaas.com', headers = {} }: CallOptions = {},
  ): Promise<Reply> => {
    const response = await asaas.handle(
      new Request(`https://${host}${path}`, {
        method,
        headers: { ...(key === null ? {} : { access_token: key }), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    return readReply(response);
  };
  const payer = async (more: Json = {}): Promise<string> => {
    const body = { name: 'Cliente Exemplo', cpfCnpj: CPF, ...more };
    return String((await call('POST', '/v3/customers', { body })).json['id']);
  };
  const charge = async (more: Json = {}): Promise<Reply> => {
    const customer = more['customer'] ?? (await payer());
    const body = { customer, billingType: 'BOLETO', value: 100, dueDate: '2026-03-20', ...more };
    return call('POST', '/v3/payments', { body });
  };
  return {
    ...asaas,
    clock,
    call,
    get: (path: string) => call('GET', `/v3${path}`),
    post: (path: string, body: unknown = {}) => call('POST', `/v3${path}`, { body }),
    put: (path: string, body: unknown) => call('PUT', `/v3${path}`, { body }),
    remove: (path: string) => call('DELETE', `/v3${path}`),
    payer,
    charge,
    /** Creates a charge and gives its id. */
    chargeId: async (more: Json = {}) => String((await charge(more)).json['id']),
    /** Ids that GET /payments shows for a query. */
    listed: async (query = '') =>
      items(await call('GET', `/v3/payments?limit=100&${query}`)).map(({ id }) => id),
  };
}

interface CallOptions {
  readonly body?: unknown;
  readonly key?: string | null;
  readonly host?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export function items(reply: Reply): Json[] {
  const { data } = reply.json;
  return Array.isArray(data) ? (data as Json[]) : [];
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const json = isJson && text !== '' ? (JSON.parse(text) as Json) : {};
  const [error] = (json['errors'] ?? []) as { code: string; description: string }[];
  return { status: response.status, headers: response.headers, text, json, error };
}
