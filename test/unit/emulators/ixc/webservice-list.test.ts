import { describe, expect, it } from 'vitest';
import { createIxcEmulator, KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { call, gridParam } from './call.ts';

const ixc = createIxcEmulator({ today: '2026-03-10' });

async function ids(...conditions: readonly (readonly string[])[]) {
  const body = { grid_param: gridParam(...conditions), rp: '5000' };
  const { records } = await call(ixc, 'v1/fn_areceber', { body });
  return records.map((record) => record.id);
}

const newest = ['fn_areceber.id', '>=', '12977'] as const;

describe('a listing', () => {
  it('answers whole records whose every value is a string', async () => {
    const { records, headers } = await call(ixc, 'v1/fn_areceber', {
      body: { qtype: 'fn_areceber.id', oper: '=', query: KNOWN.openInvoice.id },
    });
    const [record = {}] = records;
    expect(Object.keys(record).length).toBeGreaterThan(70);
    expect(Object.values(record).every((content) => typeof content === 'string')).toBe(true);
    expect(record).toMatchObject({
      id: '13000',
      status: 'A',
      valor_aberto: '99.90',
      data_vencimento: '2026-03-15',
    });
    expect(headers.get('content-type')).toBe('text/x-json; charset=utf-8');
    expect(headers.get('set-cookie')).toContain('IXC_Session');
    expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('counts with a string in fn_areceber and with a number in cliente', async () => {
    const body = { rp: '1' };
    expect((await call(ixc, 'v1/fn_areceber', { body })).json.total).toBe('3000');
    expect((await call(ixc, 'v1/cliente', { body })).json.total).toBe(300);
  });

  it('has no registros when nothing is found', async () => {
    const body = { qtype: 'fn_areceber.id', oper: '=', query: '1' };
    expect((await call(ixc, 'v1/fn_areceber', { body })).json).toEqual({ page: '1', total: '0' });
  });

  it('carries passwords and gateway secrets, as the real one does', async () => {
    const customer = await call(ixc, 'v1/cliente', { body: { rp: '1' } });
    const carteira = await call(ixc, 'v1/fn_carteira_cobranca', { body: { rp: '1' } });
    expect(customer.records[0]?.senha).toMatch(/^SEGREDO/);
    expect(carteira.records[0]?.gateway_token).toMatch(/^SEGREDO/);
  });

  it('pages and sorts, numbers by value', async () => {
    const body = { sortname: 'fn_areceber.valor', sortorder: 'asc', page: '2', rp: '3' };
    const first = await call(ixc, 'v1/fn_areceber', { body: { ...body, page: '1' } });
    const second = await call(ixc, 'v1/fn_areceber', { body });
    expect(first.records.map((record) => record.valor)).toEqual(['3.00', '4.99', '5.00']);
    expect(second.records.map((record) => record.valor)).toEqual(['9.90', '59.90', '59.90']);
    expect(second.json).toMatchObject({ page: '2', total: '3000' });
  });
});

describe('the conditions of a listing', () => {
  it('must all hold', async () => {
    expect(
      await ids(newest, ['fn_areceber.status', '=', 'A'], ['fn_areceber.valor', '<', '10']),
    ).toEqual([KNOWN.tinyInvoice.id]);
  });

  it('leave out both values of a != with P2', async () => {
    expect(await ids(newest, ['fn_areceber.status', '!=', 'A', 'C'])).toEqual([
      KNOWN.receivedInvoice.id,
      KNOWN.partialInvoice.id,
    ]);
  });

  it('take lists of ids up to a thousand and ignore longer ones without a word', async () => {
    const list = Array.from({ length: 1000 }, (_, index) => String(13_000 - index));
    expect(await ids(['fn_areceber.id', 'IN', list.join(',')])).toHaveLength(1000);
    expect(await ids(['fn_areceber.id', 'IN', [...list, '1'].join(',')])).toEqual([]);
    expect(await ids(newest, ['fn_areceber.id', 'NI', '12977,12978'])).toHaveLength(22);
  });

  it('compare dates in both spellings', async () => {
    const iso = await ids(newest, ['fn_areceber.data_vencimento', '<=', '2026-02-18']);
    const local = await ids(newest, ['fn_areceber.data_vencimento', '<=', '18/02/2026']);
    expect(iso).toContain(KNOWN.overdueInvoice.id);
    expect(local).toEqual(iso);
  });

  it('find zero dates between any two dates', async () => {
    const { json } = await call(ixc, 'v1/cliente', {
      body: {
        grid_param: gridParam(['cliente.data_nascimento', 'BE', '1800-01-01', '1800-12-31']),
      },
    });
    expect(json.total).toBeGreaterThan(0);
  });

  it('look for a part of a name without case and accents', async () => {
    const body = { qtype: 'cliente.razao', oper: 'L', query: 'JOAO NUNES' };
    const { records } = await call(ixc, 'v1/cliente', { body });
    expect(records.map((record) => record.razao)).toContain('João Nunes Simulado');
  });

  it('find a CPF only as it is stored, masked or not', async () => {
    const find = async (query: string) => {
      const body = { qtype: 'cliente.cnpj_cpf', oper: '=', query };
      return (await call(ixc, 'v1/cliente', { body })).records.map((record) => record.id);
    };
    expect(await find('000.001.001-45')).toEqual([KNOWN_CUSTOMERS.ordinary]);
    expect(await find('00000100145')).toEqual([]);
    expect(await find('00000100730')).toEqual([KNOWN_CUSTOMERS.unmaskedDocument]);
  });
});
