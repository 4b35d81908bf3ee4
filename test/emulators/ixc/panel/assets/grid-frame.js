import { buildChooser } from './grid-header.js';
import { buildPager } from './grid-pager.js';
import { buildSearch } from './grid-search.js';
import { element, icon } from './element.js';

const BUTTON_ICONS = {
  novo: 'fa-plus',
  editar: 'fa-pen',
  deletar: 'fa-trash',
  receber: 'fa-money-bill',
  pagar: 'fa-money-bill',
  imprimir: 'fa-print',
  imprimir_goletos: 'fa-print',
};

/** The box that IXC itself puts into the toolbar of invoice grids; null where there is none. */
export function cancelledBox(grid) {
  if (grid.showCancelled === null) return null;
  const box = element('input', { type: 'checkbox', checked: grid.showCancelled });
  box.addEventListener('change', () => grid.withCancelled(box.checked));
  const label = element('label', {}, box, ' Mostrar cancelados');
  return element('span', { class: 'showCancelled' }, label);
}

/** The title bar; its empty row of buttons is the window's. */
export function titleBar(title) {
  return element(
    'div',
    { class: 'mDiv' },
    element('div', { class: 'ftitle' }, title),
    element('div', { class: 'btn_row' }),
  );
}

function buildToolbar(grid, pager) {
  const buttons = Object.entries(grid.model.buttons).map(([name, label]) =>
    element(
      'button',
      { type: 'button', name, class: 'fbutton' },
      icon(BUTTON_ICONS[name] ?? 'fa-pen'),
      label,
    ),
  );
  for (const button of buttons) {
    if (button.name === 'editar') button.addEventListener('click', () => grid.openSelected());
  }
  const box = cancelledBox(grid);
  const bar = element('div', { class: 'tDiv2' }, ...buttons, ...(box ? [box] : []), pager.bar);
  const search = buildSearch(grid.model, (qtype, query) => grid.find(qtype, query));
  return element('div', { class: 'tDiv' }, bar, search);
}

/**
 * What stands around a grid's rows in generation B: a toolbar with pager and search above them, nothing
 * below but a failure. `header` and `body` are placed as they are given.
 */
export function buildFrame(grid, header, body) {
  const chooser = buildChooser(grid.columns, (index, off) => grid.hide(index, off));
  const pager = buildPager(grid.state, (change) => grid.change(change));
  const foot = element('div', { class: 'pDiv' });
  const root = element(
    'div',
    { class: 'flexigrid' },
    chooser.button,
    chooser.panel,
    titleBar(grid.model.title),
    buildToolbar(grid, pager),
    header,
    element('div', { class: 'cDrag' }),
    body,
    foot,
  );
  return {
    root,
    chooser,
    showPosition(count) {
      pager.show(count);
      foot.textContent = '';
    },
    fail(message) {
      foot.textContent = message;
    },
  };
}
