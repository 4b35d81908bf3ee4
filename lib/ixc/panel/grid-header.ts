import { headerWord } from './cell-text.ts';
import { NOT_RECEIVABLE, SELECTORS } from './selectors.ts';

/** Header cells of a grid's own header, in column order; empty when it has none. */
function headerCells(table: HTMLTableElement): readonly Element[] {
  const frame = frameOf(table);
  const cells = frame ? [...frame.querySelectorAll(SELECTORS.headerCell)] : [];
  return cells.length > 0 ? cells : [...(table.tHead?.rows[0]?.cells ?? [])];
}

/** Header texts, comparable with the words of the registry. */
export function headerWords(table: HTMLTableElement): readonly string[] {
  return headerCells(table).map((cell) => headerWord(cell.textContent));
}

/** True when the grid's title, its window's title or a header says that these are bills to pay. */
export function isPayable(table: HTMLTableElement, headers: readonly string[]): boolean {
  const titles = [
    frameOf(table)?.querySelector(SELECTORS.gridTitle),
    table.closest('form')?.querySelector(SELECTORS.windowTitle),
  ].map((title) => headerWord(title?.textContent ?? ''));
  return [...titles, ...headers].some((text) => NOT_RECEIVABLE.test(text));
}

/** What holds a grid's title, header and body. */
export function frameOf(table: HTMLTableElement): Element | null {
  return table.closest(SELECTORS.gridBody)?.parentElement ?? null;
}
