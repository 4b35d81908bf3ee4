import { element, nodesOf } from './element.js';

/**
 * Replaces the grid's `<tbody>`. Rows arrive with bare content in their cells first; each cell's
 * content is wrapped into a `div` of the column's width afterwards, in the same task.
 */
export function drawRows(table, columns, rows, onRow) {
  table.querySelector('tbody')?.remove();
  const body = element('tbody');
  rows.forEach((row, index) => {
    const line = element('tr', {
      id: `row${row.id}`,
      class: index % 2 === 1 ? 'tableRow erow' : 'tableRow',
      'data-id': row.id,
      'data-campoautoincrement': 'id',
      'data-valorcampoautoincrement': row.id,
    });
    columns.forEach((column, at) => {
      const cell = element('td', {
        align: column.align,
        abbr: column.sortable ? column.field : undefined,
      });
      cell.append(...nodesOf(row.cell[at] ?? ''));
      line.append(cell);
    });
    body.append(line);
  });
  table.append(body);
  for (const line of body.rows) {
    columns.forEach((column, at) => wrapCell(line.cells[at], column));
    onRow(line);
  }
}

function wrapCell(cell, column) {
  const wrapper = element('div', {
    style: `text-align: ${column.align}; width: ${column.width}px;`,
  });
  const text = cell.textContent ?? '';
  if (text !== '') wrapper.title = text;
  wrapper.append(...cell.childNodes);
  cell.append(wrapper);
  if (column.hidden) cell.style.display = 'none';
}

/** Binds what a row does: a click selects it, unless it hit a link or a control. */
export function bindRow(line, events) {
  line.addEventListener('click', (event) => {
    events.clicked(line);
    const { target } = event;
    if (target.href || target.type) return;
    if (event.ctrlKey || event.metaKey) return;
    line.classList.toggle('trSelected');
    const box = line.querySelector('.gridCheckbox');
    if (box) box.checked = line.classList.contains('trSelected');
  });
  line.querySelector('.gridCheckbox')?.addEventListener('change', (event) => {
    line.classList.toggle('trSelected', event.target.checked);
  });
  line.addEventListener('dblclick', () => events.doubleClicked(line));
}
