import { fail, ok, type Result } from '../billing/result.ts';
import { isPrivateHost } from './private-address.ts';
import { readBody } from './read-body.ts';
import type { HttpRequest, HttpResponse, Transport, TransportFailure } from './transport.ts';

export interface TransportOptions {
  readonly fetch: typeof globalThis.fetch;
  /** Hosts, each as `URL.host` gives it (with a port that is not the scheme's own), that may be spoken to. */
  readonly allowedHosts: () => ReadonlySet<string>;
  /** Whether the browser lets this extension reach an origin. A rejection counts as no. */
  readonly hasPermission: (origin: string) => Promise<boolean>;
  readonly maxBytes?: number;
}

/** Five hundred IXC records of 165 fields are about 2 MB. */
export const DEFAULT_MAX_BYTES = 8 * 1024 * 1024;

/** How every request is made, wherever it is made from. */
export const REQUEST_POLICY = {
  // IXC's cookie has the panel's own name: a call must neither use nor disturb the operator's session.
  credentials: 'omit',
  redirect: 'manual',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit;

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** The address, if it may be spoken to at all: https, or plain http to a private address; on the list. */
function allowedUrl(text: string, allowedHosts: ReadonlySet<string>): URL | null {
  const url = parseUrl(text);
  if (url?.username !== '' || url.password !== '') return null;
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isPrivateHost(url.hostname));
  return isSafe && allowedHosts.has(url.host) ? url : null;
}

function initOf(request: HttpRequest, signal: AbortSignal): RequestInit {
  return {
    method: request.method,
    headers: { ...request.headers },
    // Asaas answers a GET that has a body with 403.
    ...(request.body === undefined || request.method === 'GET' ? {} : { body: request.body }),
    ...REQUEST_POLICY,
    signal,
  };
}

/** Whether an answer sends the request elsewhere, where it must not follow. */
export function wasRedirected(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
}

async function exchange(
  send: typeof globalThis.fetch,
  url: URL,
  init: RequestInit,
  maxBytes: number,
): Promise<Result<HttpResponse, TransportFailure>> {
  const response = await send(url, init);
  if (wasRedirected(response)) return fail({ kind: 'redirected' });
  const text = await readBody(response, maxBytes);
  if (text === null) return fail({ kind: 'too-large' });
  return ok({ status: response.status, headers: Object.fromEntries(response.headers), text });
}

/**
 * The only way out of the extension. Refuses every host that is not on the list before anything leaves,
 * sends no cookies and follows no redirect, and gives up, body included, after the request's own time.
 * Never throws and never logs: a request carries a key.
 */
export function createTransport(options: TransportOptions): Transport {
  // Taken out of the object: a browser's `fetch` refuses to run as a method of anything but the global.
  const { fetch: send, allowedHosts, hasPermission, maxBytes = DEFAULT_MAX_BYTES } = options;

  return async (request) => {
    const url = allowedUrl(request.url, allowedHosts());
    if (url === null)
      return fail({ kind: 'host-refused', host: parseUrl(request.url)?.host ?? '' });
    const permitted = await hasPermission(url.origin).catch(() => false);
    if (!permitted) return fail({ kind: 'permission-missing', origin: url.origin });

    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const timeout = new Promise<Result<HttpResponse, TransportFailure>>((resolve) => {
      timer = setTimeout(() => {
        resolve(fail({ kind: 'timeout' }));
        controller.abort();
      }, request.timeoutMs);
    });
    try {
      const init = initOf(request, controller.signal);
      return await Promise.race([exchange(send, url, init, maxBytes), timeout]);
    } catch {
      // `fetch` tells a script nothing but "Failed to fetch": refused, reset, bad certificate, offline.
      return fail({ kind: 'network' });
    } finally {
      clearTimeout(timer);
    }
  };
}
