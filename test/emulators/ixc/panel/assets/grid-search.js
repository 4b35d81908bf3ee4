import { element, icon } from './element.js';

/** The search box: a column picker and a text; Enter searches. */
export function buildSearch(model, onSearch) {
  const named = model.columns.filter((column) => column.field !== '');
  const sortable = named.filter((column) => column.sortable);
  const searchable = sortable.length > 0 ? sortable : named;
  const first = searchable.find((column) => column.field === model.searchBy) ?? searchable[0];
  let chosen = first;
  const input = element('input', {
    type: 'text',
    name: 'q',
    class: 'gridActionsSearchInput',
    autocomplete: 'off',
  });
  const selected = element('span', { class: 'selectedColumn', title: 'Escolher coluna' });
  const list = element('ul', { class: 'searchColumns', hidden: true });
  const choose = (column) => {
    chosen = column;
    selected.textContent = column.label;
    input.placeholder = `Consultar por ${column.label}`;
    list.hidden = true;
  };
  for (const column of searchable) {
    const entry = element(
      'li',
      { 'data-nome': column.label, 'data-valor': column.field },
      column.label,
    );
    entry.addEventListener('click', () => choose(column));
    list.append(entry);
  }
  selected.addEventListener('click', () => {
    list.hidden = !list.hidden;
  });
  const tags = element('div', { class: 'searchTags' });
  const search = () => {
    const query = input.value.trim();
    tags.replaceChildren();
    if (query !== '') {
      const remove = icon('fa-times', 'Remover filtro');
      remove.addEventListener('click', () => {
        input.value = '';
        search();
      });
      tags.append(element('span', {}, `${chosen.label}: ${query} `, remove));
    }
    onSearch(chosen.field, query);
  };
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    search();
  });
  choose(first);
  return element('div', { class: 'gridActions' }, tags, selected, list, input, icon('fa-search'));
}
