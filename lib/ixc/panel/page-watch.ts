import { frameOf } from './grid-header.ts';
import { OWN, SELECTORS } from './selectors.ts';

/** What is watched in a grid that shows invoices: also a single cell that IXC rewrites, or a recycled row. */
const SETTLED: MutationObserverInit = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    'id',
    'abbr',
    'data-valorcampoautoincrement',
    'data-campoautoincrement',
    'data-id',
  ],
};
/** Columns are hidden, shown and resized on the header first. */
const HEADER: MutationObserverInit = {
  childList: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['style', 'hidden'],
};
const CHILDREN: MutationObserverInit = { childList: true };
/** Nothing can appear in these that matters here. */
const LEAVES = /^(script|style|link|svg|select|input|textarea|iframe|img|i|br)$/;

/**
 * Tells which grids of the page appeared or changed, once per batch of mutations: IXC inserts bare cells
 * and wraps their content later in the same task, so nothing may be read earlier.
 *
 * One observer for the page. It is not set on the whole subtree: redrawing a grid of 1,000 rows rewrites
 * every cell, and recording that costs more than all marks together. Instead each container is watched
 * for its own children, and the inside of a grid's rows only after those rows have been marked.
 */
export class PageWatch {
  readonly #observer: MutationObserver;
  readonly #onGrids: (tables: ReadonlySet<HTMLTableElement>) => void;
  #dirty = new Set<HTMLTableElement>();

  constructor(onGrids: (tables: ReadonlySet<HTMLTableElement>) => void) {
    this.#onGrids = onGrids;
    this.#observer = new MutationObserver((records) => this.#handle(records));
  }

  /** Watches everything under `root` and reports the grids that are already there. */
  start(root: Element): void {
    this.#visit(root);
    this.#report();
  }

  /** After a grid's rows were marked: from now on a change inside them is reported as well. */
  settle(table: HTMLTableElement): void {
    for (const part of table.children) this.#observer.observe(part, SETTLED);
    const header = frameOf(table)?.querySelector(SELECTORS.gridHeader);
    if (header) this.#observer.observe(header, HEADER);
  }

  /** Runs a change of our own without reporting it back. */
  quietly(change: () => void): void {
    const before = this.#observer.takeRecords();
    change();
    this.#observer.takeRecords();
    if (before.length > 0) this.#handle(before);
  }

  stop(): void {
    this.#observer.disconnect();
  }

  #handle(records: readonly MutationRecord[]): void {
    let done: Node | null = null;
    for (const { target, addedNodes } of records) {
      if (target === done) continue;
      const element = target instanceof Element ? target : target.parentElement;
      if (!element?.isConnected) continue;
      const table = gridAround(element);
      if (table) {
        this.#watchGrid(table);
        done = target;
        continue;
      }
      for (const node of addedNodes) {
        if (node instanceof Element && node.isConnected) this.#visit(node);
      }
    }
    this.#report();
  }

  #visit(element: Element): void {
    if (LEAVES.test(element.localName)) return;
    if (element.localName === 'table' && isGrid(element)) {
      this.#watchGrid(element as HTMLTableElement);
      return;
    }
    this.#observer.observe(element, CHILDREN);
    for (const child of element.children) this.#visit(child);
  }

  #watchGrid(table: HTMLTableElement): void {
    if (this.#dirty.has(table)) return;
    this.#dirty.add(table);
    this.#observer.observe(table, CHILDREN);
    for (const part of table.children) this.#observer.observe(part, CHILDREN);
  }

  #report(): void {
    if (this.#dirty.size === 0) return;
    const tables = this.#dirty;
    this.#dirty = new Set();
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

/** Elements that an older copy of the script left in the page. */
export function removeLeftovers(document: Document): void {
  const own = [OWN.mark, OWN.drawer, OWN.notice].map((name) => `[${name}]`).join();
  for (const element of document.querySelectorAll(own)) element.remove();
}
