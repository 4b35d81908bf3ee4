import { afterEach, describe, expect, it } from 'vitest';
import { createIxcEmulator } from '../../../emulators/ixc/index.ts';
import { call } from './call.ts';

const ixc = createIxcEmulator({ today: '2026-03-10', customers: 30, invoices: 100 });

afterEach(() => ixc.control.reset());

describe('who may ask', () => {
  it('is told by a page of the web server when the token is wrong or missing', async () => {
    for (const authorization of [null, `Basic ${btoa('3:outro')}`]) {
      const answer = await call(ixc, 'v1/fn_areceber', { authorization });
      expect(answer.status).toBe(401);
      expect(answer.text).toContain('<html>');
    }
  });

  it('cannot come with a bearer token', async () => {
    expect((await call(ixc, 'v1/empresa', { authorization: 'Bearer x' })).status).toBe(400);
  });

  it('changes with the token', async () => {
    ixc.control.setToken('3:novo');
    expect((await call(ixc, 'v1/empresa')).status).toBe(401);
    const authorization = `Basic ${btoa('3:novo')}`;
    expect((await call(ixc, 'v1/empresa', { authorization })).status).toBe(200);
  });
});

describe('errors that come with HTTP 200', () => {
  it('name a table or a version that does not exist, in escaped JSON', async () => {
    const table = await call(ixc, 'v1/rad');
    expect(table.status).toBe(200);
    expect(table.text).toContain(String.raw`Recurso rad n\u00e3o est\u00e1`);
    expect(table.json.type).toBe('error');
    expect((await call(ixc, 'v9/empresa')).json.message).toContain('Versão v9');
  });

  it('are HTML for an unknown column on most tables', async () => {
    const { status, text } = await call(ixc, 'v1/fn_areceber', {
      body: { qtype: 'fn_areceber.nosso_numero', oper: '=', query: '1' },
    });
    expect(status).toBe(200);
    expect(text).toMatch(/^<div/);
  });

  it('are an empty list for an unknown column on others', async () => {
    const body = { sortname: 'fn_areceber_baixas.id' };
    expect((await call(ixc, 'v1/fn_areceber_baixas', { body })).json).toEqual({
      page: '1',
      total: '0',
    });
  });

  it('are HTML for a column without its table and for a broken grid_param', async () => {
    for (const body of [{ qtype: 'id', query: '1' }, { grid_param: '[{' }]) {
      expect((await call(ixc, 'v1/empresa', { body })).text).toMatch(/^<div/);
    }
  });
});

describe('a fault', () => {
  it.each([
    [{ kind: 'html' }, /^<div/],
    [{ kind: 'refused', message: 'Sem sorte', key: 'valor' }, /"valor":"Sem sorte"/],
    [{ kind: 'ip-not-allowed' }, /Seu IP/],
    [{ kind: 'empty-list' }, /^\{"page":"1","total":"0"\}$/],
    [{ kind: 'rubbish' }, /^Warning/],
  ] as const)('answers 200 with something else: %o', async (fault, body) => {
    ixc.control.addFault({ fault });
    const struck = await call(ixc, 'v1/filial');
    expect(struck.status).toBe(200);
    expect(struck.text).toMatch(body);
    expect((await call(ixc, 'v1/filial')).records).toHaveLength(2);
  });

  it('answers another status, or nothing at all', async () => {
    ixc.control.addFault({ fault: { kind: 'status', status: 504 } });
    ixc.control.addFault({ fault: { kind: 'drop' }, skip: 1 });
    expect((await call(ixc, 'v1/filial')).status).toBe(504);
    await expect(call(ixc, 'v1/filial')).rejects.toThrow(TypeError);
  });

  it('strikes only the table it names, as often as it says', async () => {
    ixc.control.addFault({ fault: { kind: 'unauthorized' }, table: 'filial', times: 0 });
    expect((await call(ixc, 'v1/filial')).status).toBe(401);
    expect((await call(ixc, 'v1/filial')).status).toBe(401);
    expect((await call(ixc, 'v1/empresa')).status).toBe(200);
  });
});
