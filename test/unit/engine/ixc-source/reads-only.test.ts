import { afterEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { READING_SOURCES } from '../../../../lib/billing/reading-source.ts';
import type { IxcReader } from '../../../../lib/engine/ports.ts';
import { throughWays } from '../../../../lib/engine/ixc-source/ways.ts';
import { fail } from '../../../../lib/billing/result.ts';
import type { HttpRequest, Transport } from '../../../../lib/http/transport.ts';
import type { IxcClient } from '../../../../lib/ixc/webservice/client.types.ts';
import {
  isReading,
  type listRequest,
  TABLES,
} from '../../../../lib/ixc/webservice/list-request.ts';
import { KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { newProvider, ORIGIN } from './provider.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Calls every function that a source has. */
async function everything(client: IxcClient): Promise<void> {
  const calls: { [K in keyof IxcClient]: () => Promise<unknown> } = {
    invoice: () => client.invoice(KNOWN.openInvoice.id),
    invoices: () => client.invoices([KNOWN.openInvoice.id, KNOWN.partialInvoice.id]),
    changedInvoices: () => client.changedInvoices('2026-11-10 12:00:00'),
    closedByRenegotiation: () => client.closedByRenegotiation('900'),
    findCustomers: () => client.findCustomers({ name: 'Maria' }),
    openInvoices: () => client.openInvoices('1'),
    customers: () => client.customers([KNOWN_CUSTOMERS.ordinary]),
    openInvoicesOf: () => client.openInvoicesOf([KNOWN_CUSTOMERS.ordinary]),
    customer: () => client.customer(KNOWN_CUSTOMERS.ordinary),
    carteira: () => client.carteira('1'),
    carteiras: () => client.carteiras(),
    accounts: () => client.accounts(),
    filial: () => client.filial('1'),
    filiais: () => client.filiais(),
    countInvoices: () => client.countInvoices(),
  };
  expect(Object.keys(client).sort()).toEqual(Object.keys(calls).sort());
  for (const call of Object.values(calls)) await call();
}

const FAULTS = [
  null,
  { kind: 'html' },
  { kind: 'refused' },
  { kind: 'empty-list' },
  { kind: 'drop' },
  { kind: 'status', status: 503 },
] as const;

describe.each(READING_SOURCES)('through %s', (override) => {
  it.each(FAULTS)('nothing but readings reaches IXC, answered with %o', async (fault) => {
    const provider = newProvider();
    provider.state.override = override;
    if (fault) provider.ixc.control.addFault({ fault, times: 0 });
    const before = TABLES.map((table) => provider.ixc.control.count(table));
    const opened = await provider.sources().ixc(ORIGIN);
    if (opened.ok && opened.value.source !== 'hand') await everything(opened.value.client);
    await provider.sources().trySources(ORIGIN);

    const requests = provider.ixc.control.requests();
    expect(requests.length).toBeGreaterThan(0);
    expect(provider.ixc.control.writes()).toEqual([]);
    expect(TABLES.map((table) => provider.ixc.control.count(table))).toEqual(before);
    for (const request of requests) {
      expect(['GET', 'POST']).toContain(request.method);
      expect(`${request.path} ${request.table}`).not.toMatch(/get_boleto|get_pix|baixa|cancela/);
    }
  });
});

describe('a source', () => {
  it('has no function but those that read', () => {
    type Client = Extract<IxcReader, { readonly client: IxcClient }>['client'];
    expectTypeOf<keyof Client>().toEqualTypeOf<keyof IxcClient>();
    type Query = Parameters<typeof listRequest>[2];
    expectTypeOf<'fn_areceber_baixas' | 'get_boleto'>().not.toExtend<Query['table']>();
    expectTypeOf<keyof Query>().toEqualTypeOf<'table' | 'where' | 'page' | 'size' | 'sort'>();
  });

  it('never repeats what is no reading, whatever becomes of it', async () => {
    const transport = vi.fn<Transport>(() => Promise.resolve(fail({ kind: 'network' })));
    const ways = throughWays(
      [
        { source: 'direct', transport },
        { source: 'document', transport },
      ],
      () => undefined,
    );
    const insertion: HttpRequest = {
      method: 'POST',
      url: `${ORIGIN}/webservice/v1/cliente`,
      headers: { authorization: 'Basic FAKE' },
      body: '{}',
      timeoutMs: 1,
    };
    await ways(insertion);
    expect(transport).toHaveBeenCalledTimes(1);
    await ways({ ...insertion, headers: { ixcsoft: 'listar' } });
    expect(transport).toHaveBeenCalledTimes(3);
  });

  it.each([
    ['GET', {}, true],
    ['POST', { ixcsoft: 'listar' }, true],
    ['POST', { ixcsoft: 'inserir' }, false],
    ['POST', { ixcsoft: '' }, false],
    ['POST', {}, false],
    ['PUT', { ixcsoft: 'listar' }, false],
    ['DELETE', { ixcsoft: 'listar' }, false],
  ])('takes %s with %o for a reading: %s', (method, headers, expected) => {
    expect(isReading({ method, headers })).toBe(expected);
  });
});
