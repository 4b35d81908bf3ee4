import type { RowState } from '../../messages/panel.ts';
import { invoiceRows } from './invoice-grid.ts';
import type { Mark, MarkFactory } from './mark.ts';
import { cellBox, placementFor } from './placement.ts';
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
  #marks = new Map<string, Mark>();
  #pass = 0;

  constructor(table: HTMLTableElement, context: MarkContext) {
    this.table = table;
    this.#context = context;
  }

  /** Ids on screen; the same invoice in two rows counts once. */
  ids(): Set<string> {
    return new Set([...this.#marks.values()].map((mark) => mark.id));
  }

  /** Finds the rows anew and gives each its mark. Answers whether the table shows invoices. */
  paint(): boolean {
    this.#pass += 1;
    const rows = invoiceRows(this.table);
    if (rows) this.#markRows(rows);
    this.#dropUnused();
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
      invoiceRows(this.table)?.some(([at, id]) => at === row && id === mark.id) === true
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
    this.#pass += 1;
    this.#dropUnused();
  }

  #markRows(rows: readonly (readonly [Element, string])[]): void {
    const { factory, stateOf } = this.#context;
    let placement: ReturnType<typeof placementFor> = null;
    for (const [row, id] of rows) {
      placement ??= placementFor(this.table, row);
      if (!placement) return;
      const box = cellBox(row.children[placement.column]);
      if (!box) continue;
      const mark = this.#take(id);
      if (mark.element.parentNode !== box) {
        dropCopies(box);
        box.append(mark.element);
      }
      factory.show(mark, stateOf(id), placement.size);
    }
  }

  /** The mark of an id that no row of this pass has taken yet; the same invoice may be in two rows. */
  #take(id: string): Mark {
    let key = id;
    let mark = this.#marks.get(key);
    for (let copy = 2; mark?.pass === this.#pass; copy += 1) {
      key = `${id} ${copy}`;
      mark = this.#marks.get(key);
    }
    if (!mark) {
      mark = this.#context.factory.create(id);
      this.#marks.set(key, mark);
    }
    mark.pass = this.#pass;
    return mark;
  }

  #dropUnused(): void {
    for (const [key, mark] of this.#marks) {
      if (mark.pass === this.#pass) continue;
      mark.element.remove();
      this.#marks.delete(key);
    }
  }
}

/** IXC or another script may have cloned a row together with its mark. */
function dropCopies(box: HTMLElement): void {
  if (box.lastElementChild?.hasAttribute(OWN.mark)) box.lastElementChild.remove();
}
