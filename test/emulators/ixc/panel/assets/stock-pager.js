import { element } from './element.js';

const SIZES = [10, 25, 50, 100, 500];

function group(...children) {
  return element('div', { class: 'pGroup' }, ...children);
}

function separator() {
  return element('div', { class: 'btnseparator' });
}

/** The bar under the rows: page size, first, previous, page of pages, next, last, reload, position. */
export function buildStockPager(state, onChange) {
  const pages = () => Math.max(Math.ceil(state.total / state.rp), 1);
  const goTo = (page) => {
    if (page >= 1 && page <= pages()) onChange({ page });
  };
  const button = (name, title, target) => {
    const made = element('div', { class: `${name} pButton`, title }, element('span'));
    made.addEventListener('click', () => goTo(target()));
    return made;
  };
  const sizes = element('select', { name: 'rp' });
  for (const size of [...new Set([...SIZES, state.rp])].sort((a, b) => a - b)) {
    sizes.append(element('option', { value: size, selected: size === state.rp }, String(size)));
  }
  sizes.addEventListener('change', () => onChange({ page: 1, rp: Number(sizes.value) }));
  const page = element('input', { type: 'text', size: 4, value: 1, autocomplete: 'off' });
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    goTo(Number(page.value));
  });
  const last = element('span', {}, '1');
  const stat = element('span', { class: 'pPageStat' }, '0 itens');
  const bar = element('div', { class: 'pDiv' });
  bar.append(
    element(
      'div',
      { class: 'pDiv2' },
      group(sizes),
      separator(),
      group(
        button('pFirst', 'Primeiro', () => 1),
        button('pPrev', 'Anterior', () => state.page - 1),
      ),
      separator(),
      group(element('span', { class: 'pcontrol' }, 'Página ', page, ' de ', last)),
      separator(),
      group(
        button('pNext', 'Próximo', () => state.page + 1),
        button('pLast', 'Último', pages),
      ),
      separator(),
      group(button('pReload', 'Recarregar', () => state.page)),
      separator(),
      group(stat),
    ),
  );
  return {
    bar,
    show(count) {
      const start = (state.page - 1) * state.rp;
      page.value = String(state.page);
      last.textContent = String(pages());
      sizes.value = String(state.rp);
      stat.textContent =
        count === 0 ? '0 itens' : `${start + 1} - ${start + count} / ${String(state.total)}`;
    },
    fail(message) {
      stat.textContent = message;
    },
  };
}
