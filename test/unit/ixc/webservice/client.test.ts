import { describe, expect, it } from 'vitest';
import { KNOWN, KNOWN_CUSTOMERS, PROVIDER } from '../../../emulators/ixc/index.ts';
import { CARTEIRA } from '../../../emulators/ixc/data/carteiras.ts';
import { bareInvoice } from './bare-invoice.ts';
import { answeredClient, EMPTY, listed, tryClient } from './try-client.ts';

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(`failed: ${JSON.stringify(result.error)}`);
  return result.value;
}
const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);

describe('reading from an IXC', () => {
  it('brings an invoice, its customer and its carteira', async () => {
    const { client } = tryClient();
    const invoice = valueOf(await client.invoice(KNOWN.openInvoice.id));
    expect(invoice).toMatchObject({
      id: KNOWN.openInvoice.id,
      status: 'open',
      released: true,
      open: 9_990,
      dueDate: '2026-11-15',
      customerId: KNOWN_CUSTOMERS.ordinary,
      carteiraId: CARTEIRA.asaas,
      registeredElsewhere: [],
    });
    const customer = valueOf(await client.customer(KNOWN_CUSTOMERS.ordinary));
    expect(customer).toMatchObject({ id: KNOWN_CUSTOMERS.ordinary, active: true });
    expect(customer?.document).toMatch(/^\d{11}$/);
    const carteira = valueOf(await client.carteira(CARTEIRA.otherGateway));
    expect(carteira).toEqual({
      id: CARTEIRA.otherGateway,
      description: 'Banco Modelo - boleto registrado',
      gatewayName: 'BANCO_MODELO',
      pixByGateway: false,
      ixcAccountId: '4',
      filialId: '1',
      active: true,
      mailsOnGeneration: false,
    });
  });

  it('keeps no secret of any record', async () => {
    const { client, ixc } = tryClient();
    expect(JSON.stringify(ixc.control.record('fn_carteira_cobranca', '1'))).toContain('SEGREDO');
    const read = [
      await client.customer(KNOWN_CUSTOMERS.ordinary),
      await client.carteira(CARTEIRA.asaas),
      await client.filiais(),
      await client.carteiras(),
      await client.accounts(),
    ];
    expect(JSON.stringify(read)).not.toMatch(/SEGREDO|senha|secret/i);
  });

  it.each([
    ['partialInvoice', { status: 'partial', open: 15_000, received: 5_000 }],
    ['receivedInvoice', { status: 'received', open: 0 }],
    ['cancelledInvoice', { status: 'cancelled' }],
    ['renegotiatedOpenInvoice', { status: 'open', renegotiated: true }],
    ['bornFromRenegotiationInvoice', { renegotiated: false, bornFromRenegotiation: '900' }],
    ['hiddenInvoice', { released: false }],
    ['registeredElsewhereInvoice', { registeredElsewhere: ['linha_digitavel', 'nn_boleto'] }],
    ['boletoNumberInvoice', { hasBoletoNumber: true, registeredElsewhere: [] }],
    ['protestedInvoice', { protested: true }],
    ['inCollectionInvoice', { inCollection: true }],
    ['directDebitInvoice', { directDebit: true }],
  ] as const)('understands the %s', async (name, expected) => {
    const { client } = tryClient();
    expect(valueOf(await client.invoice(KNOWN[name].id))).toMatchObject(expected);
  });

  it('knows the filiais and counts the invoices', async () => {
    const { client } = tryClient();
    expect(valueOf(await client.filiais())[0]).toEqual({
      id: '1',
      name: PROVIDER.name,
      document: PROVIDER.cnpj,
    });
    expect(valueOf(await client.countInvoices())).toBe(120);
  });

  it('knows the carteiras and the accounts, each with the ledger account of its receipts', async () => {
    const { client } = tryClient();
    const carteiras = valueOf(await client.carteiras());
    expect(idsOf(carteiras)).toEqual(expect.arrayContaining(Object.values(CARTEIRA)));
    expect(valueOf(await client.accounts())).toContainEqual({
      id: '1',
      name: 'Conta Asaas - Matriz',
      planejamentoId: '311',
      active: true,
    });
  });

  it('finds nothing under an id that IXC does not have, and says so only after a second look', async () => {
    const { client, ixc } = tryClient();
    expect(await client.invoice('999999')).toEqual({ ok: true, value: null });
    expect(ixc.control.requests()).toHaveLength(2);
  });

  it('does not even ask for what is no id', async () => {
    const { client, ixc } = tryClient();
    for (const id of ['', '0', 'x', '1,2', '1 OR 1']) {
      expect(await client.customer(id)).toEqual({ ok: true, value: null });
    }
    expect(await client.invoices(['0', ''])).toEqual({ ok: true, value: [] });
    expect(ixc.control.requests()).toEqual([]);
  });
});

