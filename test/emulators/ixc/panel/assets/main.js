import {
  closeTop,
  depth,
  grids,
  notify,
  openForm,
  openGrid,
  openGridOver,
  topForm,
} from './windows.js';
import { Grid } from './grid.js';
import { settings, user } from './models.js';

const FINANCIAL = 'cliente_contrato_rel_areceber';
const FATURAS = 'cliente_contrato_faturas';

const MENU_CALL = /^cria_grid\('#1_grid','(\w+)','[NS]'\);$/;

for (const title of document.querySelectorAll(
  '#layout_menu_lateral .menu_p > div:first-child > a',
)) {
  title.addEventListener('click', (event) => {
    event.preventDefault();
    title.closest('.menu_p').classList.toggle('closed');
  });
}

for (const link of document.querySelectorAll('li[id^="menu_item_"] > a')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    const [, path] = MENU_CALL.exec(link.getAttribute('rel')) ?? [];
    if (path !== undefined) void openGrid(path);
  });
}

document.querySelector('#id_input_menu').addEventListener('input', (event) => {
  const wanted = event.target.value.toLowerCase();
  for (const item of document.querySelectorAll('li[id^="menu_item_"]')) {
    item.hidden = !item.textContent.toLowerCase().includes(wanted);
  }
});

localStorage.setItem(`service:${user.id}:ultimo_acesso`, '1');
localStorage.setItem(`preferencias_user_${user.id}`, '{}');

function gridNamed(name) {
  const all = grids();
  const found = name === undefined ? all.at(-1) : all.findLast((grid) => grid.name === name);
  if (!found) throw new Error(`no grid named ${String(name)}`);
  return found;
}

// What IXC's own scripts use.
window.IXC = {
  grid: (name) => {
    const grid = gridNamed(name);
    return { flexReload: () => void grid.reload(), p: grid.state };
  },
  form: (name) => document.querySelector(`form[name="${name}"]`),
  tradutor: { translate: (text) => text },
};
window.IXCparametros = { geracao_por_fatura: settings.geracaoPorFatura };
window.IXC_perm = { cliente: 'S', cliente_contrato_rel_areceber: 'S', fn_areceber: 'S' };
window.isMobile = () => false;
window.alerta = (_type, message) => notify(message);

/** For tests only: what an operator does, as promises that resolve once the page shows it. */
window.__emulator = {
  open: async (path) => void (await openGrid(path)),
  openOver: async (path) => void (await openGridOver(path)),
  openForm: async (name, id) => void (await openForm(name, id)),
  openFinancial: async (customerId) => {
    const form = await openForm('cliente', customerId);
    await form.showGrid(FINANCIAL);
  },
  openContract: async (contractId) => void (await openForm('cliente_contrato', contractId)),
  openContractFinancial: async (contractId) => {
    const form = await openForm('cliente_contrato', contractId);
    await form.showGrid(settings.geracaoPorFatura === 'S' ? FATURAS : FINANCIAL);
  },
  showTab: async (number) => void (await topForm().show(number)),
  closeTop,
  depth,
  reload: (name) => gridNamed(name).reload(),
  redraw: (name) => gridNamed(name).redraw(),
  sort: (field, order, name) => gridNamed(name).sort(field, order),
  page: (number, name) => gridNamed(name).goTo(number),
  rowsPerPage: (rp, name) => {
    const grid = gridNamed(name);
    Object.assign(grid.state, { rp, page: 1 });
    return grid.reload();
  },
  hideColumn: (field, hidden, name) => {
    const grid = gridNamed(name);
    const index = grid.columns.findIndex((column) => column.field === field);
    grid.hide(index, hidden);
  },
  selected: (name) => gridNamed(name).selected(),
  grids: () => grids().map((grid) => grid.name),
  counts: () => ({ ...Grid.counts }),
};
document.documentElement.dataset.emulatorReady = '';
