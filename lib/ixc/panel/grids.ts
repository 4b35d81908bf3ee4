import { GridMarks, type MarkContext } from './grid-marks.ts';

/** The invoice grids that are on the page now: several windows may be stacked, each with its own. */
export class Grids {
  readonly #context: MarkContext;
  readonly #onNew: (marks: GridMarks) => void;
  readonly #marks = new Map<HTMLTableElement, GridMarks>();

  /** `onNew` is called once for each table that turns out to show invoices. */
  constructor(context: MarkContext, onNew: (marks: GridMarks) => void) {
    this.#context = context;
    this.#onNew = onNew;
  }

  /** Paints those tables that show invoices, and answers them. */
  paint(tables: Iterable<HTMLTableElement>): readonly GridMarks[] {
    for (const table of this.#marks.keys()) if (!table.isConnected) this.#marks.delete(table);
    const painted: GridMarks[] = [];
    for (const table of tables) {
      const known = this.#marks.get(table);
      const marks = known ?? new GridMarks(table, this.#context);
      if (!marks.paint()) continue;
      this.#marks.set(table, marks);
      if (!known) this.#onNew(marks);
      painted.push(marks);
    }
    return painted;
  }

  /** Every grid as it was at the last painting. */
  all(): readonly GridMarks[] {
    return [...this.#marks.values()];
  }

  /** Every table that showed invoices at the last painting. */
  tables(): readonly HTMLTableElement[] {
    return [...this.#marks.keys()];
  }

  /** Puts the keyboard on a mark of that invoice, in whatever grid it is. */
  focus(id: string, which?: 'action' | 'copy'): void {
    for (const marks of this.#marks.values()) if (marks.focus(id, which)) return;
  }
}
