import { bindRow, drawRows } from './grid-body.js';
import { buildFrame } from './grid-frame.js';
import { buildHeader, markSorted } from './grid-header.js';
import { element } from './element.js';
import { fetchGrid } from './server.js';
import { settings } from './models.js';
import { buildStockFrame } from './stock-frame.js';

/** The record of a row, whatever its other keys claim. */
function recordOf(line) {
  return line.id.slice('row'.length);
}

const FRAMES = { A: buildStockFrame, B: buildFrame };

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
    this.state = { page: 1, rp: pageSize, total: 0, sortname: model.key, sortorder: 'desc' };
    this.search = { qtype: model.searchBy, query: '' };
    this.showCancelled = model.showsCancelled;
    this.sequence = 0;
    this.build(host);
  }

  build(host) {
    this.table = element('table', {
      cellpadding: 0,
      cellspacing: 0,
      ...this.tableNames(),
    });
    this.header = buildHeader(this.columns, (field) => void this.sort(field));
    const scroller = element('div', { class: 'bDiv' }, this.table);
    scroller.addEventListener('scroll', () => {
      this.header.scrollLeft = scroller.scrollLeft;
    });
    this.frame = FRAMES[settings.generation](this, this.header, scroller);
    this.root = this.frame.root;
    host.append(this.root);
  }

  /** A tab's grid is named by its form; a main list by its table, and in generation A by nothing. */
  tableNames() {
    if (this.filter !== null) return { id: this.name };
    return settings.generation === 'A' ? { id: 'grid_1' } : { 'data-nome': this.model.path };
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
    drawRows(this.table, this.model, this.columns, reply.rows);
    for (const line of this.table.rows) this.bind(line);
    markSorted(this.header, this.state.sortname, this.state.sortorder);
    this.frame.showPosition(reply.rows.length);
  }

  /** Draws the last answer once more, as a client-side refresh does. */
  redraw() {
    if (this.reply) this.draw(this.reply);
  }

  fail(error) {
    this.root.classList.remove('loading');
    this.table.querySelector('tbody')?.remove();
    this.frame.fail(error.message);
  }

  bind(line) {
    bindRow(line, {
      clicked: () => {
        Grid.counts.clicks += 1;
      },
      doubleClicked: () => {
        Grid.counts.doubleClicks += 1;
        this.onOpen(this.model.opens, recordOf(line));
      },
    });
  }

  /** Another page or page size, and the rows anew. */
  change(change) {
    Object.assign(this.state, change);
    void this.reload();
  }

  find(qtype, query) {
    this.search = { qtype, query };
    this.change({ page: 1 });
  }

  withCancelled(shown) {
    this.showCancelled = shown;
    this.change({ page: 1 });
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
    this.frame.chooser.show(index, !hidden);
    const display = hidden ? 'none' : '';
    this.header.querySelectorAll('th')[index].style.display = display;
    for (const line of this.table.tBodies[0]?.rows ?? []) line.cells[index].style.display = display;
  }

  selected() {
    return [...this.table.querySelectorAll('tr.trSelected')].map(recordOf);
  }

  openSelected() {
    const [id] = this.selected();
    if (id !== undefined) this.onOpen(this.model.opens, id);
  }
}
