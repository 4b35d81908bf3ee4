import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { HttpRequest } from '../../../../lib/http/transport.ts';
import type { IxcClient } from '../../../../lib/ixc/webservice/client.types.ts';
import {
  type ListRequest,
  listRequest,
  TABLES,
} from '../../../../lib/ixc/webservice/list-request.ts';
import { answeredClient, EMPTY, listed, ORIGIN, tryClient } from './try-client.ts';

describe('a list request', () => {
  it('without the header that makes it a list is no list request at all', () => {
    expectTypeOf<HttpRequest>().not.toExtend<ListRequest>();
    type Headless = Omit<ListRequest, 'headers'> & { headers: { authorization: string } };
    expectTypeOf<Headless>().not.toExtend<ListRequest>();
    type Insert = Omit<ListRequest, 'headers'> & { headers: { ixcsoft: '' } };
    expectTypeOf<Insert>().not.toExtend<ListRequest>();
    type Delete = Omit<ListRequest, 'method'> & { method: 'DELETE' };
    expectTypeOf<Delete>().not.toExtend<ListRequest>();
  });

  it('always has it, and is always a POST to a table', () => {
    const query = fc.record({
      table: fc.constantFrom(...TABLES),
      where: fc.array(
        fc.record({
          field: fc.constantFrom('id', 'id_cliente'),
          operator: fc.constantFrom('=' as const, 'IN' as const),
          value: fc.string(),
        }),
        { maxLength: 2 },
      ),
      page: fc.nat(99),
      size: fc.nat(500),
    });
    fc.assert(
      fc.property(query, (each) => {
        const request = listRequest(ORIGIN, 'Basic abc', each);
        expect(request.method).toBe('POST');
        expect(request.headers).toMatchObject({ ixcsoft: 'listar', authorization: 'Basic abc' });
        expect(request.url).toBe(`${ORIGIN}/webservice/v1/${each.table}`);
        const body = JSON.parse(request.body) as Record<string, unknown>;
        for (const value of Object.values(body)) expect(typeof value).toBe('string');
        expect(body).toMatchObject({ sortname: `${each.table}.id`, sortorder: 'asc' });
      }),
    );
  });

  it('names its columns with their table and carries the conditions as a text of JSON', () => {
    const where = [{ field: 'id', operator: 'IN' as const, value: '1,2' }];
    const request = listRequest(ORIGIN, '', { table: 'cliente', where, page: 2, size: 500 });
    const body = JSON.parse(request.body) as Record<string, string>;
    expect(body).toMatchObject({ qtype: 'cliente.id', page: '2', rp: '500' });
    expect(JSON.parse(body['grid_param'] ?? '')).toEqual([
      { TB: 'cliente.id', OP: 'IN', P: '1,2' },
    ]);
  });
});

describe('the client', () => {
  const everything = async (client: IxcClient) => {
    await client.invoices(['1', '2']);
    await client.invoice('1');
    await client.changedInvoices('2026-11-10 12:00:00');
    await client.closedByRenegotiation('1');
    await client.customer('1');
    await client.carteira('1');
    await client.carteiras();
    await client.accounts();
    await client.filiais();
    await client.countInvoices();
  };

  it('sends nothing but lists, whatever it is answered', async () => {
    const answers = [
      EMPTY,
      listed([{ id: '1' }], 900),
      { text: '<html>' },
      { status: 503 },
      { text: '' },
    ];
    for (const answer of answers) {
      const { client, requests } = answeredClient(answer);
      await everything(client);
      expect(requests.length).toBeGreaterThanOrEqual(9);
      for (const { method, headers } of requests) {
        expect(method).toBe('POST');
        expect(headers['ixcsoft']).toBe('listar');
      }
    }
  });

  it('writes nothing into an IXC', async () => {
    const { client, ixc } = tryClient();
    const before = ixc.control.count('fn_areceber');
    await everything(client);
    expect(ixc.control.requests().length).toBeGreaterThanOrEqual(9);
    expect(ixc.control.writes()).toEqual([]);
    expect(ixc.control.count('fn_areceber')).toBe(before);
  });

  it('has no function that could write', () => {
    expectTypeOf<keyof IxcClient>().toEqualTypeOf<
      | 'invoices'
      | 'invoice'
      | 'changedInvoices'
      | 'closedByRenegotiation'
      | 'customer'
      | 'carteira'
      | 'carteiras'
      | 'accounts'
      | 'filial'
      | 'filiais'
      | 'countInvoices'
      | 'findCustomers'
      | 'openInvoicesOf'
      | 'openInvoices'
      | 'customers'
    >();
    expect(Object.keys(answeredClient().client).sort()).toEqual([
      'accounts',
      'carteira',
      'carteiras',
      'changedInvoices',
      'closedByRenegotiation',
      'countInvoices',
      'customer',
      'customers',
      'filiais',
      'filial',
      'findCustomers',
      'invoice',
      'invoices',
      'openInvoices',
      'openInvoicesOf',
    ]);
  });

  it('sends nothing at all with a token that cannot be one', async () => {
    const { client, ixc } = tryClient({ token: 'copied the wrong thing' });
    expect(await client.countInvoices()).toEqual({ ok: false, error: { kind: 'unauthorized' } });
    expect(ixc.control.requests()).toEqual([]);
  });
});
