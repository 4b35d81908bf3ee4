import type { GridCheck } from '../../messages/panel.ts';
import { cellText, invoiceId } from './cell-text.ts';
import {
  hasInvoiceColumns,
  isAmongInvoices,
  isForeign,
  isKeyedByAnother,
  isPayable,
  namedAs,
} from './grid-context.ts';
import { columnNames, headerWords } from './grid-header.ts';
import { cellAt, cellBox } from './placement.ts';
import { agreesWith, rowKey } from './row-key.ts';
import { INVOICE_HEADERS, NOT_RECEIVABLE, SELECTORS } from './selectors.ts';

/** A row that shows an invoice. */
export interface InvoiceRow {
  readonly id: string;
  readonly row: Element;
  /** The box of the cell that shows the id, where there is one. */
  readonly box: Element | null;
}

/** What a table turned out to show. */
export interface GridReading extends Pick<GridCheck, 'by' | 'disagreeing'> {
  readonly rows: readonly InvoiceRow[];
}

/** A row, and its invoice's id: null when it names none, `false` when what it says about it disagrees. */
type Candidate = Omit<InvoiceRow, 'id'> & { readonly id: string | null | false };
type Found = { readonly by: GridCheck['by']; readonly candidates: readonly Candidate[] };

const DATE = /^\d{2}\/\d{2}\/\d{4}$/;

/**
 * The rows of a table that show an invoice; null when the table is no invoice grid. That is decided by the
 * safest evidence first: the id cell that names its column; a table known to hold invoices, by the rows'
 * keys; the header texts. Anything else is no invoice grid: a wrong badge is worse than none.
 *
 * When most rows disagree with themselves, the grid is keyed by something else (receipts that show their
 * invoice's columns, say), and a row that agrees does so by chance: then there are none.
 */
export function readGrid(table: HTMLTableElement): GridReading | null {
  const found = find(table);
  if (!found) return null;
  const rows: InvoiceRow[] = [];
  let disagreeing = 0;
  let last: Element | null = null;
  for (const candidate of found.candidates) {
    if (candidate.row === last) continue;
    last = candidate.row;
    if (candidate.id === false) disagreeing += 1;
    else if (candidate.id !== null) rows.push(candidate as InvoiceRow);
  }
  if (disagreeing > rows.length) return { by: 'none', rows: [], disagreeing };
  return { by: found.by, rows, disagreeing };
}

function find(table: HTMLTableElement): Found | null {
  if (isPayable(table)) return null;
  const idCells = table.querySelectorAll(SELECTORS.idCell);
  const [first] = idCells;
  if (first?.closest('table') === table) {
    const isDoubtful =
      namedAs(table) === 'another' ||
      isKeyedByAnother(columnNames(table, first.parentElement ?? first));
    const check = isDoubtful ? proven : agreed;
    return { by: 'abbr', candidates: Array.from(idCells, (cell) => byIdCell(cell, check)) };
  }
  if (table.rows.length === 0) return null;
  const headers = headerWords(table);
  return byKeys(table, headers) ?? byHeaders(table, headers);
}

function byKeys(table: HTMLTableElement, headers: readonly string[]): Found | null {
  const name = namedAs(table);
  const isKnown =
    table.matches(SELECTORS.invoiceTable) ||
    (name === 'nothing' && isAmongInvoices(table) && hasInvoiceColumns(table, headers));
  if (!isKnown || name === 'another') return null;
  const idColumn = headers.indexOf(INVOICE_HEADERS.id);
  const candidates = Array.from(table.rows, (row) => byRowKey(row, cellAt(row, idColumn)));
  return candidates.every(({ id }) => id === null) ? null : { by: 'row-key', candidates };
}

function byHeaders(table: HTMLTableElement, headers: readonly string[]): Found | null {
  const name = namedAs(table);
  const column = (word: string): number =>
    headers.indexOf(word) === headers.lastIndexOf(word) ? headers.indexOf(word) : -1;
  const { id, dueDate, value } = INVOICE_HEADERS;
  const wanted = [column(id), column(dueDate), column(value)];
  const [idColumn = -1, dueColumn = -1] = wanted;
  if (
    wanted.includes(-1) ||
    headers.some((text) => NOT_RECEIVABLE.test(text)) ||
    name === 'another' ||
    (name === 'nothing' && !isAmongInvoices(table)) ||
    isKeyedByAnother(columnNames(table))
  ) {
    return null;
  }
  const candidates = Array.from(table.rows)
    .filter((row) => row.children.length === headers.length)
    // Joined grids mix columns of several tables: those that decide must not be another's.
    .filter((row) => !wanted.some((at) => isForeign(cellAt(row, at)?.getAttribute('abbr') ?? '')))
    .filter((row) => DATE.test(textAt(row, dueColumn)))
    .map((row) => byHeader(row, cellAt(row, idColumn)));
  return candidates.length === 0 ? null : { by: 'header', candidates };
}

function byIdCell(cell: Element, check: typeof agreed): Candidate {
  const row = cell.parentElement ?? cell;
  const box = cellBox(cell);
  return { row, box, id: check(row, invoiceId(cellText(box ?? cell))) };
}

function byRowKey(row: Element, cell: Element | null): Candidate {
  const key = rowKey(row);
  if (!key) return { row, box: cellBox(cell), id: key };
  const isForeignCell = isForeign(cell?.getAttribute('abbr') ?? '');
  const shown = cell && !isForeignCell ? agreed(row, invoiceId(cellText(cell))) : key;
  return { row, box: isForeignCell ? null : cellBox(cell), id: shown };
}

function byHeader(row: Element, cell: Element | null): Candidate {
  return { row, box: cellBox(cell), id: cell && agreed(row, invoiceId(cellText(cell))) };
}

/** The cell's id, unless the row's own key speaks against it. */
function agreed(row: Element, id: string | null): string | null | false {
  return id === null || agreesWith(row, id) ? id : false;
}

/** The cell's id only when the row's key says the same, and is not as well another table's. */
function proven(row: Element, id: string | null): string | null | false {
  if (id === null) return null;
  const isAnothers = [...row.querySelectorAll(SELECTORS.anyIdCell)].some(
    (cell) => isForeign(cell.getAttribute('abbr') ?? '') && cellText(cell) === id,
  );
  return !isAnothers && rowKey(row) === id && id;
}

function textAt(row: Element, column: number): string {
  const cell = cellAt(row, column);
  return cell ? cellText(cell) : '';
}
