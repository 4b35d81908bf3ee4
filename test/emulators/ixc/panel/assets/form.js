import { element, icon } from './element.js';
import { buildActions } from './form-actions.js';
import { Grid } from './grid.js';
import { fetchRecord } from './server.js';
import { gridModels, settings } from './models.js';

function field(model, name, label, onOpen) {
  const input = element('input', { id: name, name, type: 'text', autocomplete: 'off' });
  const content = element('dd', { class: 'ixc-containers' }, input);
  const target = model.lookups[name];
  if (target !== undefined) {
    const open = element(
      'button',
      { type: 'button', rel: name, action: 'f3', class: 'but_search', title: 'Abrir registro' },
      icon('fa-up-right-from-square'),
    );
    open.addEventListener('click', () => onOpen(target, input.value));
    content.append(open);
    content.append(element('input', { id: `${name}_label`, type: 'text', readonly: true }));
  }
  return element('dl', {}, element('dt', {}, label), content);
}

/** A form window. Ids of tabs, panels and fields repeat in every window that is open. */
export function buildForm(model, depth, { onClose, onOpen }) {
  const host = element('form', { id: `${depth}_form`, name: model.name, class: 'window' });
  host.addEventListener('submit', (event) => event.preventDefault());
  const close = element('a', {
    id: `${model.name}_btn_close`,
    class: 'fa fa-times',
    href: '#',
    title: 'Fechar',
  });
  close.addEventListener('click', (event) => {
    event.preventDefault();
    onClose(host);
  });
  const title = element('div', { class: 'ftitle' }, model.title);
  const tabs = element('ul');
  const panels = model.tabs.map((tab, index) => {
    const number = index + 1;
    const link = element('a', { class: 'tabTitle', rel: number, href: '#' }, tab.title);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      void form.show(number);
    });
    tabs.append(element('li', { style: tab.hidden ? 'display: none;' : undefined }, link));
    const panel = element('div', { class: 'panel', id: number });
    for (const [name, label] of Object.entries(tab.fields)) {
      panel.append(field(model, name, label, onOpen));
    }
    return panel;
  });
  host.append(
    element('div', { class: 'mDiv' }, title, element('div', { class: 'btn_row' }, close)),
    buildActions(),
    element('div', { class: 'abas clearfix' }, tabs),
    ...panels,
  );

  const form = {
    host,
    grids: [],
    id: null,
    async load(id) {
      const record = await fetchRecord(model.name, id);
      form.id = id;
      for (const input of host.querySelectorAll('dd > input[name]')) {
        input.value = record.get(input.name) ?? '';
        const label = host.querySelector(`#${input.name}_label`);
        if (label) label.value = record.get(`${input.name}_label`) ?? '';
      }
      const name = record.get('razao') ?? record.get('id_cliente_label') ?? '';
      title.textContent = `${model.title} - ${id}${name === '' ? '' : ` - ${name}`}`;
      await form.show(1);
    },
    /** Shows the tab whose grid is this one, and gives the grid. */
    showGrid(path) {
      return form.show(model.tabs.findIndex((tab) => tab.grid?.path === path) + 1);
    },
    async show(number) {
      panels.forEach((panel, index) => {
        panel.classList.toggle('mostrando', index + 1 === number);
        tabs.children[index].classList.toggle('ativa', index + 1 === number);
      });
      const { grid: sub } = model.tabs[number - 1];
      if (sub === null) return null;
      const open = form.grids.find((grid) => grid.model.path === sub.path);
      if (open) {
        await open.reload();
        return open;
      }
      const dl = element('dl');
      panels[number - 1].append(dl);
      const grid = new Grid(dl, gridModels.get(sub.path), {
        name: `${model.name}_${sub.path}`,
        filter: { qtype: sub.relation, query: form.id },
        pageSize: settings.rowsPerPage,
        onOpen,
      });
      form.grids.push(grid);
      await grid.reload();
      return grid;
    },
  };
  return form;
}
