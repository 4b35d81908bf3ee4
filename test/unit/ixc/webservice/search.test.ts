import { describe, expect, it } from 'vitest';
import { KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { bareInvoice } from './bare-invoice.ts';
import { answeredClient, EMPTY, listed, tryClient } from './try-client.ts';

const CPF = '00000000191';
const person = (id: string, razao: string, cnpj_cpf: string) => ({ id, razao, cnpj_cpf });

describe('looking for customers', () => {
  it('asks for a document as it is written with and without its punctuation', async () => {
    const { client, requests } = answeredClient(listed([person('7', 'Cliente', '000.000.001-91')]));
    expect(await client.findCustomers({ document: CPF })).toMatchObject({ value: [{ id: '7' }] });
    const asked = requests.map(({ body = '' }) => JSON.stringify(JSON.parse(body)));
    expect(asked[0]).toContain('000.000.001-91');
    expect(asked[1]).toContain(CPF);
  });

  it('refuses records of another document: the condition was not heeded', async () => {
    const { client } = answeredClient(listed([person('7', 'Cliente', '000.000.002-72')]));
    expect(await client.findCustomers({ document: CPF })).toEqual({
      ok: false,
      error: { kind: 'filter-ignored' },
    });
  });

  it('keeps of the names that came only those that begin so', async () => {
    const names = ['MARIA  SÍLVIA', 'Mariana', 'Ana Maria Silva', 'Marta'];
    const { client } = answeredClient(
      listed(names.map((razao, at) => person(String(at + 1), razao, ''))),
    );
    const found = await client.findCustomers({ name: 'maria si' });
    expect(found.ok ? found.value.map(({ name }) => name) : found).toEqual(['MARIA  SÍLVIA']);
  });

  it('that nobody is called by believes an empty list only from a table that shows others', async () => {
    const { client } = answeredClient(EMPTY);
    expect(await client.findCustomers({ name: 'Maria' })).toMatchObject({
      error: { kind: 'suspicious-empty' },
    });
  });
});

describe('the open invoices of customers', () => {
  it('are those with something to pay, the oldest due date first', async () => {
    const { client } = tryClient();
    const read = await client.openInvoicesOf([KNOWN_CUSTOMERS.ordinary]);
    const invoices = read.ok ? read.value : [];
    expect(invoices.length).toBeGreaterThan(0);
    for (const { status, open, customerId } of invoices) {
      expect(['open', 'partial']).toContain(status);
      expect(open).toBeGreaterThan(0);
      expect(customerId).toBe(KNOWN_CUSTOMERS.ordinary);
    }
    const dates = invoices.map(({ dueDate }) => dueDate ?? '');
    expect(dates).toEqual(dates.toSorted());
  });

  it('of somebody else are refused: the condition was not heeded', async () => {
    const { client } = answeredClient(listed([bareInvoice('1', { id_cliente: '8' })]));
    expect(await client.openInvoicesOf(['7'])).toEqual({
      ok: false,
      error: { kind: 'filter-ignored' },
    });
  });

  it('of nobody are none, and nothing is asked', async () => {
    const { client, requests } = answeredClient(EMPTY);
    expect(await client.openInvoicesOf(['0', "1' OR 1=1"])).toEqual({ ok: true, value: [] });
    expect(requests).toEqual([]);
  });
});
