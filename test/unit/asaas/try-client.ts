import { createAsaasClient } from '../../../lib/asaas/client.ts';
import type { AsaasExchange } from '../../../lib/asaas/client.types.ts';
import { ASAAS_HOSTS } from '../../../lib/asaas/environment.ts';
import { INHERITED_TERMS } from '../../../lib/billing/added-terms.ts';
import { cents } from '../../../lib/billing/money.ts';
import { fail, ok } from '../../../lib/billing/result.ts';
import { createTransport } from '../../../lib/http/guarded-fetch.ts';
import type { HttpRequest, HttpResponse, TransportFailure } from '../../../lib/http/transport.ts';
import { createAsaasEmulator, SANDBOX_KEY } from '../../emulators/asaas/index.ts';
import { createVirtualClock } from '../../emulators/http/clock.ts';
import { contact, customer } from '../../fixtures/customer.ts';
import { day } from '../../fixtures/day.ts';

export const REFERENCE = 'ixc:11222333000181:4711';
const NOW = '2026-11-10T15:00:00Z';

/** The real client and transport, speaking to an emulated Asaas on a clock that stands still. */
export function tryClient(key = SANDBOX_KEY, environment: 'sandbox' | 'production' = 'sandbox') {
  const clock = createVirtualClock({ start: NOW, ticking: false });
  const asaas = createAsaasEmulator({ clock });
  const exchanges: AsaasExchange[] = [];
  const transport = createTransport({
    fetch: (url, init) => asaas.handle(new Request(url, init)),
    allowedHosts: () => new Set(ASAAS_HOSTS),
    hasPermission: () => Promise.resolve(true),
  });
  const client = createAsaasClient({
    transport,
    credentials: { accountId: 'sandbox:11222333000181', environment, key },
    onExchange: (exchange) => exchanges.push(exchange),
  });
  return { client, asaas, exchanges };
}

/** The client with one answer, whatever it asks; `requests` are what it asked. */
export function answeredClient(answer: Partial<HttpResponse> | TransportFailure) {
  const requests: HttpRequest[] = [];
  const client = createAsaasClient({
    transport: (request) => {
      requests.push(request);
      return Promise.resolve(
        'kind' in answer ? fail(answer) : ok({ status: 200, headers: {}, text: '', ...answer }),
      );
    },
    credentials: { accountId: 'sandbox:1', environment: 'sandbox', key: SANDBOX_KEY },
  });
  return { client, requests };
}

export const newPayer = {
  ...contact,
  name: customer.name,
  document: customer.document,
  reference: 'ixc:11222333000181:c:42',
  notificationDisabled: true,
};

export const newCharge = (payerId: string) => ({
  payerId,
  billingType: 'UNDEFINED' as const,
  value: cents(9_990),
  dueDate: day('2026-11-22'),
  description: 'Título 4711 · vencimento 22/11/2026 #7K3MQ',
  reference: REFERENCE,
  terms: INHERITED_TERMS,
});

/** The value of a result that the test is not about. */
export function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}
