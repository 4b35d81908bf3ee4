import { element, icon } from './element.js';

/** Menus of a form's toolbar: group → name → label. Every one has the same id, in every window. */
const MENUS = {
  Ações: { atualizar: 'Atualizar registro', historico: 'Histórico de alterações' },
  Relatórios: { imprimir_ficha: 'Ficha completa', imprimir_extrato: 'Extrato financeiro' },
};

function menu(group, entries) {
  const list = element('ul', { hidden: true });
  for (const [name, label] of Object.entries(entries)) {
    list.append(element('li', { group, name }, label));
  }
  const button = element(
    'div',
    { class: 'button_print' },
    icon('fa-print'),
    element('span', {}, group),
  );
  button.addEventListener('click', () => {
    list.hidden = !list.hidden;
  });
  return element('nav', { class: 'ixc-buttons', id: 'print_form', group }, button, list);
}

/** The toolbar of a form. */
export function buildActions() {
  return element(
    'div',
    { class: 'tDiv' },
    element('button', { type: 'button', id: 'novo_form' }, icon('fa-plus'), 'Novo'),
    element('button', { type: 'submit', title: 'Alt+S' }, icon('fa-check'), 'Salvar'),
    ...Object.entries(MENUS).map(([group, entries]) => menu(group, entries)),
  );
}
