/** How a base answers a condition on a column that it lacks, or does not heed. */
export type OddBase = 'html' | 'refused' | 'empty' | 'everything';

const COLUMN = 'ultima_atualizacao';

const ANSWERS = {
  html: '<div style="margin:40px;">Ocorreu um erro ao processar. Contate o suporte IXC Soft.</div>',
  refused: JSON.stringify({ type: 'error', message: 'Erro inesperado, tente novamente!' }),
  empty: JSON.stringify({ page: '1', total: '0' }),
} as const;

/** An IXC of which this is true; whatever does not name the column reaches it as it is. */
export function oddBase(
  handle: (request: Request) => Promise<Response>,
  odd: OddBase,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const text = await request.clone().text();
    if (!text.includes(COLUMN)) return handle(request);
    if (odd !== 'everything') return new Response(ANSWERS[odd]);
    const body = JSON.parse(text) as { grid_param: string };
    const conditions = JSON.parse(body.grid_param) as { TB: string }[];
    const heeded = conditions.filter(({ TB }) => !TB.includes(COLUMN));
    const { url, method, headers } = request;
    const grid = { ...body, grid_param: JSON.stringify(heeded) };
    return handle(new Request(url, { method, headers, body: JSON.stringify(grid) }));
  };
}
