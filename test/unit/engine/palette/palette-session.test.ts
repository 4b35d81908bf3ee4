import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../../../lib/billing/result.ts';
import type { AsaasClient } from '../../../../lib/asaas/client.types.ts';
import { KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { day } from '../../../fixtures/day.ts';
import { openPaletteOf } from './palette-kit.ts';

const ID = KNOWN.openInvoice.id;
const PAYLOAD = '00020126580014br.gov.bcb.pix6304ABCD';
const LINHA = '1'.repeat(47);

/** An Asaas that gives codes, counts what it is asked, and reads charges as it is told. */
function asaas(change: Partial<AsaasClient> = {}) {
  const asked: string[] = [];
  const client = {
    pixCode: async (id: string) => {
      asked.push(`pix ${id}`);
      return ok({ payload: PAYLOAD, imagePng: '', expiresAt: '2026-12-31 23:59:59' });
    },
    linhaDigitavel: async (id: string) => {
      asked.push(`linha ${id}`);
      return ok(LINHA);
    },
    getCharge: async (id: string) => {
      asked.push(`get ${id}`);
      return fail({ kind: 'network' as const });
    },
    getPayer: async () => fail({ kind: 'network' as const }),
    ...change,
  };
  return { asked, ports: { asaas: async () => ok(client as unknown as AsaasClient) } };
}

describe('a search', () => {
  it('by CPF gives the client, masked, with what is open and overdue', async () => {
    const desk = await openPaletteOf();
    const cpf = desk.column('cliente', KNOWN_CUSTOMERS.ordinary, 'cnpj_cpf');
    await desk.charged(ID);
    const { clients } = await desk.search(cpf);
    expect(clients).toHaveLength(1);
    const [client] = clients;
    expect(client?.name).toBe(desk.column('cliente', KNOWN_CUSTOMERS.ordinary, 'razao'));
    expect(client?.foundBy).toBe('document');
    expect(client?.document).toMatch(/^\*\*\*\.\d{3}\.\d{3}-\*\*$/);
    expect(JSON.stringify(desk.pushes)).not.toContain(cpf);
    const invoice = client?.invoices.find(({ id }) => id === ID);
    expect(invoice).toMatchObject({
      group: 'open',
      isPayable: true,
      isOverdue: false,
      open: 9_990,
    });
    const overdue = client?.invoices.filter(({ isOverdue }) => isOverdue) ?? [];
    expect(client?.overdue).toEqual({
      count: overdue.length,
      total: overdue.reduce((sum, { open }) => sum + (open ?? 0), 0),
    });
  });

  it.each(['telefone_celular', 'fone'])('by a number finds who has it as %s', async (column) => {
    const desk = await openPaletteOf();
    const phone = desk.column('cliente', KNOWN_CUSTOMERS.ordinary, column);
    expect(phone).toMatch(/\d/);
    for (const text of [phone, phone.replace(/\D/g, '')]) {
      const { clients } = await desk.search(text);
      expect(clients.map(({ id }) => id)).toContain(KNOWN_CUSTOMERS.ordinary);
      expect(clients.every(({ foundBy }) => foundBy === 'phone')).toBe(true);
    }
  });

  it('by an invoice gives its client, and what else is open of theirs', async () => {
    const desk = await openPaletteOf();
    const { clients } = await desk.search(ID);
    expect(clients[0]).toMatchObject({ id: KNOWN.openInvoice.customerId, foundBy: 'invoice' });
    desk.ixc.addInvoice({
      customerId: KNOWN.openInvoice.customerId,
      cents: 1_000,
      dueDate: '2026-10-01',
    });
    const [client] = (await desk.search(ID)).clients;
    expect(client?.invoices[0]?.id).toBe(ID);
    expect(client?.invoices.length).toBeGreaterThan(1);
  });

  it('that finds nobody says so, and one that is too short asks nobody', async () => {
    const desk = await openPaletteOf();
    expect(await desk.search('Ninguém Assim')).toEqual({
      clients: [],
      hasMore: false,
      failure: null,
    });
    const before = desk.ixc.requests().length;
    await desk.session.handle({ verb: 'search', turn: 90, text: 'ab' });
    expect(desk.pushes.at(-1)).toEqual({ type: 'too-short', turn: 90 });
    expect(desk.ixc.requests()).toHaveLength(before);
  });

  it('of many shows twenty, and says that there are more', async () => {
    const desk = await openPaletteOf();
    const one = await desk.client.customer(KNOWN_CUSTOMERS.ordinary);
    if (!one.ok || one.value === null) throw new Error('no customer');
    const many = Array.from({ length: 30 }, (_, at) => ({ ...one.value, id: String(at + 1) }));
    const client = { ...desk.client, findCustomers: async () => ok(many as never) };
    desk.read({ source: 'direct', client });
    const { clients, hasMore } = await desk.search('Maria');
    expect([clients.length, hasMore]).toEqual([20, true]);
  });

  it.each(['locked', 'ixc-token-missing', 'ixc-network'] as const)(
    'that meets %s says so, and shows an invoice of the ledger without a name',
    async (code) => {
      const desk = await openPaletteOf();
      await desk.charged('777');
      desk.read({ code });
      expect(await desk.search('Maria')).toMatchObject({ clients: [], failure: { code } });
      const { clients, failure } = await desk.search('777');
      expect(failure).toEqual({ code });
      expect(clients).toMatchObject([{ id: null, name: null, invoices: [{ id: '777' }] }]);
    },
  );

  it('that was overtaken by another is never answered', async () => {
    const desk = await openPaletteOf();
    let answer = (): void => undefined;
    const client = {
      ...desk.client,
      findCustomers: async (...search: Parameters<typeof desk.client.findCustomers>) => {
        await new Promise<void>((resolve) => (answer = resolve));
        return desk.client.findCustomers(...search);
      },
    };
    desk.read({ source: 'direct', client });
    const slow = desk.session.handle({ verb: 'search', turn: 50, text: 'Maria' });
    await vi.waitFor(() => expect(answer.length).toBe(1));
    desk.read({ source: 'direct', client: desk.client });
    await desk.session.handle({ verb: 'search', turn: 51, text: ID });
    answer();
    await slow;
    const turns = desk.pushed('results').map(({ turn }) => turn);
    expect(turns).toContain(51);
    expect(turns).not.toContain(50);
  });

  it('is forgotten when the vault turns', async () => {
    const desk = await openPaletteOf();
    await desk.search(ID);
    desk.ports.events.vaultTurned();
    expect(desk.pushes.at(-1)).toEqual({ type: 'forget' });
    expect(await desk.ask({ verb: 'whatsapp', invoiceId: ID })).toHaveProperty('failure');
  });
});

describe('a copy', () => {
  it('gives each code of a charge that can be paid, and asks for codes once', async () => {
    const { asked, ports } = asaas();
    const desk = await openPaletteOf(ports);
    await desk.charged(ID);
    const copy = (what: 'pix' | 'linha' | 'link') =>
      desk.ask({ verb: 'copy', invoiceId: ID, what });
    expect(await copy('pix')).toEqual({ text: PAYLOAD, left: 0 });
    expect(await copy('linha')).toEqual({ text: LINHA, left: 0 });
    expect(await copy('link')).toEqual({ text: `https://sandbox.asaas.com/i/${ID}`, left: 0 });
    expect(asked).toEqual([`pix pay_${ID}`, `linha pay_${ID}`]);
  });

  it.each([
    ['paid', { status: 'RECEIVED', paymentDate: day('2026-11-09') }, 'not-payable'],
    ['deleted', { deleted: true }, 'not-payable'],
    ['on its way', { status: 'CONFIRMED' }, 'not-payable'],
  ] as const)(
    'of a charge that is %s gives nothing, and the reason',
    async (_, change, refused) => {
      const { asked, ports } = asaas();
      const desk = await openPaletteOf(ports);
      await desk.charged(ID, change);
      for (const what of ['pix', 'linha', 'link'] as const) {
        expect(await desk.ask({ verb: 'copy', invoiceId: ID, what })).toEqual({ refused });
      }
      expect(asked).toEqual([]);
    },
  );

  it('of an invoice without a charge, or with two that stand, gives nothing', async () => {
    const desk = await openPaletteOf(asaas().ports);
    const copy = () => desk.ask({ verb: 'copy', invoiceId: ID, what: 'pix' });
    expect(await copy()).toEqual({ refused: 'no-charge' });
    await desk.charged(ID);
    await desk.charged(ID, { id: 'pay_other' });
    expect(await copy()).toEqual({ refused: 'several' });
  });

  it('of an invoice that the counter received gives nothing: it would be paid twice', async () => {
    const desk = await openPaletteOf(asaas().ports);
    const { id } = KNOWN.receivedInvoice;
    await desk.charged(id);
    await desk.search(id);
    expect(await desk.ask({ verb: 'copy', invoiceId: id, what: 'pix' })).toEqual({
      refused: 'closed-in-ixc',
    });
  });

  it('reads an old charge again, and gives nothing of one that was paid meanwhile', async () => {
    const known: { charge: unknown } = { charge: null };
    const { ports } = asaas({ getCharge: (async () => ok(known.charge)) as never });
    const desk = await openPaletteOf(ports);
    const row = await desk.charged(ID);
    known.charge = { ...row, status: 'RECEIVED', paymentDate: day('2026-11-10') };
    await desk.clock.advance(31_000);
    expect(await desk.ask({ verb: 'copy', invoiceId: ID, what: 'pix' })).toEqual({
      refused: 'not-payable',
    });
  });

  it('of a boleto without Pix says that there is none, and of a dead line what happened', async () => {
    const { ports } = asaas({
      pixCode: async () => fail({ kind: 'network' }),
      linhaDigitavel: async () => fail({ kind: 'network' }),
    });
    const desk = await openPaletteOf(ports);
    await desk.charged(ID);
    expect(await desk.ask({ verb: 'copy', invoiceId: ID, what: 'pix' })).toMatchObject({
      failure: { code: 'asaas-network' },
    });
  });
});

describe('a message', () => {
  it('is about the charge, and WhatsApp opens with it for the number of its client', async () => {
    const desk = await openPaletteOf(asaas().ports);
    await desk.charged(ID, { dueDate: day('2026-11-15') });
    await desk.search(ID);
    const copied = await desk.ask({ verb: 'copy', invoiceId: ID, what: 'message' });
    expect('text' in copied && copied.text).toContain(PAYLOAD);
    expect(await desk.ask({ verb: 'whatsapp', invoiceId: ID })).toEqual({ opened: true, left: 0 });
    const customer = KNOWN.openInvoice.customerId;
    const phone = desk.column('cliente', customer, 'telefone_celular').replace(/\D/g, '');
    expect(desk.opened[0]).toMatch(new RegExp(`^https://wa\\.me/55${phone}\\?text=`));
  });

  it('of a client who is not on screen is not written', async () => {
    const desk = await openPaletteOf(asaas().ports);
    await desk.charged(ID);
    expect(await desk.ask({ verb: 'whatsapp', invoiceId: ID })).toHaveProperty('failure');
    expect(desk.opened).toEqual([]);
  });

  it('with everything overdue says its total, and how many are left out', async () => {
    const provider = {
      origin: 'https://painel.provedor.example',
      name: 'Provedor Exemplo',
      document: '11222333000181',
      address: 'Rua das Amostras, 1',
    };
    const { settings } = await import('../../../fixtures/settings.ts');
    const messages = { ...settings.messages, providers: [provider] };
    const readSettings = async () => ({ ...settings, messages });
    const desk = await openPaletteOf({ ...asaas().ports, readSettings });
    const customerId = KNOWN_CUSTOMERS.ordinary;
    const added = [101_00, 50_50, 20_00].map((cents) =>
      String(desk.ixc.addInvoice({ customerId, cents, dueDate: '2026-10-01' })['id']),
    );
    for (const id of added.slice(0, 2)) {
      await desk.charged(id, { status: 'OVERDUE', dueDate: day('2026-10-01') });
    }
    const { clients } = await desk.search(desk.column('cliente', customerId, 'cnpj_cpf'));
    const count = clients[0]?.overdue.count ?? 0;
    const outcome = await desk.ask({ verb: 'copy-overdue', customerId });
    if (!('text' in outcome)) throw new Error(JSON.stringify(outcome));
    expect(outcome.left).toBe(count - 2);
    expect(outcome.text).toContain('Total: R$ 200,00');
    for (const id of added.slice(0, 2)) expect(outcome.text).toContain(`/i/${id}`);
  });

  it('that would not say who collects is not written', async () => {
    const desk = await openPaletteOf(asaas().ports);
    await desk.charged(ID, { status: 'OVERDUE', dueDate: day('2026-10-01') });
    await desk.search(ID);
    expect(await desk.ask({ verb: 'copy', invoiceId: ID, what: 'message' })).toEqual({
      refused: 'identity',
    });
  });
});
