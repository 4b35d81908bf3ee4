import type { RowState } from '../../messages/panel.ts';
import { readGrid, type InvoiceRow } from './invoice-grid.ts';
import { focusMark, lookOf, type Mark, type MarkFactory } from './mark.ts';
import {
  cellAt,
  cellBox,
  hasOwnWidth,
  isCut,
  measuredRoom,
  placementFor,
  roomIn,
} from './placement.ts';
import { OWN } from './selectors.ts';
import { isShownOpen } from './shown-open.ts';

/** What a grid's marks need from outside. */
export interface MarkContext {
  readonly factory: MarkFactory;
  readonly stateOf: (id: string) => RowState | undefined;
  /** False: rows are found and asked for, and nothing is put into them. */
  readonly mayMark: () => boolean;
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
  #rows: readonly InvoiceRow[] = [];
  /** By how much the estimated room is wrong in this grid, in pixels. */
  #correction = 0;
  #frame: number | null = null;

  constructor(table: HTMLTableElement, context: MarkContext) {
    this.table = table;
    this.#context = context;
  }

  /** Ids on screen; an invoice that is in two rows comes twice. */
  *ids(): Iterable<string> {
    for (const { id } of this.#rows) yield id;
  }

  /** Finds the rows anew and gives each its mark. Answers whether the table shows invoices. */
  paint(): boolean {
    const reading = readGrid(this.table);
    this.#rows = reading?.rows ?? [];
    this.#replace(this.#context.mayMark() ? this.#markRows() : new Map());
    return reading !== null;
  }

  /** Brings the marks that exist up to date with the states, without looking for the rows anew. */
  repaint(ids: ReadonlySet<string>): void {
    for (const mark of this.#marks.values()) {
      if (!ids.has(mark.id)) continue;
      const row = mark.box?.closest('tr');
      if (row) this.#context.factory.show(mark, this.#stateFor(mark.id, row), mark.room);
    }
    this.#measureSoon();
  }

  /** The mark that an element of the page belongs to; null when it is none of this grid's. */
  markOf(element: Element): Mark | null {
    const holder = element.closest(`[${OWN.mark}]`);
    if (!holder) return null;
    return [...this.#marks.values()].find((mark) => mark.element === holder) ?? null;
  }

  /** Whether the row that a mark sits in now is still, by IXC's own word, what the mark shows. */
  isTrue(mark: Mark): boolean {
    const row = mark.element.closest('tr');
    if (row?.closest('table') !== this.table) return false;
    return (
      mark.element.getAttribute(OWN.mark) === mark.id &&
      lookOf(this.#stateFor(mark.id, row)) === lookOf(mark.shown) &&
      readGrid(this.table)?.rows.some((one) => one.row === row && one.id === mark.id) === true
    );
  }

  /** Puts the keyboard on the mark of that invoice; false when this grid has none. */
  focus(id: string, which?: 'action' | 'copy'): boolean {
    const mark = this.#marks.get(id);
    if (mark) focusMark(mark, which);
    return mark !== undefined;
  }

  /** Buttons that can no longer reach the extension stay visible, but do nothing. */
  disable(): void {
    for (const { element } of this.#marks.values()) {
      for (const button of element.querySelectorAll('button')) button.disabled = true;
    }
  }

  /** Takes all marks away. */
  remove(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#replace(new Map());
  }

  /** The worker's word on an invoice, less what the row itself must say and does not. */
  #stateFor(id: string, row: Element): RowState | undefined {
    const state = this.#context.stateOf(id);
    if (!state?.canSend || !state.onlyIfShownOpen || isShownOpen(this.table, row)) return state;
    return { ...state, canSend: false };
  }

  #replace(marks: ReadonlyMap<string, Mark>): void {
    for (const [key, mark] of this.#marks) {
      // The rows of most are gone with their marks in them.
      if (marks.get(key) !== mark && mark.element.isConnected) mark.element.remove();
    }
    this.#marks = marks;
    if (marks.size > 0) return;
    // What came with a cloned window belongs to nobody.
    for (const copy of this.table.querySelectorAll(`[${OWN.mark}]`)) copy.remove();
  }

  #markRows(): ReadonlyMap<string, Mark> {
    const { factory } = this.#context;
    const marks = new Map<string, Mark>();
    const longest = longestId(this.#rows);
    const placement = longest && placementFor(this.table, longest.row);
    if (!longest || !placement) return marks;
    if (longest.box && !hasOwnWidth(longest.box)) this.#correction = 0;
    // Mostly the mark sits in the id's own cell, which is at hand in every row.
    const isInIdCell = longest.box === cellBox(cellAt(longest.row, placement.column));
    for (const { id, row, box: idBox } of this.#rows) {
      const box = isInIdCell ? idBox : cellBox(cellAt(row, placement.column));
      if (!box) continue;
      const key = marks.has(id) ? freeKey(marks, id) : id;
      const state = this.#stateFor(id, row);
      const room = (isInIdCell ? placement.room : roomIn(box)) + this.#correction;
      let mark = this.#marks.get(key);
      if (mark) factory.show(mark, state, room);
      else mark = factory.create(id, state, room);
      marks.set(key, mark);
      if (mark.box === box && mark.element.parentNode === box) continue;
      mark.box = box;
      dropCopy(box);
      box.appendChild(mark.element);
    }
    this.#measureSoon();
    return marks;
  }

  /** Widths are estimated while IXC draws, and measured once before the browser does. */
  #measureSoon(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      const sample = this.#sample();
      if (!sample?.box || sample.element.parentNode !== sample.box) return;
      const wrong = Math.round(measuredRoom(sample.box, sample.element) - sample.room);
      if (Number.isNaN(wrong) || Math.abs(wrong) < 2) return;
      this.#correction += wrong;
      for (const mark of this.#marks.values()) {
        this.#context.factory.show(mark, mark.shown, mark.room + wrong);
      }
    });
  }

  /** The mark that tells the room: of the longest id or, where cells do not tell their width, one that is cut. */
  #sample(): Mark | undefined {
    const longest = longestId(this.#rows);
    const mark = longest && this.#marks.get(longest.id);
    if (!mark?.box || hasOwnWidth(mark.box)) return mark;
    return [...this.#marks.values()].find(({ box, element }) => box && isCut(box, element));
  }
}

/** The row that leaves least room beside its id. */
function longestId(rows: readonly InvoiceRow[]): InvoiceRow | undefined {
  return rows.reduce<InvoiceRow | undefined>(
    (longest, row) => (longest && longest.id.length >= row.id.length ? longest : row),
    undefined,
  );
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
