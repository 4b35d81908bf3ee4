import type { HttpRequest } from '../../http/transport.ts';

/**
 * Everything that this extension may ever change in IXC, by the action that does it. Each is asked for by a
 * function of its own, which makes one request and never another.
 */
export const WRITES = [
  /** The free message: SMS or omnichannel, through a gateway of the provider's. */
  'botaoAjax_22282',
] as const;
export type Write = (typeof WRITES)[number];

/** A request that changes something: it has no header that makes a list of it, and is never repeated. */
export interface WriteRequest extends HttpRequest {
  readonly method: 'POST';
  readonly headers: Readonly<Record<string, string>> & { readonly ixcsoft?: never };
  readonly body: string;
}

const TIMEOUT_MS = 30_000;

/** The only way to build one. `authorization` is the whole header value; every value of the body a text. */
export function writeRequest(
  origin: string,
  authorization: string,
  write: Write,
  body: Readonly<Record<string, string>>,
): WriteRequest {
  return {
    method: 'POST',
    url: `${origin}/webservice/v1/${write}`,
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: TIMEOUT_MS,
  };
}
