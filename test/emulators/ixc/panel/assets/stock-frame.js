import { buildStockChooser } from './grid-header.js';
import { buildStockPager } from './stock-pager.js';
import { cancelledBox, titleBar } from './grid-frame.js';
import { element, icon } from './element.js';

function stockButton(name, label, onPress) {
  const button = element(
    'div',
    { class: 'fbutton' },
    element('div', {}, element('span', { class: name }, label)),
  );
  button.addEventListener('click', onPress);
  return button;
}

function buildToolbar(grid) {
  const bar = element('div', { class: 'tDiv2' });
  for (const [name, label] of Object.entries(grid.model.buttons)) {
    const onPress = () => {
      if (name === 'editar') grid.openSelected();
    };
    bar.append(stockButton(name, label, onPress), element('div', { class: 'btnseparator' }));
  }
  const refresh = icon('fa-refresh', 'Atualizar');
  refresh.addEventListener('click', () => grid.change({}));
  const box = cancelledBox(grid);
  bar.append(...(box ? [box] : []), element('span', { class: 'pPageButtons' }, refresh));
  return element('div', { class: 'tDiv' }, bar, element('div', { style: 'clear: both;' }));
}

/** The quick search under the rows: a text and the column to look in. */
function buildSearch(grid) {
  const { model } = grid;
  const searchable = model.columns.filter((column) => column.sortable && column.field !== '');
  const options = searchable.length > 0 ? searchable : model.columns.filter(({ field }) => field);
  const column = element('select', { name: 'qtype' });
  for (const { field, label } of options) {
    column.append(element('option', { value: field, selected: field === model.searchBy }, label));
  }
  const text = element('input', { type: 'text', size: 30, name: 'q', class: 'qsbox' });
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    grid.find(column.value, text.value.trim());
  });
  return element(
    'div',
    { class: 'sDiv' },
    element('div', { class: 'sDiv2' }, 'Consultar ', text, ' ', column),
  );
}

/** What stands around a grid's rows in generation A, as stock Flexigrid draws it. */
export function buildStockFrame(grid, header, body) {
  const chooser = buildStockChooser(grid.columns, (index, off) => grid.hide(index, off));
  const pager = buildStockPager(grid.state, (change) => grid.change(change));
  const root = element(
    'div',
    { class: 'flexigrid' },
    chooser.button,
    chooser.panel,
    titleBar(grid.model.title),
    buildToolbar(grid),
    header,
    element('div', { class: 'cDrag' }),
    body,
    buildSearch(grid),
    pager.bar,
  );
  return { root, chooser, showPosition: pager.show, fail: pager.fail };
}
