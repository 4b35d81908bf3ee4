import type { Environment } from './options.ts';
import { parseBody, readText } from './request-body.ts';

/** A request as the emulator works with it. */
export interface Incoming {
  readonly method: string;
  /** Without a trailing slash: both forms are the same endpoint. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** As on the wire: brackets must arrive encoded. */
  readonly rawQuery: string;
  readonly host: string;
  /** Which of the two hosts was called; null for any other name, such as 127.0.0.1. */
  readonly environment: Environment | null;
  /** The `access_token` header. */
  readonly token: string | null;
  readonly text: string;
  /** A GET's body cannot be read, but its announcement can be seen. */
  readonly announcesBody: boolean;
}

const HOSTS: Readonly<Record<string, Environment>> = {
  'api.asaas.com': 'production',
  'api-sandbox.asaas.com': 'sandbox',
};

export async function readIncoming(request: Request): Promise<Incoming> {
  const url = new URL(request.url);
  const { headers } = request;
  return {
    method: request.method,
    path: url.pathname.replace(/\/+$/, ''),
    query: url.searchParams,
    rawQuery: url.search,
    host: url.hostname,
    environment: HOSTS[url.hostname] ?? null,
    token: headers.get('access_token'),
    text: await request.text(),
    announcesBody:
      Number(headers.get('content-length') ?? 0) > 0 || headers.has('transfer-encoding'),
  };
}

/** `*` is one segment, `**` any rest. */
export function pathPattern(glob: string): RegExp {
  const source = glob
    .replace(/\/+$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, (stars) => (stars.length > 1 ? '.*' : '[^/]+'));
  return new RegExp(`^${source}$`);
}

/** `externalReference` of the query or, failing that, of the body. */
export function referenceOf(incoming: Incoming): string | null {
  const asked = incoming.query.get('externalReference');
  if (asked !== null) return asked;
  return readText(parseBody(incoming.text)?.['externalReference']);
}