describe('the invoices that a renegotiation closed', () => {
  it('are found by it', async () => {
    const { client } = tryClient();
    const born = valueOf(await client.invoice(KNOWN.bornFromRenegotiationInvoice.id));
    const closed = await client.closedByRenegotiation(born?.bornFromRenegotiation ?? '');
    expect(idsOf(valueOf(closed))).toEqual([
      KNOWN.renegotiatedOpenInvoice.id,
      KNOWN.renegotiatedInvoice.id,
    ]);
  });

  it('are never those of another one', async () => {
    const others = bareInvoice('2', { id_renegociacao: '901', tipo_renegociacao: 'R' });
    const { client } = answeredClient(listed([others]));
    expect(await client.closedByRenegotiation('900')).toEqual({
      ok: false,
      error: { kind: 'rubbish', detail: 'unexpected id_renegociacao' },
    });
  });

  it('are none where there is no id to ask for', async () => {
    const { client, requests } = answeredClient(EMPTY);
    expect(await client.closedByRenegotiation('0')).toEqual({ ok: true, value: [] });
    expect(requests).toEqual([]);
  });
});

describe('reading many invoices', () => {
  it('asks in blocks of at most 400 and brings each once', async () => {
    const { client, ixc } = tryClient({ invoices: 1000 });
    const ids = Array.from({ length: 870 }, (_, at) => String(10_001 + at));
    const invoices = valueOf(await client.invoices([...ids, ...ids]));
    expect(idsOf(invoices).toSorted()).toEqual(ids.toSorted());
    expect(ixc.control.requests()).toHaveLength(3);
  });

  it('leaves out what IXC does not have', async () => {
    const { client } = tryClient();
    const ids = [KNOWN.openInvoice.id, '999999', KNOWN.receivedInvoice.id];
    expect(idsOf(valueOf(await client.invoices(ids))).toSorted()).toEqual(
      [KNOWN.receivedInvoice.id, KNOWN.openInvoice.id].toSorted(),
    );
  });
});

describe('a list that is not what was asked for', () => {
  it('is refused when IXC did not heed the condition', async () => {
    const { client } = answeredClient(listed([bareInvoice('1')], 3_000));
    expect(await client.invoice('1')).toMatchObject({ ok: false, error: { kind: 'rubbish' } });
    expect(await client.invoices(['1', '2'])).toMatchObject({ error: { kind: 'rubbish' } });
  });

  it('never brings another invoice in place of the one asked for', async () => {
    const { client } = answeredClient(listed([bareInvoice('2')]));
    expect(await client.invoice('1')).toEqual({ ok: true, value: null });
    expect(await client.invoices(['1'])).toEqual({ ok: true, value: [] });
  });

  it('is read to its end though the pages are shorter than asked for', async () => {
    const row = (id: string) => ({ id, razao: `Filial ${id}`, fantasia: '', cnpj: '' });
    const { client, requests } = answeredClient(
      listed([row('1'), row('2')], '3'),
      listed([row('3')], '3'),
    );
    expect(idsOf(valueOf(await client.filiais()))).toEqual(['1', '2', '3']);
    expect(requests.map(({ body }) => (JSON.parse(body ?? '') as { page: string }).page)).toEqual([
      '1',
      '2',
    ]);
  });

  it('is refused when it ends before its total', async () => {
    const { client } = answeredClient(listed([], 3));
    expect(await client.filiais()).toMatchObject({ ok: false, error: { kind: 'rubbish' } });
  });
});

describe('an empty list', () => {
  it('that a look at the whole table confirms is empty', async () => {
    const { client, requests } = answeredClient(EMPTY, listed([bareInvoice('9')], '3000'));
    expect(await client.invoices(['1'])).toEqual({ ok: true, value: [] });
    const probe = JSON.parse(requests[1]?.body ?? '') as Record<string, string>;
    expect(probe).toMatchObject({ rp: '1', page: '1' });
    expect(probe).not.toHaveProperty('grid_param');
  });

  it('that nothing confirms is suspicious', async () => {
    const { client } = answeredClient(EMPTY);
    const suspicious = { ok: false, error: { kind: 'suspicious-empty' } };
    expect(await client.invoices(['1'])).toEqual(suspicious);
    expect(await client.customer('1')).toEqual(suspicious);
    expect(await client.filiais()).toEqual(suspicious);
    expect(await client.countInvoices()).toEqual(suspicious);
  });
});

describe('the wrong token', () => {
  it('is refused', async () => {
    const { client, ixc } = tryClient();
    ixc.control.setToken('4:0000');
    expect(await client.countInvoices()).toEqual({ ok: false, error: { kind: 'unauthorized' } });
  });

  it('in base64 is as good as raw', async () => {
    const { ixc } = tryClient();
    const { client } = tryClient({ token: btoa(ixc.token) });
    expect((await client.countInvoices()).ok).toBe(true);
  });
});
