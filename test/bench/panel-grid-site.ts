import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A page with one grid that is drawn as IXC draws it: rows with bare cells, wrapped in the same task. It is
 * the main list, not a grid inside a form, where every bare button (a submit button) makes Chromium look
 * for the form's default button again and the baseline would be slow beyond reason.
 */
const PAGE = `<!doctype html><meta charset="utf-8"><title>IXC Provedor</title>
<div id="1_grid"><div class="flexigrid">
<div class="hDiv"><div class="hDivBox"><table><thead><tr id="heads"></tr></thead></table></div></div>
<div class="bDiv"><table id="cliente_cliente_contrato_rel_areceber"></table></div>
</div></div><script src="/grid.js"></script>`;

function gridScript(): void {
  const fields = ['', 'id', 'status', 'documento', 'data_emissao', 'data_vencimento', 'valor'];
  const more = ['valor_recebido', 'valor_aberto', 'id_carteira', 'tipo_recebimento', 'id_contrato'];
  const columns = [...fields, ...more].map((field) => (field === '' ? '' : `fn_areceber.${field}`));
  const table = document.querySelector<HTMLTableElement>('.bDiv table');

  function drawRows(first: number, count: number): void {
    table?.replaceChildren();
    const body = document.createElement('tbody');
    for (let id = first; id < first + count; id += 1) {
      const row = document.createElement('tr');
      row.id = `row${id}`;
      row.className = 'tableRow';
      row.dataset['id'] = String(id);
      row.dataset['campoautoincrement'] = 'id';
      row.dataset['valorcampoautoincrement'] = String(id);
      for (const column of columns) {
        const cell = document.createElement('td');
        if (column !== '') cell.setAttribute('abbr', column);
        cell.textContent = column.endsWith('.id') ? String(id) : '99,90';
        row.append(cell);
      }
      body.append(row);
    }
    table?.append(body);
    for (const cell of body.querySelectorAll('td')) {
      const box = document.createElement('div');
      box.style.textAlign = 'left';
      box.style.width = '100px';
      box.append(...cell.childNodes);
      cell.append(box);
    }
  }

  for (const column of columns) {
    const head = document.createElement('th');
    head.textContent = column;
    document.querySelector('#heads')?.append(head);
  }
  Object.assign(window, { drawRows });
}

/**
 * The baseline as a content script: after each redraw, one bare button and one bare span per row. It knows
 * where they go, asks nothing and keeps nothing.
 */
export function appendBareElements(): void {
  const table = document.querySelector<HTMLTableElement>('.bDiv table');
  if (!table) return;
  new MutationObserver(() => {
    // A copy: a live collection would be counted anew after every insertion.
    for (const row of [...table.rows]) {
      const box = row.children[1]?.firstElementChild;
      box?.append(document.createElement('button'), document.createElement('span'));
    }
  }).observe(table, { childList: true });
}

/** Serves that page under every path of a free port of 127.0.0.1. */
export async function startGridSite(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/grid.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? `(${gridScript.toString()})();` : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
