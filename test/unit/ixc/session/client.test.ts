import { afterEach, describe, expect, it, vi } from 'vitest';
import { ok } from '../../../../lib/billing/result.ts';
import { RECORD_COLUMNS } from '../../../../lib/ixc/panel/session/record-columns.ts';
import { type AskPanel, createSessionClient } from '../../../../lib/ixc/session/client.ts';
import { COLUMNS } from '../../../../lib/ixc/session/columns.ts';
import { SESSION_TABLES } from '../../../../lib/messages/panel.ts';
import { createVirtualClock } from '../../../emulators/http/clock.ts';
import { createIxcEmulator, KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { openTab } from '../../engine/ixc-source/provider.ts';
import { tryClient } from '../webservice/try-client.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The worker's half over the content script's half over an emulated panel. */
function session() {
  const clock = createVirtualClock({ start: '2026-11-10T15:00:00Z', ticking: false });
  const ixc = createIxcEmulator({ clock, customers: 120, invoices: 60 });
  const ask = vi.fn(openTab(ixc));
  return { ixc, ask, client: createSessionClient(ask) };
}

describe('an invoice read under the operator’s session', () => {
  const { client: webservice } = tryClient();

  it.each(Object.entries(KNOWN))(
    'is the one that the webservice gives: %s',
    async (_name, known) => {
      const { client } = session();
      const byToken = await webservice.invoice(known.id);
      expect(await client.invoice(known.id)).toEqual(byToken);
    },
  );

  it.each(['brazilian', 'iso'] as const)('may come with %s values', async (values) => {
    const { client, ixc } = session();
    ixc.control.setSession({ values });
    const { id } = KNOWN.partialInvoice;
    expect(await client.invoice(id)).toMatchObject({
      ok: true,
      value: { id, status: 'partial', open: 15_000, received: 5_000, dueDate: '2026-11-13' },
    });
  });

  it.each(Object.entries(KNOWN).slice(0, 6))(
    'need not name its own id, where the panel heeds the one asked for: %s',
    async (_name, known) => {
      const { client, ixc } = session();
      ixc.control.setSession({ reads: 'without-id' });
      expect(await client.invoice(known.id)).toEqual(await webservice.invoice(known.id));
    },
  );

  it('costs one more question per table where records do not name themselves', async () => {
    const { client, ixc, ask } = session();
    ixc.control.setSession({ reads: 'without-id' });
    const { openInvoice, partialInvoice } = KNOWN;
    await client.invoices([openInvoice.id, partialInvoice.id]);
    expect(ask).toHaveBeenCalledTimes(3);
    await client.customer(KNOWN_CUSTOMERS.ordinary);
    expect(ask).toHaveBeenCalledTimes(5);
    expect(await client.invoice('999999')).toEqual({ ok: true, value: null });
    expect(ask).toHaveBeenCalledTimes(6);
  });

  it('has its filial, by itself', async () => {
    const { client } = session();
    expect(await client.filial('1')).toEqual(await webservice.filial('1'));
    expect(await client.filial('99')).toEqual({ ok: true, value: null });
  });

  it('comes with its customer and its carteira, and without their secrets', async () => {
    const { client } = session();
    const customer = await client.customer(KNOWN_CUSTOMERS.ordinary);
    const carteira = await client.carteira('4');
    expect(customer).toEqual(await webservice.customer(KNOWN_CUSTOMERS.ordinary));
    expect(carteira).toEqual(await webservice.carteira('4'));
    expect(JSON.stringify([customer, carteira])).not.toMatch(/SEGREDO|senha/i);
  });

  it('that IXC does not have is none', async () => {
    expect(await session().client.invoice('999999')).toEqual({ ok: true, value: null });
  });

  it('is nothing to ask for where there is no id', async () => {
    const { client, ask } = session();
    for (const id of ['', '0', 'x', '1,2']) {
      expect(await client.customer(id)).toEqual({ ok: true, value: null });
    }
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('many invoices', () => {
  it('are read four at a time, and those that are not there left out', async () => {
    const { client, ask } = session();
    const real = ask.getMockImplementation();
    let now = 0;
    let most = 0;
    ask.mockImplementation(async (question) => {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 1));
      now -= 1;
      return real ? real(question) : ok(null);
    });
    const ids = Object.values(KNOWN)
      .slice(0, 10)
      .map(({ id }) => id);
    const answer = await client.invoices([...ids, ...ids, '999999']);
    expect(answer.ok && answer.value.map(({ id }) => id)).toEqual(ids);
    expect(most).toBe(4);
    expect(ask).toHaveBeenCalledTimes(11);
  });

  it('are refused whole beyond sixty', async () => {
    const { client, ask } = session();
    const ids = Array.from({ length: 61 }, (_, at) => String(1 + at));
    expect(await client.invoices(ids)).toEqual({ ok: false, error: { kind: 'unsupported' } });
    expect(ask).not.toHaveBeenCalled();
  });

  it('are none when one of them proves the session unusable', async () => {
    const { client, ixc } = session();
    ixc.control.setSession({ reads: 'missing-columns' });
    expect(await client.invoices([KNOWN.openInvoice.id, KNOWN.partialInvoice.id])).toMatchObject({
      error: { kind: 'session-unusable' },
    });
  });
});

describe('what needs a list', () => {
  it('is unsupported, and asks for nothing', async () => {
    const { client, ask } = session();
    const answers = await Promise.all([
      client.closedByRenegotiation('900'),
      client.findCustomers({ name: 'Maria' }),
      client.openInvoicesOf(['1']),
      client.openInvoices('1'),
      client.customers(['1']),
      client.carteiras(),
      client.accounts(),
      client.filiais(),
      client.countInvoices(),
    ]);
    for (const answer of answers) {
      expect(answer).toEqual({ ok: false, error: { kind: 'unsupported' } });
    }
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('a session that cannot be relied on', () => {
  /** A tab that answers with the real record, changed. */
  async function changed(change: (record: Record<string, string>) => object | null) {
    const { ixc } = session();
    const real = openTab(ixc);
    const ask: AskPanel = async (question) => {
      const answer = await real(question);
      if (!answer.ok) return answer;
      const { record } = answer.value as { record: Record<string, string> };
      return ok(change(record));
    };
    return createSessionClient(ask).invoice(KNOWN.openInvoice.id);
  }
  const unusable = (detail: string) => ({
    ok: false,
    error: { kind: 'session-unusable', detail },
  });

  it.each(COLUMNS.fn_areceber.required.filter((column) => column !== 'id'))(
    'lacks %s',
    async (column) => {
      const answer = await changed(({ [column]: _gone, ...record }) => ({ record, why: null }));
      expect(answer).toEqual(unusable(`fn_areceber.${column}`));
    },
  );

  it.each([
    ['id', '10002'],
    ['id', ''],
    ['valor_aberto', '1.234'],
    ['valor', 'R$ 99,90'],
    ['data_vencimento', '31/02/2026'],
    ['data_vencimento', '11/22/2026'],
    ['liberado', 'Sim'],
    ['titulo_protestado', 'Não'],
    ['em_processamento', 'Sim'],
  ])('says %s = %s', async (column, value) => {
    const answer = await changed((record) => ({
      record: { ...record, [column]: value },
      why: null,
    }));
    expect(answer).toEqual(unusable(`fn_areceber.${column}`));
  });

  it.each([
    [
      { record: null, why: 'unreadable' },
      { kind: 'session-unusable', detail: 'fn_areceber' },
    ],
    [
      { record: null, why: null },
      { kind: 'session-unusable', detail: 'fn_areceber' },
    ],
    [{ record: null, why: 'logged-out' }, { kind: 'logged-out' }],
    [{ record: null, why: 'unreachable' }, { kind: 'network' }],
    [
      { record: { id: 5 }, why: null },
      { kind: 'session-unusable', detail: 'fn_areceber' },
    ],
    [{ refused: true }, { kind: 'session-unusable', detail: 'fn_areceber' }],
    [null, { kind: 'session-unusable', detail: 'fn_areceber' }],
  ])('answers %o', async (reply, error) => {
    expect(await changed(() => reply)).toEqual({ ok: false, error });
  });

  it('gives the same record for every id, and names none', async () => {
    const { ixc } = session();
    const real = openTab(ixc);
    const ask: AskPanel = async (question) => {
      const asked =
        question.ask === 'record' ? { ...question, id: KNOWN.openInvoice.id } : question;
      const answer = await real(asked);
      if (!answer.ok) return answer;
      const { record, why } = answer.value as { record: Record<string, string>; why: null };
      const { id: _id, ...nameless } = record;
      return ok({ record: nameless, why });
    };
    expect(await createSessionClient(ask).invoice(KNOWN.partialInvoice.id)).toEqual({
      ok: false,
      error: { kind: 'session-unusable', detail: 'fn_areceber.id' },
    });
  });

  it('has no tab, or none that answers in time', async () => {
    for (const kind of ['no-tab', 'timeout'] as const) {
      const client = createSessionClient(() => Promise.resolve({ ok: false, error: { kind } }));
      expect(await client.invoice('1')).toEqual({ ok: false, error: { kind } });
    }
  });

  it('never has a value of the record in its failure', async () => {
    const answer = await changed((record) => ({
      record: { ...record, valor_aberto: 'SECRET', id_cliente: 'SECRET' },
      why: null,
    }));
    expect(JSON.stringify(answer)).not.toContain('SECRET');
  });
});

describe('the columns that the worker relies on', () => {
  it.each(SESSION_TABLES)('are all among those that may leave the panel: %s', (table) => {
    const { required, money, dates, flags } = COLUMNS[table];
    const missing = [...required, ...money, ...dates, ...flags].filter(
      (column) => !RECORD_COLUMNS[table].includes(column),
    );
    expect(missing).toEqual([]);
  });
});
