import { describe, expect, it } from 'vitest';
import { formatDocument } from '../../../../lib/billing/document.ts';
import { fail, ok } from '../../../../lib/billing/result.ts';
import { findInvoices } from '../../../../lib/engine/search/find.ts';
import type { IxcReader } from '../../../../lib/engine/ports.ts';
import { createSessionClient } from '../../../../lib/ixc/session/client.ts';
import { chargeRow, putCharge } from '../../../../lib/ledger/charges.ts';
import type { FailureView } from '../../../../lib/messages/failure.ts';
import { KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { charge } from '../../../fixtures/charge.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { account, ORIGIN, panel, settings } from '../../../fixtures/settings.ts';
import { barePorts } from '../engine-ports.ts';
import { ixcToRead } from '../ixc-client.ts';

const OTHER = 'https://outro.provedor.example';

/** The emulated IXC behind the search. */
async function desk(panels = [panel]) {
  const { clock, ixc, client } = ixcToRead();
  let reader: IxcReader | FailureView = { source: 'direct', client };
  const ports = await barePorts({
    now: clock.now,
    readSettings: () => Promise.resolve({ ...settings, panels }),
    ixc: (origin) => {
      if (origin !== ORIGIN) return Promise.resolve(fail({ code: 'ixc-network' }));
      return Promise.resolve('code' in reader ? fail(reader) : ok(reader));
    },
  });
  const row = (table: string, id: string) => ixc.control.record(table, id);
  return {
    ixc: ixc.control,
    ports,
    read: (next: IxcReader | FailureView) => {
      reader = next;
    },
    column: (table: string, id: string, name: string) => String(row(table, id)[name]),
    find: async (text: string) => {
      const answer = await findInvoices(ports, text);
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.value;
    },
    charged: (invoiceId: string, status = 'PENDING') => {
      const reference = `ixc:${KEY}:${invoiceId}`;
      const known = chargeRow({ ...charge, accountId: account.id, reference, status }, clock.now());
      if (!known) throw new Error('no reference');
      return putCharge(ports.ledger, known, clock.now());
    },
  };
}

const idsOf = (found: readonly { readonly invoiceId: string }[]) =>
  found.map(({ invoiceId }) => invoiceId);

describe('a search by digits', () => {
  it('that the ledger can answer asks nobody, and gives no name', async () => {
    const { find, charged, ixc } = await desk();
    await charged('777', 'RECEIVED');
    expect(await find('777')).toEqual([
      {
        origin: ORIGIN,
        invoiceId: '777',
        customerName: null,
        open: null,
        dueDate: null,
        group: 'paid',
        seenAt: expect.any(Number) as number,
      },
    ]);
    expect(ixc.requests()).toEqual([]);
  });

  it('finds an invoice that only IXC knows, with its customer', async () => {
    const { find, column } = await desk();
    const { id } = KNOWN.openInvoice;
    expect(await find(` 00${id} `)).toMatchObject([
      {
        invoiceId: id,
        customerName: column('cliente', KNOWN_CUSTOMERS.ordinary, 'razao'),
        open: 9_990,
        dueDate: '2026-11-15',
        group: 'unsent',
      },
    ]);
  });

  it('finds nothing where there is nothing, and says so', async () => {
    const { find } = await desk();
    expect(await find('99999999')).toEqual([]);
  });

  it('that are a CPF finds what its customer still has to pay, the oldest first', async () => {
    const { find, column, charged } = await desk();
    const id = KNOWN_CUSTOMERS.ordinary;
    const cpf = column('cliente', id, 'cnpj_cpf');
    await charged(KNOWN.openInvoice.id);
    const found = await find(cpf.replace(/\D/g, ''));
    expect(idsOf(found)).toContain(KNOWN.openInvoice.id);
    expect(found.find(({ invoiceId }) => invoiceId === KNOWN.openInvoice.id)).toMatchObject({
      group: 'open',
      customerName: column('cliente', id, 'razao'),
    });
    const dates = found.map(({ dueDate }) => dueDate ?? '');
    expect(dates).toEqual(dates.toSorted());
    for (const { open } of found) expect(open).toBeGreaterThan(0);
    expect(await find(formatDocument(cpf))).toEqual(found);
  });

  it('finds a CNPJ that IXC keeps without its punctuation, and one with letters', async () => {
    const { find, column } = await desk();
    for (const [id, invoice] of [
      [KNOWN_CUSTOMERS.unmaskedCompany, KNOWN.unmaskedCompanyInvoice],
      [KNOWN_CUSTOMERS.alphanumericCompany, KNOWN.alphanumericInvoice],
    ] as const) {
      const document = formatDocument(column('cliente', id, 'cnpj_cpf'));
      expect(idsOf(await find(document.toLowerCase()))).toContain(invoice.id);
    }
  });

  it('finds everybody who is registered under one CPF', async () => {
    const { find, column } = await desk();
    const found = idsOf(await find(column('cliente', KNOWN_CUSTOMERS.twin, 'cnpj_cpf')));
    expect(found).toEqual(
      expect.arrayContaining([KNOWN.twinInvoice.id, KNOWN.otherTwinInvoice.id]),
    );
  });
});

describe('a search by name', () => {
  it('finds who is called so from the beginning, whatever the case and the accents', async () => {
    const { find } = await desk();
    expect(idsOf(await find('conceicao d'))).toContain(KNOWN.accentedNameInvoice.id);
    expect(idsOf(await find('JOSÉ ANTONIO'))).toEqual(
      expect.arrayContaining([KNOWN.twinInvoice.id, KNOWN.otherTwinInvoice.id]),
    );
  });

  it('does not find a name by its middle', async () => {
    const { find } = await desk();
    expect(idsOf(await find('Müller'))).toEqual([]);
  });

  it.each(['', '  ', 'ab', 'a1', '12-34', '-'])('asks nobody for %j', async (text) => {
    const { find, ixc } = await desk();
    expect(await find(text)).toEqual([]);
    expect(ixc.requests()).toEqual([]);
  });

  it('gives twenty at most', async () => {
    const { find, ixc, column } = await desk();
    for (let n = 0; n < 30; n += 1) {
      ixc.addInvoice({ customerId: KNOWN_CUSTOMERS.ordinary, cents: 1_000, dueDate: '2026-12-01' });
    }
    expect(await find(column('cliente', KNOWN_CUSTOMERS.ordinary, 'razao'))).toHaveLength(20);
  });
});

describe('a search', () => {
  it('keeps neither names nor documents', async () => {
    const { find, ports, column } = await desk();
    const name = column('cliente', KNOWN_CUSTOMERS.ordinary, 'razao');
    expect(await find(name)).not.toEqual([]);
    const kept = JSON.stringify(
      await Promise.all(ports.ledger.tables.map((table) => table.toArray())),
    );
    expect(kept).toContain(KNOWN.openInvoice.id);
    expect(kept).not.toContain(name);
    expect(kept).not.toContain(column('cliente', KNOWN_CUSTOMERS.ordinary, 'cnpj_cpf'));
  });

  it('says why it cannot read, and that a session or an operator cannot be searched', async () => {
    const { ports, read } = await desk();
    const session = createSessionClient(() => Promise.resolve(fail({ kind: 'no-tab' })));
    const codes = [];
    for (const next of [
      { code: 'locked' },
      { source: 'hand' },
      { source: 'session', client: session },
    ] as const) {
      read(next);
      const answer = await findInvoices(ports, 'Maria');
      codes.push(answer.ok ? 'ok' : answer.error.code);
    }
    expect(codes).toEqual(['locked', 'ixc-by-hand', 'ixc-unsupported']);
  });

  it('does not take what was not asked for', async () => {
    const { ports, ixc } = await desk();
    ixc.addFault({ fault: { kind: 'html' }, times: 0 });
    expect(await findInvoices(ports, 'Maria')).toMatchObject({ error: { code: 'ixc-html' } });
  });

  it('gives what one panel finds although another cannot be read, and leaves out those by fatura', async () => {
    const panels = [
      { ...panel, origin: OTHER, providerKey: null },
      { ...panel, origin: 'https://fatura.provedor.example', billsByFatura: true },
      panel,
    ];
    const { find, ports } = await desk(panels);
    expect(await find(KNOWN.openInvoice.id)).toMatchObject([{ origin: ORIGIN }]);
    expect(await findInvoices(ports, '99999999')).toMatchObject({
      ok: false,
      error: { code: 'ixc-network' },
    });
  });
});
