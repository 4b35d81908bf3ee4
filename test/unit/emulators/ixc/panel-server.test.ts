import { describe, expect, it } from 'vitest';
import { createIxcEmulator, KNOWN, type InProcessIxc } from '../../../emulators/ixc/index.ts';
import type { PanelOptions } from '../../../emulators/ixc/panel/panel-options.ts';

const HOST = 'https://painel.provedor.example';

function start(panel: PanelOptions): InProcessIxc {
  return createIxcEmulator({ today: '2026-03-10', customers: 30, invoices: 240, panel });
}

/** A visit of `adm.php`; the cookies that it gave. */
async function visit(ixc: InProcessIxc): Promise<{ answer: Response; cookie: string }> {
  const answer = await ixc.handle(new Request(`${HOST}/adm.php`));
  const cookie = answer.headers.getSetCookie().map((one) => one.replace(/;.*/, ''));
  return { answer, cookie: cookie.join('; ') };
}

interface Reply {
  readonly total: string;
  readonly rows: readonly { readonly id: string; readonly cell: readonly string[] }[];
}

function askGrid(ixc: InProcessIxc, path: string, cookie: string, body = {}): Promise<Response> {
  return ixc.handle(
    new Request(`${HOST}/aplicativo/${path}/action/action.php?action=grid`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ page: '1', rp: '25', sortorder: 'desc', ...body }),
    }),
  );
}

async function grid(ixc: InProcessIxc, path: string, body = {}): Promise<Reply> {
  const { cookie } = await visit(ixc);
  const answer = await askGrid(ixc, path, cookie, body);
  expect(answer.headers.get('content-type')).toMatch('text/html');
  return (await answer.json()) as Reply;
}

describe('the server of the panel', () => {
  it('writes a status as a font in generation A, as a badge in generation B', async () => {
    const [a, b] = await Promise.all(
      (['A', 'B'] as const).map((generation) => grid(start({ generation }), 'fn_areceber')),
    );
    expect(a?.rows[0]?.cell[1]).toBe('<font color="#003399">A receber</font>');
    expect(b?.rows[0]?.cell[1]).toMatch(/^<div class="vg-badge" title="A receber" variant="prim/);
  });

  it('tells its version in generation B alone', async () => {
    expect((await visit(start({ generation: 'B' }))).cookie).toMatch('IXC_VERSAO=');
    expect((await visit(start({ generation: 'A' }))).cookie).toMatch(/^IXC_Session=[\w-]+$/);
  });

  it.each([
    { generation: 'A', status: 302, login: '<title>Login IXCsoft</title>' },
    { generation: 'B', status: 200, login: 'src="/app/login"' },
  ] as const)('shows strangers the login of generation $generation', async (expected) => {
    const ixc = start({ generation: expected.generation, autoLogin: false });
    expect((await visit(ixc)).answer.status).toBe(expected.status);
    const answer = await askGrid(ixc, 'fn_areceber', '');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(expected.login);
  });

  it('sums the invoices of one contract and day up in one fatura', async () => {
    const ixc = start({ geracaoPorFatura: 'S' });
    const { customerId } = KNOWN.openInvoice;
    ixc.control.addInvoice({ customerId, id: '14000', cents: 10_05, dueDate: '2026-03-15' });
    const { rows } = await grid(ixc, 'cliente_contrato_faturas', {
      qtype: 'cliente_contrato_faturas.id_contrato',
      query: '2001',
      oper: '=',
    });
    const fatura = rows.find(({ cell }) => cell[2] === '2');
    expect(fatura?.cell.slice(2)).toEqual(['2', '15/03/2026', '109,95', '109,95']);
  });

  it('leaves a removed column out of its answers', async () => {
    const whole = await grid(start({}), 'fn_areceber');
    const without = await grid(start({ removed: ['fn_areceber.id'] }), 'fn_areceber');
    expect(whole.rows[0]?.cell).toHaveLength(16);
    expect(without.rows[0]?.cell).toEqual(whole.rows[0]?.cell.slice(1));
    expect(without.rows.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
  });
});
