import { headerWord } from './cell-text.ts';
import { SELECTORS } from './selectors.ts';

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

/** `table.column` of each column that names itself, in its header or in a row, in column order. */
export function columnNames(
  table: HTMLTableElement,
  row: Element | undefined = table.rows[0],
): readonly string[] {
  const names = (cells: Iterable<Element>) =>
    Array.from(cells, (cell) => cell.getAttribute('abbr') ?? '').filter((abbr) =>
      abbr.includes('.'),
    );
  const inRow = names(row?.children ?? []);
  return inRow.length > 0 ? inRow : names(headerCells(table));
}

/** What holds a grid's title, header and body. */
export function frameOf(table: HTMLTableElement): Element | null {
  return table.closest(SELECTORS.gridBody)?.parentElement ?? null;
}
