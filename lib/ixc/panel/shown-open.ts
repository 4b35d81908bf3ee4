import { cellText, headerWord } from './cell-text.ts';
import { isForeign } from './grid-context.ts';
import { headerWords } from './grid-header.ts';
import { cellAt } from './placement.ts';
import { OPEN_WORDS, STATUS } from './selectors.ts';

/**
 * Whether a row itself says, in IXC's words, that its invoice is open: "A receber" or "Parcial" in its
 * status cell, which is a coloured text in older versions and a badge in newer ones. A row without a
 * status cell, with two, or with another table's, says nothing.
 */
export function isShownOpen(table: HTMLTableElement, row: Element): boolean {
  const cell = row.querySelector(`td[abbr="${STATUS.abbr}"]`) ?? cellByHeader(table, row);
  return cell !== null && OPEN_WORDS.includes(headerWord(cellText(cell)));
}

function cellByHeader(table: HTMLTableElement, row: Element): Element | null {
  const headers = headerWords(table);
  const column = headers.indexOf(STATUS.header);
  if (headers.length !== row.children.length || column !== headers.lastIndexOf(STATUS.header)) {
    return null;
  }
  const cell = cellAt(row, column);
  return isForeign(cell?.getAttribute('abbr') ?? '') ? null : cell;
}
