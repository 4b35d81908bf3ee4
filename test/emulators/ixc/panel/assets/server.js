async function answer(response) {
  // The panel answers JSON as text/html; a lost session answers a page.
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('Sessão expirada ou resposta inesperada do servidor.');
  }
}

/** `action=grid`: one page of a grid. */
export async function fetchGrid(path, parameters) {
  const url = `/aplicativo/${path}/action/action.php?action=grid&relation=${parameters.relation}&advanced_search=false`;
  const { relation: _relation, ...body } = parameters;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'text/html, */*; q=0.01',
      'x-requested-with': 'XMLHttpRequest',
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    },
    body: new URLSearchParams(body),
  });
  return answer(response);
}

/** `action=recupera`: one record as `[{campo, valor}]`. */
export async function fetchRecord(table, id) {
  const response = await fetch(
    `/aplicativo/${table}/action/action.php?action=recupera&id=${encodeURIComponent(id)}`,
    { headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  const fields = await answer(response);
  return new Map(fields.map(({ campo, valor }) => [campo, valor]));
}
