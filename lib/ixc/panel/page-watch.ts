import { frameOf } from './grid-header.ts';
import { RowsWatch } from './rows-watch.ts';
import { SELECTORS } from './selectors.ts';

const CHILDREN: MutationObserverInit = { childList: true };
/** Nothing can appear in these that matters here. */
const LEAVES = /^(script|style|link|svg|select|input|textarea|iframe|img|i|br)$/;

/**
 * Tells which grids of the page appeared or changed, once per batch of mutations: IXC inserts bare cells
 * and wraps their content later in the same task, so nothing may be read earlier.
 *
 * The page's observer is not set on the whole subtree: redrawing a grid of 1,000 rows rewrites every cell,
 * and recording that costs more than all marks together. Instead each container is watched for its own
 * children, and the inside of a grid's rows only after those rows have been marked.
 */
export class PageWatch {
  readonly #onGrids: (tables: ReadonlySet<HTMLTableElement>) => void;
  readonly #containers = new MutationObserver((records) => this.#handle(records));
  /** Columns are hidden, shown and resized without a change of nodes. */
  readonly #headers = new ResizeObserver((entries) => this.#handleHeaders(entries));
  readonly #tableOf = new WeakMap<Element, HTMLTableElement>();
  readonly #rows = new Map<HTMLTableElement, RowsWatch>();
  #dirty = new Set<HTMLTableElement>();

  constructor(onGrids: (tables: ReadonlySet<HTMLTableElement>) => void) {
    this.#onGrids = onGrids;
  }

  /** Watches everything under `root` and reports the grids that are already there. */
  start(root: Element): void {
    this.#visit(root);
    this.#report();
  }

  /** After a grid's rows were marked: from now on a change inside them is reported as well. */
  settle(table: HTMLTableElement): void {
    let rows = this.#rows.get(table);
    if (!rows) {
      rows = new RowsWatch(table, () => {
        this.#add(table);
        this.#report();
      });
      this.#rows.set(table, rows);
    }
    rows.watch();
    const header = frameOf(table)?.querySelector(SELECTORS.headerTable);
    if (!header || this.#tableOf.has(header)) return;
    this.#tableOf.set(header, table);
    this.#headers.observe(header);
  }

  /** Runs a change of our own inside marked rows without reporting it back. */
  quietly(change: () => void): void {
    const unreported = [...this.#rows.values()].filter((rows) => rows.pause());
    change();
    for (const rows of this.#rows.values()) rows.watch();
    for (const { table } of unreported) this.#add(table);
    this.#report();
  }

  stop(): void {
    this.#containers.disconnect();
    this.#headers.disconnect();
    for (const rows of this.#rows.values()) rows.pause();
    this.#rows.clear();
  }

  #handle(records: readonly MutationRecord[]): void {
    let done: Node | null = null;
    for (const { target, addedNodes } of records) {
      if (target === done || !(target instanceof Element) || !target.isConnected) continue;
      const table = gridAround(target);
      if (table) {
        this.#add(table);
        done = target;
        continue;
      }
      for (const node of addedNodes) {
        if (node instanceof Element && node.isConnected) this.#visit(node);
      }
    }
    this.#report();
  }

  #handleHeaders(entries: readonly ResizeObserverEntry[]): void {
    for (const { target } of entries) {
      const table = this.#tableOf.get(target);
      if (table?.isConnected) this.#add(table);
    }
    this.#report();
  }

  #visit(element: Element): void {
    if (LEAVES.test(element.localName)) return;
    if (element.localName === 'table' && isGrid(element)) {
      this.#add(element as HTMLTableElement);
      return;
    }
    this.#containers.observe(element, CHILDREN);
    for (const child of element.children) this.#visit(child);
  }

  #add(table: HTMLTableElement): void {
    if (this.#dirty.has(table)) return;
    this.#dirty.add(table);
    this.#containers.observe(table, CHILDREN);
    for (const part of table.children) this.#containers.observe(part, CHILDREN);
  }

  #report(): void {
    if (this.#dirty.size === 0) return;
    const tables = this.#dirty;
    this.#dirty = new Set();
    for (const [table, rows] of this.#rows) {
      if (tables.has(table) || !table.isConnected) rows.pause();
      if (!table.isConnected) this.#rows.delete(table);
    }
    this.#onGrids(tables);
  }
}

function isGrid(table: Element): boolean {
  return table.matches(SELECTORS.gridTable) || table.querySelector(SELECTORS.gridRow) !== null;
}

/** The grid whose rows, or whose header, an element is part of. */
function gridAround(element: Element): HTMLTableElement | null {
  const table = element.closest('table');
  if (table && isGrid(table)) return table;
  const frame = element.closest(SELECTORS.gridHeader)?.parentElement;
  return frame?.querySelector<HTMLTableElement>(SELECTORS.bodyTable) ?? null;
}
