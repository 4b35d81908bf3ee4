import { beforeEach, describe, expect, it } from 'vitest';
import { createIxcEmulator, KNOWN, KNOWN_CUSTOMERS } from '../../../emulators/ixc/index.ts';
import { CARTEIRA } from '../../../emulators/ixc/data/carteiras.ts';

const ixc = createIxcEmulator({ today: '2026-03-10', customers: 30, invoices: 100 });
const HOST = 'https://painel.provedor.example';

let cookie = '';

async function open(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return ixc.handle(new Request(`${HOST}${path}`, { headers }));
}

/** The reply of a session that is logged in, as text. */
async function read(table: string, id: string): Promise<string> {
  const path = `/aplicativo/${table}/action/action.php?action=recupera&id=${id}`;
  const response = await open(path, { cookie });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/html');
  return response.text();
}

async function record(table: string, id: string): Promise<Record<string, string>> {
  const fields = JSON.parse(await read(table, id)) as { campo: string; valor: string }[];
  return Object.fromEntries(fields.map(({ campo, valor }) => [campo, valor]));
}

beforeEach(async () => {
  ixc.control.reset();
  const visit = await open('/adm.php');
  cookie = visit.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});

describe('a record read under the session of the operator', () => {
  it('comes whole, shown as in a form', async () => {
    const invoice = await record('fn_areceber', KNOWN.partialInvoice.id);
    expect(invoice).toMatchObject({
      id: KNOWN.partialInvoice.id,
      status: 'P',
      valor: '200,00',
      valor_aberto: '150,00',
      data_vencimento: '13/03/2026',
      baixa_data: '09/03/2026 12:00:00',
      id_cliente: KNOWN.partialInvoice.customerId,
    });
    expect(Object.keys(invoice).length).toBeGreaterThan(70);
  });

  it('is to be had for customers, carteiras and filiais, with their secrets', async () => {
    const customer = await record('cliente', KNOWN_CUSTOMERS.ordinary);
    expect(customer).toMatchObject({ cnpj_cpf: '000.001.001-45' });
    expect(customer['senha']).not.toBe('');
    const carteira = await record('fn_carteira_cobranca', CARTEIRA.gatewayPix);
    expect(carteira).toMatchObject({ gera_pix_gateway: 'S' });
    expect(await record('filial', '1')).toMatchObject({ cnpj: '11.222.333/0001-81' });
  });

  it('is an empty list where there is none', async () => {
    expect(await read('fn_areceber', '1')).toBe('[]');
  });

  it('may come as the database keeps it', async () => {
    ixc.control.setSession({ values: 'iso' });
    expect(await record('fn_areceber', KNOWN.partialInvoice.id)).toMatchObject({
      valor_aberto: '150.00',
      data_vencimento: '2026-03-13',
    });
  });

  it('may lack columns, or be refused, on a panel that is not as expected', async () => {
    ixc.control.setSession({ reads: 'missing-columns' });
    const invoice = await record('fn_areceber', KNOWN.openInvoice.id);
    expect(invoice['valor_aberto']).toBeUndefined();
    expect(invoice['data_vencimento']).toBe('15/03/2026');
    ixc.control.setSession({ reads: 'off' });
    expect(await read('fn_areceber', KNOWN.openInvoice.id)).toContain('"type":"error"');
    ixc.control.reset();
    expect(await record('fn_areceber', KNOWN.openInvoice.id)).toHaveProperty('valor_aberto');
  });

  it('is the login page, with 200, once the session has ended', async () => {
    ixc.control.logOut();
    const page = await read('fn_areceber', KNOWN.openInvoice.id);
    expect(page).toMatch(/^<!DOCTYPE html>/);
    expect(page).toContain('/app/login');
    expect(page).not.toContain('valor');
  });

  it('is no write', async () => {
    await read('fn_areceber', KNOWN.openInvoice.id);
    expect(ixc.control.writes()).toEqual([]);
    expect(ixc.control.requests({ intent: 'read' })).toMatchObject([
      { table: 'fn_areceber', withCookie: true },
    ]);
  });
});
