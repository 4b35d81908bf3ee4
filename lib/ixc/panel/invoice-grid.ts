import { cellText, invoiceId } from './cell-text.ts';
import { headerWords, isPayable } from './grid-header.ts';
import { cellAt, cellBox } from './placement.ts';
import { agreesWith, rowKey } from './row-key.ts';
import { INVOICE_HEADERS, SELECTORS } from './selectors.ts';

/** A row that shows an invoice. */
export interface InvoiceRow {
  readonly id: string;
  readonly row: Element;
  /** The box of the cell that shows the id, where there is one. */
  readonly box: Element | null;
}

/** A row, and its invoice's id: null when it names none, `false` when what it says about it disagrees. */
type Candidate = Omit<InvoiceRow, 'id'> & { readonly id: string | null | false };

/**
 * The rows of a table that show an invoice; null when the table is no invoice grid. That is decided by the
 * safest evidence first: the id cell that names its column; a table known to hold invoices, by the rows'
 * keys; the header texts. Anything else is no invoice grid: a wrong badge is worse than none.
 *
 * When most rows disagree with themselves, the grid is keyed by something else (receipts that show their
 * invoice's columns, say), and a row that agrees does so by chance: then there are none.
 */
export function invoiceRows(table: HTMLTableElement): readonly InvoiceRow[] | null {
  const candidates = candidatesIn(table);
  if (!candidates) return null;
  const rows: InvoiceRow[] = [];
  let disagreeing = 0;
  let last: Element | null = null;
  for (const candidate of candidates) {
    if (candidate.row === last) continue;
    last = candidate.row;
    if (candidate.id === false) disagreeing += 1;
    else if (candidate.id !== null) rows.push(candidate as InvoiceRow);
  }
  return disagreeing > rows.length ? [] : rows;
}

function candidatesIn(table: HTMLTableElement): readonly Candidate[] | null {
  const idCells = table.querySelectorAll(SELECTORS.idCell);
  if (idCells[0]?.closest('table') === table) return Array.from(idCells, byIdCell);

  const headers = headerWords(table);
  const idColumn = headers.indexOf(INVOICE_HEADERS.id);
  if (table.matches(SELECTORS.invoiceTable)) {
    return Array.from(table.rows, (row) => byRowKey(row, cellAt(row, idColumn)));
  }

  const wanted = Object.values(INVOICE_HEADERS).map((word) => headers.indexOf(word));
  if (wanted.includes(-1) || namesAnotherTable(table) || isPayable(table, headers)) return null;
  return (
    Array.from(table.rows)
      .filter((row) => row.children.length === headers.length)
      // Joined grids mix columns of several tables: those that decide must not be another's.
      .filter((row) => !wanted.some((column) => isForeign(cellAt(row, column))))
      .map((row) => byHeader(row, cellAt(row, idColumn)))
  );
}

function byIdCell(cell: Element): Candidate {
  const row = cell.parentElement ?? cell;
  const box = cellBox(cell);
  return { row, box, id: agreed(row, invoiceId(cellText(box ?? cell))) };
}

function byRowKey(row: Element, cell: Element | null): Candidate {
  const key = rowKey(row);
  const isShown = key !== null && key !== false && cell !== null;
  return { row, box: cellBox(cell), id: isShown ? agreed(row, invoiceId(cellText(cell))) : key };
}

function byHeader(row: Element, cell: Element | null): Candidate {
  return { row, box: cellBox(cell), id: cell && agreed(row, invoiceId(cellText(cell))) };
}

/** The cell's id, unless the row's own key speaks against it. */
function agreed(row: Element, id: string | null): string | null | false {
  return id === null || agreesWith(row, id) ? id : false;
}

function isForeign(cell: Element | null): boolean {
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
