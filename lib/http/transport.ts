import type { Result } from '../billing/result.ts';

/** One request, complete. The transport adds nothing but the guards. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent on GET: Asaas refuses a GET with a body. */
  readonly body?: string;
  readonly timeoutMs: number;
}

export interface HttpResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded as UTF-8, possibly empty. Content types lie; callers parse. */
  readonly text: string;
}

/**
 * Why there is no answer. After `host-refused` and `permission-missing` nothing left the browser; after
 * `timeout`, `network` and `too-large` the server may have done what it was asked.
 */
export type TransportFailure =
  | { readonly kind: 'host-refused'; readonly host: string }
  | { readonly kind: 'permission-missing'; readonly origin: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'network' }
  | { readonly kind: 'redirected' }
  | { readonly kind: 'too-large' };

export type Transport = (request: HttpRequest) => Promise<Result<HttpResponse, TransportFailure>>;
