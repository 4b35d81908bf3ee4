import { bindRow, drawRows } from './grid-body.js';
import { buildChooser, buildHeader, markSorted } from './grid-header.js';
import { buildPager } from './grid-pager.js';
import { buildSearch } from './grid-search.js';
import { element, icon } from './element.js';
import { fetchGrid } from './server.js';

const BUTTON_ICONS = {
  novo: 'fa-plus',
  editar: 'fa-pen',
  deletar: 'fa-trash',
  receber: 'fa-money-bill',
  imprimir: 'fa-print',
  imprimir_goletos: 'fa-print',
};

/**
 * A grid of the panel. `name` is what `IXC.grid` finds it by: the table's path in the main list,
 * `<form>_<path>` in a tab. `filter` narrows a tab's grid to the open record.
 */
export class Grid {
  /** Row events seen since the page was opened, for tests. */
  static counts = { clicks: 0, doubleClicks: 0 };

  constructor(host, model, { name, filter = null, pageSize = 25, onOpen }) {
    this.name = name;
    this.model = model;
    this.filter = filter;
    this.onOpen = onOpen;
    this.columns = model.columns.map((column) => ({ ...column }));
    const key = model.columns.find((column) => column.field.endsWith('.id')).field;
    this.state = { page: 1, rp: pageSize, total: 0, sortname: key, sortorder: 'desc' };
    this.search = { qtype: model.searchBy, query: '' };
    this.showCancelled = model.showsCancelled;
    this.sequence = 0;
    this.build(host);
  }

  build(host) {
    this.table = element('table', {
      cellpadding: 0,
      cellspacing: 0,
      ...(this.filter === null ? { 'data-nome': this.model.path } : { id: this.name }),
    });
    this.header = buildHeader(this.columns, (field) => void this.sort(field));
    const chooser = buildChooser(this.columns, (index, off) => this.hide(index, off));
    this.pager = buildPager(this.state, (change) => {
      Object.assign(this.state, change);
      void this.reload();
    });
    const scroller = element('div', { class: 'bDiv' }, this.table);
    scroller.addEventListener('scroll', () => {
      this.header.scrollLeft = scroller.scrollLeft;
    });
    this.root = element('div', { class: 'flexigrid' });
    this.root.append(
      chooser.button,
      chooser.panel,
      element(
        'div',
        { class: 'mDiv' },
        element('div', { class: 'ftitle' }, this.model.title),
        element('div', { class: 'btn_row' }),
      ),
      this.toolbar(),
      this.header,
      element('div', { class: 'cDrag' }),
      scroller,
      element('div', { class: 'pDiv' }),
    );
    host.append(this.root);
  }

  toolbar() {
    const buttons = Object.entries(this.model.buttons).map(([name, label]) =>
      element(
        'button',
        { type: 'button', name, class: 'fbutton' },
        icon(BUTTON_ICONS[name] ?? 'fa-pen'),
        label,
      ),
    );
    for (const button of buttons) {
      if (button.name === 'editar') button.addEventListener('click', () => this.openSelected());
    }
    const bar = element('div', { class: 'tDiv2' }, ...buttons, this.pager.bar);
    if (this.showCancelled !== null) {
      const box = element('input', { type: 'checkbox', checked: this.showCancelled });
      box.addEventListener('change', () => {
        this.showCancelled = box.checked;
        this.state.page = 1;
        void this.reload();
      });
      const label = element('label', {}, box, ' Mostrar cancelados');
      bar.insertBefore(element('span', { class: 'showCancelled' }, label), this.pager.bar);
    }
    const search = buildSearch(this.model, (qtype, query) => {
      this.search = { qtype, query };
      this.state.page = 1;
      void this.reload();
    });
    return element('div', { class: 'tDiv' }, bar, search);
  }

  parameters() {
    const { page, rp, sortname, sortorder } = this.state;
    const conditions = [];
    if (this.showCancelled === false) {
      conditions.push({ TB: 'fn_areceber.status', OP: '!=', P: 'C', C: 'AND' });
    }
    const exact = this.search.qtype.endsWith('.id');
    if (this.filter !== null && this.search.query !== '') {
      conditions.push({
        TB: this.search.qtype,
        OP: exact ? '=' : 'L',
        P: this.search.query,
        C: 'AND',
      });
    }
    const query = this.filter ?? { qtype: this.search.qtype, query: this.search.query };
    return {
      relation: this.filter !== null,
      page,
      rp,
      sortname,
      sortorder,
      ...query,
      oper: this.filter !== null || exact ? '=' : 'L',
      grid_param: conditions.length === 0 ? 'false' : JSON.stringify(conditions),
      grid_param2: 'false',
      display: '',
    };
  }

  /** Asks for the current page and draws it; an answer overtaken by a newer request is dropped. */
  async reload() {
    this.sequence += 1;
    const { sequence } = this;
    this.root.classList.add('loading');
    try {
      const reply = await fetchGrid(this.model.path, this.parameters());
      if (sequence === this.sequence) this.draw(reply);
    } catch (error) {
      if (sequence === this.sequence) this.fail(error);
    }
  }

  draw(reply) {
    this.reply = reply;
    this.root.classList.remove('loading');
    this.state.total = Number(reply.total);
    drawRows(this.table, this.columns, reply.rows, (line) => this.bind(line));
    markSorted(this.header, this.state.sortname, this.state.sortorder);
    this.pager.show(reply.rows.length);
    this.root.querySelector('.pDiv').textContent = '';
  }

  /** Draws the last answer once more, as a client-side refresh does. */
  redraw() {
    if (this.reply) this.draw(this.reply);
  }

  fail(error) {
    this.root.classList.remove('loading');
    this.table.querySelector('tbody')?.remove();
    this.root.querySelector('.pDiv').textContent = error.message;
  }

  bind(line) {
    bindRow(line, {
      clicked: () => {
        Grid.counts.clicks += 1;
      },
      doubleClicked: () => {
        Grid.counts.doubleClicks += 1;
        this.onOpen(this.model.opens, line.dataset.id);
      },
    });
  }

  async sort(field, order) {
    const flipped = this.state.sortorder === 'asc' ? 'desc' : 'asc';
    this.state.sortorder = order ?? (this.state.sortname === field ? flipped : 'asc');
    this.state.sortname = field;
    await this.reload();
  }

  async goTo(page) {
    this.state.page = page;
    await this.reload();
  }

  hide(index, hidden) {
    this.columns[index].hidden = hidden;
    const display = hidden ? 'none' : '';
    this.header.querySelectorAll('th')[index].style.display = display;
    for (const line of this.table.tBodies[0]?.rows ?? []) line.cells[index].style.display = display;
  }

  selected() {
    return [...this.table.querySelectorAll('tr.trSelected')].map((line) => line.dataset.id);
  }

  openSelected() {
    const [id] = this.selected();
    if (id !== undefined) this.onOpen(this.model.opens, id);
  }
}
