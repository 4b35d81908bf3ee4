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

/**
 * The column chooser: a box per column; a column left out stays in the page, not displayed. `layOut` puts
 * a box and its label into a row of the list.
 */
function chooserOf(columns, onToggle, layOut) {
  const boxes = new Map();
  const list = element('tbody');
  columns.forEach((column, index) => {
    if (column.label === '') return;
    const box = element('input', {
      type: 'checkbox',
      class: 'togCol',
      value: index,
      checked: !column.hidden,
    });
    box.addEventListener('change', () => onToggle(index, !box.checked));
    boxes.set(index, box);
    list.append(element('tr', {}, ...layOut(box, column.label)));
  });
  const panel = element('div', { class: 'nDiv', hidden: true }, element('table', {}, list));
  const button = element(
    'div',
    { class: 'nBtn', title: 'Mostrar/esconder colunas' },
    element('div'),
  );
  button.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
  });
  return {
    button,
    panel,
    /** Ticks the box of a column that was shown or hidden in another way. */
    show(index, shown) {
      const box = boxes.get(index);
      if (box) box.checked = shown;
    },
  };
}

export function buildChooser(columns, onToggle) {
  return chooserOf(columns, onToggle, (box, label) => [
    element('td', { class: 'ndcol2' }, element('label', {}, box, ` ${label}`)),
  ]);
}

/** As stock Flexigrid has it: the box in one cell, the label in the next. */
export function buildStockChooser(columns, onToggle) {
  return chooserOf(columns, onToggle, (box, label) => {
    const text = element('td', { class: 'ndcol2' }, label);
    text.addEventListener('click', () => box.click());
    return [element('td', { class: 'ndcol1' }, box), text];
  });
}
