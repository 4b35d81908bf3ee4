import { cellText, invoiceId } from './cell-text.ts';
import { headerWords, isPayable } from './grid-header.ts';
import { rowKey } from './row-key.ts';
import { INVOICE_HEADERS, SELECTORS } from './selectors.ts';

/** How the ids of one grid are found. A grid that is not known to hold invoices has none. */
export interface InvoiceGrid {
  /** The invoice of a row; null when the row names none; `false` when what it says about it disagrees. */
  readonly idOf: (row: Element) => string | null | false;
}

/**
 * The rows that show an invoice, each with its id. When most rows of a grid disagree, the grid is keyed
 * by something else (receipts that show their invoice's columns, say), and a row that agrees does so by
 * chance: then there are none.
 */
export function invoiceRows(
  table: HTMLTableElement,
): readonly (readonly [Element, string])[] | null {
  const grid = invoiceGrid(table);
  if (!grid) return null;
  const rows: (readonly [Element, string])[] = [];
  let disagreeing = 0;
  for (const row of table.rows) {
    const id = grid.idOf(row);
    if (id === false) disagreeing += 1;
    else if (id !== null) rows.push([row, id]);
  }
  return disagreeing > rows.length ? [] : rows;
}

/**
 * Decides whether a table shows invoices, by the safest evidence first: the id cell that names its
 * column; a table known to hold invoices, by the rows' keys; the header texts. Anything else is no
 * invoice grid: a wrong badge is worse than none.
 */
function invoiceGrid(table: HTMLTableElement): InvoiceGrid | null {
  const idCell = table.querySelector(SELECTORS.idCell);
  if (idCell?.closest('table') === table) return byIdCell(columnOf(idCell));

  const headers = headerWords(table);
  const idColumn = headers.indexOf(INVOICE_HEADERS.id);
  if (table.matches(SELECTORS.invoiceTable)) return byRowKey(idColumn);

  const wanted = Object.values(INVOICE_HEADERS).map((word) => headers.indexOf(word));
  if (wanted.includes(-1) || namesAnotherTable(table) || isPayable(table, headers)) return null;
  return byHeader(idColumn, wanted, headers.length);
}

function byIdCell(column: number): InvoiceGrid {
  return {
    idOf(row) {
      const likely = row.children[column];
      const cell = isIdCell(likely) ? likely : [...row.children].find(isIdCell);
      return cell ? agreed(invoiceId(cellText(cell)), rowKey(row)) : null;
    },
  };
}

function byRowKey(idColumn: number): InvoiceGrid {
  return {
    idOf(row) {
      const key = rowKey(row);
      if (key === null || key === false) return key;
      const cell = row.children[idColumn];
      return cell ? agreed(invoiceId(cellText(cell)), key) : key;
    },
  };
}

function byHeader(idColumn: number, columns: readonly number[], width: number): InvoiceGrid {
  return {
    idOf(row) {
      const cell = row.children[idColumn];
      if (!cell || row.children.length !== width) return null;
      // Joined grids mix columns of several tables: those that decide must not be another's.
      if (columns.some((column) => isForeign(row.children[column]))) return null;
      return agreed(invoiceId(cellText(cell)), rowKey(row));
    },
  };
}

/** The cell's id, unless the row's own key exists and differs. */
function agreed(id: string | null, key: string | null | false): string | null | false {
  return id === null || key === null || key === id ? id : false;
}

function isIdCell(cell: Element | undefined): boolean {
  return cell?.getAttribute('abbr') === 'fn_areceber.id';
}

function isForeign(cell: Element | undefined): boolean {
  const abbr = cell?.getAttribute('abbr') ?? '';
  return abbr.includes('.') && !abbr.startsWith('fn_areceber.');
}

/** `data-nome`, the id of a sub-grid (`<form>_<table>`), or the columns say that it is something else. */
function namesAnotherTable(table: HTMLTableElement): boolean {
  const names = [table.dataset['nome'] ?? '', /^grid_?\d*$/.test(table.id) ? '' : table.id];
  if (names.some((name) => name !== '' && !name.includes('areceber'))) return true;
  const cells = [...table.querySelectorAll(SELECTORS.namedCell)].slice(0, 60);
  return cells.length > 0 && cells.every(isForeign);
}

function columnOf(cell: Element): number {
  return [...(cell.parentElement?.children ?? [])].indexOf(cell);
}
