import { element } from './element.js';

/** The header: a table of its own, aligned with the body by column index. */
export function buildHeader(columns, onSort) {
  const row = element('tr');
  columns.forEach((column, index) => {
    const head = element(
      'th',
      {
        axis: `col${index}`,
        align: column.align,
        abbr: column.sortable ? column.field : undefined,
      },
      element(
        'div',
        { style: `text-align: ${column.align}; width: ${column.width}px;` },
        column.label,
      ),
    );
    if (column.hidden) head.style.display = 'none';
    if (column.sortable) head.addEventListener('click', () => onSort(column.field));
    row.append(head);
  });
  const table = element('table', { cellpadding: 0, cellspacing: 0 }, element('thead', {}, row));
  return element('div', { class: 'hDiv' }, element('div', { class: 'hDivBox' }, table));
}

/** Marks the column that the rows are sorted by. */
export function markSorted(header, field, order) {
  for (const head of header.querySelectorAll('th')) {
    const sorted = head.getAttribute('abbr') === field;
    head.classList.toggle('sorted', sorted);
    head.firstElementChild.className = sorted ? `s${order}` : '';
  }
}

/** The column chooser: a box per column; a column left out stays in the page, not displayed. */
export function buildChooser(columns, onToggle) {
  const list = element('tbody');
  columns.forEach((column, index) => {
    if (column.label === '') return;
    const box = element('input', { type: 'checkbox', class: 'togCol', checked: !column.hidden });
    box.addEventListener('change', () => onToggle(index, !box.checked));
    const label = element('label', {}, box, ` ${column.label}`);
    list.append(element('tr', {}, element('td', { class: 'ndcol2' }, label)));
  });
  const panel = element('div', { class: 'nDiv', hidden: true }, element('table', {}, list));
  const button = element('div', { class: 'nBtn', title: 'Mostrar/esconder colunas' });
  button.append(element('div'));
  button.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
  });
  return { button, panel };
}
