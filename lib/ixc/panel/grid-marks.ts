import type { RowState } from '../../messages/panel.ts';
import { invoiceRows, type InvoiceRow } from './invoice-grid.ts';
import type { Mark, MarkFactory } from './mark.ts';
import { cellAt, cellBox, placementFor } from './placement.ts';
import { OWN } from './selectors.ts';

/** What a grid's marks need from outside. */
export interface MarkContext {
  readonly factory: MarkFactory;
  readonly stateOf: (id: string) => RowState | undefined;
}

/**
 * The marks of one grid. `paint` may run after any change, any number of times: it ends with exactly one
 * mark in every invoice row and none elsewhere. IXC throws all rows away on every reload; the marks are
 * kept by id and moved into the new rows, so that a redraw costs one insertion per row.
 */
export class GridMarks {
  readonly table: HTMLTableElement;
  readonly #context: MarkContext;
  /** By id; a second row of the same invoice is under `<id> 2`. */
  #marks: ReadonlyMap<string, Mark> = new Map();

  constructor(table: HTMLTableElement, context: MarkContext) {
    this.table = table;
    this.#context = context;
  }

  /** Ids on screen; an invoice that is in two rows comes twice. */
  *ids(): Iterable<string> {
    for (const mark of this.#marks.values()) yield mark.id;
  }

  /** Finds the rows anew and gives each its mark. Answers whether the table shows invoices. */
  paint(): boolean {
    const rows = invoiceRows(this.table);
    this.#replace(rows ? this.#markRows(rows) : new Map());
    return rows !== null;
  }

  /** Brings the marks that exist up to date with the states, without looking at the rows. */
  repaint(ids: ReadonlySet<string>): void {
    const { factory, stateOf } = this.#context;
    for (const mark of this.#marks.values()) {
      if (ids.has(mark.id)) factory.show(mark, stateOf(mark.id), mark.size);
    }
  }

  /** The mark that an element of the page belongs to; null when it is none of this grid's. */
  markOf(element: Element): Mark | null {
    const holder = element.closest(`[${OWN.mark}]`);
    if (!holder) return null;
    return [...this.#marks.values()].find((mark) => mark.element === holder) ?? null;
  }

  /** Whether the row that a mark sits in now is still, by IXC's own word, the mark's invoice. */
  isTrue(mark: Mark): boolean {
    const row = mark.element.closest('tr');
    if (row?.closest('table') !== this.table) return false;
    return (
      mark.element.getAttribute(OWN.mark) === mark.id &&
      invoiceRows(this.table)?.some((one) => one.row === row && one.id === mark.id) === true
    );
  }

  /** A mark of that invoice, to give the focus back to. */
  find(id: string): Mark | null {
    return this.#marks.get(id) ?? null;
  }

  /** Buttons that can no longer reach the extension stay visible, but do nothing. */
  disable(): void {
    for (const { element } of this.#marks.values()) {
      element.querySelector('button')?.setAttribute('disabled', '');
    }
  }

  /** Takes all marks away. */
  remove(): void {
    this.#replace(new Map());
  }

  #replace(marks: ReadonlyMap<string, Mark>): void {
    for (const [key, mark] of this.#marks) {
      // The rows of most are gone with their marks in them.
      if (marks.get(key) !== mark && mark.element.isConnected) mark.element.remove();
    }
    this.#marks = marks;
  }

  #markRows(rows: readonly InvoiceRow[]): ReadonlyMap<string, Mark> {
    const { factory, stateOf } = this.#context;
    const marks = new Map<string, Mark>();
    const [first] = rows;
    const placement = first && placementFor(this.table, first.row);
    if (!first || !placement) return marks;
    // Mostly the mark sits in the id's own cell, which is at hand in every row.
    const isInIdCell = first.box === cellBox(cellAt(first.row, placement.column));
    for (const { id, row, box: idBox } of rows) {
      const box = isInIdCell ? idBox : cellBox(cellAt(row, placement.column));
      if (!box) continue;
      const key = marks.has(id) ? freeKey(marks, id) : id;
      const state = stateOf(id);
      let mark = this.#marks.get(key);
      if (mark) factory.show(mark, state, placement.size);
      else mark = factory.create(id, state, placement.size);
      marks.set(key, mark);
      if (mark.box === box && mark.element.parentNode === box) continue;
      mark.box = box;
      dropCopy(box);
      box.appendChild(mark.element);
    }
    return marks;
  }
}

/** The same invoice may be in more than one row. */
function freeKey(taken: ReadonlyMap<string, Mark>, id: string): string {
  let copy = 2;
  while (taken.has(`${id} ${copy}`)) copy += 1;
  return `${id} ${copy}`;
}

/** IXC or another script may have cloned a row together with its mark. */
function dropCopy(box: Element): void {
  const last = box.lastElementChild;
  if (last?.hasAttribute(OWN.mark)) last.remove();
}
