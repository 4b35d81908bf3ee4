import { settings } from './models.js';

/** As jQuery sends it: XMLHttpRequest, asking for HTML. */
function send(method, url, body) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.setRequestHeader('accept', 'text/html, */*; q=0.01');
    request.setRequestHeader('x-requested-with', 'XMLHttpRequest');
    if (body !== undefined) {
      request.setRequestHeader('content-type', 'application/x-www-form-urlencoded; charset=UTF-8');
    }
    request.addEventListener('load', () => resolve(request.responseText));
    request.addEventListener('error', () => reject(new Error('Erro de conexão com o servidor.')));
    request.send(body);
  });
}

/** The panel answers JSON as text/html; a lost session answers a page. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('Sessão expirada ou resposta inesperada do servidor.');
  }
}

/** `action=grid`: one page of a grid. Generation A names nothing but the action in its address. */
export async function fetchGrid(path, parameters) {
  const { relation, ...body } = parameters;
  const more = settings.generation === 'A' ? '' : `&relation=${relation}&advanced_search=false`;
  const url = `/aplicativo/${path}/action/action.php?action=grid${more}`;
  return parsed(await send('POST', url, new URLSearchParams(body).toString()));
}

/** `action=recupera`: one record as `[{campo, valor}]`. */
export async function fetchRecord(table, id) {
  const url = `/aplicativo/${table}/action/action.php?action=recupera&id=${encodeURIComponent(id)}`;
  const fields = parsed(await send('GET', url));
  return new Map(fields.map(({ campo, valor }) => [campo, valor]));
}
