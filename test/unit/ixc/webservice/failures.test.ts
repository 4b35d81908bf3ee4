import { describe, expect, it } from 'vitest';
import { bareInvoice } from './bare-invoice.ts';
import { type Answer, answeredClient, listed } from './try-client.ts';

describe('an answer that is none', () => {
  const asked = (answer: Answer) => answeredClient(answer).client.invoice('1');
  const text = (body: object) => ({ text: JSON.stringify(body) });

  it.each([
    ['a 401', { status: 401, text: '<html>' }, { kind: 'unauthorized' }],
    ['a 403', { status: 403 }, { kind: 'unauthorized' }],
    ['a 404', { status: 404 }, { kind: 'not-found' }],
    ['a 400', { status: 400 }, { kind: 'rubbish', detail: 'status 400' }],
    ['a 500', { status: 500, text: '<div>' }, { kind: 'server', status: 500 }],
    ['nothing', { text: ' \n' }, { kind: 'rubbish', detail: 'empty' }],
    ['no JSON', { text: 'ok' }, { kind: 'rubbish', detail: 'not json' }],
    ['half of it', { text: '{"page":"1","to' }, { kind: 'rubbish', detail: 'not json' }],
    ['no list', text({ page: '1' }), { kind: 'rubbish', detail: 'no list' }],
    ['a total in words', text({ total: 'many' }), { kind: 'rubbish', detail: 'no list' }],
    ['a success', text({ type: 'success', id: '1' }), { kind: 'rubbish', detail: 'no list' }],
    ['a list of something', text([]), { kind: 'rubbish', detail: 'no list' }],
    ['a time-out', { kind: 'timeout' }, { kind: 'timeout' }],
    ['no connection', { kind: 'network' }, { kind: 'network' }],
    ['a login page elsewhere', { kind: 'redirected' }, { kind: 'rubbish', detail: 'redirected' }],
    ['too much', { kind: 'too-large' }, { kind: 'rubbish', detail: 'too-large' }],
    [
      'a refused host',
      { kind: 'host-refused', host: 'x' },
      { kind: 'not-sent', why: 'host-refused' },
    ],
    [
      'a missing permission',
      { kind: 'permission-missing', origin: 'x' },
      { kind: 'not-sent', why: 'permission-missing' },
    ],
  ] as const)('%s', async (_what, answer, error) => {
    expect(await asked(answer)).toEqual({ ok: false, error });
  });

  it('is a page with 200, told without its markup', async () => {
    const page =
      '<div style="background:#F00"><style>b{}</style>Ocorreu um erro ao processar.<br />Contate&nbsp;o suporte &amp; IXC &#237;</div>';
    expect(await asked({ text: page })).toEqual({
      ok: false,
      error: { kind: 'html', detail: 'Ocorreu um erro ao processar. Contate o suporte & IXC í' },
    });
  });

  it.each([
    [
      { message: 'Recurso rad n\u00e3o est\u00e1 dispon\u00edvel!' },
      'Recurso rad não está disponível!',
    ],
    [{ message: 'Preencha ID chamado<br />' }, 'Preencha ID chamado'],
    [
      { message: '', valor: 'Erro inesperado, tente novamente!' },
      'Erro inesperado, tente novamente!',
    ],
    [{ message: null, mensagem: 'Falhou' }, 'Falhou'],
    [{ message: 'Descrição obrigatória' }, 'Descrição obrigatória'],
    [{}, ''],
  ])('is a refusal with 200: %o', async (body, detail) => {
    expect(await asked(text({ type: 'error', ...body }))).toEqual({
      ok: false,
      error: { kind: 'refused', detail },
    });
  });

  it.each(['Seu IP n\u00e3o est\u00e1 liberado para efetuar login!', 'Your IP is not allowed'])(
    'is a refusal of this address: %s',
    async (message) => {
      expect(await asked(text({ type: 'error', message }))).toMatchObject({
        error: { kind: 'ip-not-allowed', detail: message },
      });
    },
  );

  it('is a record that cannot be read, told by its column and not by its content', async () => {
    const answer = await asked(listed([bareInvoice('1', { valor: 'SECRET' })]));
    expect(answer).toEqual({ ok: false, error: { kind: 'rubbish', detail: 'unexpected valor' } });
  });
});

describe('an overloaded server', () => {
  it('is asked again, twice at most, since a reading changes nothing', async () => {
    const busy = { status: 503 };
    const again = answeredClient(busy, busy, listed([bareInvoice('1')]));
    expect((await again.client.invoice('1')).ok).toBe(true);
    const never = answeredClient({ status: 504, text: '<div>' });
    expect(await never.client.invoice('1')).toEqual({
      ok: false,
      error: { kind: 'server', status: 504 },
    });
    expect(never.requests).toHaveLength(3);
  });

  it('is not asked again after anything else', async () => {
    for (const answer of [{ status: 500 }, { status: 401 }, { kind: 'timeout' as const }]) {
      const { client, requests } = answeredClient(answer);
      await client.invoice('1');
      expect(requests).toHaveLength(1);
    }
  });
});
