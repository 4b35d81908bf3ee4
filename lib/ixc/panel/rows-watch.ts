/**
 * What is watched inside the rows of a grid once they are marked: also a single cell that IXC rewrites, or
 * a row that it uses again. No attributes: one observer of attributes makes every attribute that a redraw
 * writes dearer.
 */
const INSIDE: MutationObserverInit = { childList: true, subtree: true, characterData: true };

/** Watches the inside of one grid's rows, except while the extension itself changes them. */
export class RowsWatch {
  readonly table: HTMLTableElement;
  readonly #observer: MutationObserver;

  constructor(table: HTMLTableElement, onChange: () => void) {
    this.table = table;
    this.#observer = new MutationObserver(onChange);
  }

  /** Starts, or goes on, with the rows that the table has now. */
  watch(): void {
    for (const part of this.table.children) this.#observer.observe(part, INSIDE);
  }

  /** Stops, also for rows that are no longer in the table. Answers whether a change was still unreported. */
  pause(): boolean {
    const isUnreported = this.#observer.takeRecords().length > 0;
    this.#observer.disconnect();
    return isUnreported;
  }
}
