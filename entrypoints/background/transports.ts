import type { Way } from '@/lib/engine/setup/ports';
import { createDocumentFetch } from '@/lib/http/document/document-fetch';
import { createTransport } from '@/lib/http/guarded-fetch';
import type { Transport } from '@/lib/http/transport';
import { isReading } from '@/lib/ixc/webservice/list-request';
import { mayReach } from './browser-ports';
import { documentHost } from './offscreen-document';

type Fetch = typeof globalThis.fetch;

const fetchHere: Fetch = (input, init) => fetch(input, init);

const fetchThere = documentHost && createDocumentFetch({ host: documentHost, isReading });

/** A transport for these hosts (`host[:port]`) only. */
export function transportTo(hosts: () => ReadonlySet<string>, fetch: Fetch = fetchHere): Transport {
  return createTransport({ fetch, allowedHosts: hosts, hasPermission: mayReach });
}

/** The ways to a panel that this browser has, the first choice first. */
export const WAYS: readonly Way[] = fetchThere ? ['direct', 'document'] : ['direct'];

/** A transport to one panel. The guards are the same by every way, and stand in the worker. */
export function panelTransport(origin: string, way: Way): Transport {
  const hosts = new Set([new URL(origin).host]);
  return transportTo(() => hosts, way === 'document' ? (fetchThere ?? unreachable) : fetchHere);
}

const unreachable: Fetch = () => Promise.reject(new TypeError('no document in this browser'));
