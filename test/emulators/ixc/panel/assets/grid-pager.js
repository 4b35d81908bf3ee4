import { element, icon } from './element.js';

const SIZES = [25, 50, 100, 500, 1000];

/** The pager in the toolbar: first, previous, position, next, last, reload and rows per page. */
export function buildPager(state, onChange) {
  const stat = element('span', { class: 'pPageStat' }, '0 itens');
  const pages = () => Math.max(Math.ceil(state.total / state.rp), 1);
  const button = (name, title, target) => {
    const made = icon(name, title);
    made.addEventListener('click', () => {
      const page = target();
      if (page < 1 || page > pages()) return;
      onChange({ page });
    });
    return made;
  };
  const sizes = element('select', { name: 'rp', title: 'Registros por página' });
  for (const size of [...new Set([...SIZES, state.rp])].sort((a, b) => a - b)) {
    sizes.append(element('option', { value: size, selected: size === state.rp }, String(size)));
  }
  sizes.addEventListener('change', () => onChange({ page: 1, rp: Number(sizes.value) }));
  const bar = element(
    'span',
    { class: 'pPageButtons' },
    button('fa-backward', 'Primeiro', () => 1),
    button('fa-caret-left', 'Anterior', () => state.page - 1),
    stat,
    button('fa-caret-right', 'Próximo', () => state.page + 1),
    button('fa-forward', 'Último', pages),
    button('fa-arrows-rotate', 'Atualizar', () => state.page),
    sizes,
  );
  const show = (count) => {
    const start = (state.page - 1) * state.rp;
    stat.textContent =
      count === 0 ? '0 itens' : `${start + 1} - ${start + count} / ${String(state.total)}`;
    sizes.value = String(state.rp);
  };
  return { bar, show };
}
