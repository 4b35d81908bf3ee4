import { fail, ok } from '../../../../lib/billing/result.ts';
import { createTransport } from '../../../../lib/http/guarded-fetch.ts';
import type {
  HttpRequest,
  HttpResponse,
  TransportFailure,
} from '../../../../lib/http/transport.ts';
import { createIxcClient } from '../../../../lib/ixc/webservice/client.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { createIxcEmulator } from '../../../emulators/ixc/index.ts';

export const ORIGIN = 'https://painel.provedor.example';

/** The real client and transport, speaking to an emulated IXC on 10 November 2026. */
export function tryClient({ token, invoices = 120 }: { token?: string; invoices?: number } = {}) {
  const clock = createVirtualClock({ start: '2026-11-10T15:00:00Z', ticking: false });
  const ixc = createIxcEmulator({ clock, customers: 120, invoices });
  const waits: number[] = [];
  const client = createIxcClient({
    transport: createTransport({
      fetch: (url, init) => ixc.handle(new Request(url, init)),
      allowedHosts: () => new Set(['painel.provedor.example']),
      hasPermission: () => Promise.resolve(true),
    }),
    credentials: { origin: ORIGIN, token: token ?? ixc.token },
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  return { client, ixc, waits };
}

export type Answer = Partial<HttpResponse> | TransportFailure;

/** The client with these answers, the last of them for ever; `requests` are what it asked. */
export function answeredClient(...answers: readonly Answer[]) {
  const requests: HttpRequest[] = [];
  const client = createIxcClient({
    transport: (request) => {
      requests.push(request);
      const answer = answers[Math.min(requests.length, answers.length) - 1] ?? {};
      return Promise.resolve(
        'kind' in answer ? fail(answer) : ok({ status: 200, headers: {}, text: '', ...answer }),
      );
    },
    credentials: { origin: ORIGIN, token: `3:${'fa15e0'.repeat(10)}beef` },
    sleep: () => Promise.resolve(),
  });
  return { client, requests };
}

/** A list as IXC writes it. */
export function listed(records: readonly object[], total: number | string = records.length) {
  return { text: JSON.stringify({ page: '1', total, registros: records }) };
}

/** An empty list as IXC writes it: without `registros`. */
export const EMPTY = { text: JSON.stringify({ page: '1', total: '0' }) };
