import { element, nodesOf } from './element.js';
import { settings } from './models.js';

/** What a row says about its record besides `tr#row<ID>`. */
const ROW_ATTRIBUTES = {
  A: (record, key, isEven) => ({ class: isEven ? 'erow' : undefined, 'data-id': key }),
  B: (record, key, isEven) => ({
    class: isEven ? 'tableRow erow' : 'tableRow',
    'data-id': record,
    'data-campoautoincrement': 'id',
    'data-valorcampoautoincrement': key,
  }),
};

/** The key of a row: its record, or a neighbour's where the panel is to contradict itself. */
function keyOf(model, record, index) {
  const { contradictory } = settings;
  const isWrong = contradictory === true || (contradictory === 'some' && index % 3 === 1);
  return isWrong && model.table === 'fn_areceber' ? String(Number(record) - 1) : record;
}

/**
 * Replaces the grid's `<tbody>`. Rows arrive with bare content in their cells first; each cell's
 * content is wrapped into a `div` of the column's width afterwards, in the same task.
 */
export function drawRows(table, model, columns, rows) {
  table.querySelector('tbody')?.remove();
  const body = element('tbody');
  rows.forEach((row, index) => {
    const attributes = ROW_ATTRIBUTES[settings.generation];
    const key = keyOf(model, row.id, index);
    const line = element('tr', { id: `row${row.id}`, ...attributes(row.id, key, index % 2 === 1) });
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
