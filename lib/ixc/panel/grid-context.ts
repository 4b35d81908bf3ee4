import { headerWord } from './cell-text.ts';
import { columnNames, frameOf } from './grid-header.ts';
import { INVOICE_HEADERS, NOT_RECEIVABLE, RECEIVABLE, SELECTORS } from './selectors.ts';

/** Ids that say only that a table is a grid: the main list of the older generation. */
const NO_NAME = /^(grid_?\d*|\d+_grid)?$/;
/** `fn_areceber`, or a sub-grid or relation of it; not what merely begins with it, as receipts do. */
const INVOICES = /(^|_)areceber$/;
const OWN_COLUMN = 'fn_areceber.';

/** What a table's own names, `data-nome` and the id of a sub-grid (`<form>_<table>`), say of its rows. */
export function namedAs(table: HTMLTableElement): 'invoices' | 'another' | 'nothing' {
  const names = [table.dataset['nome'] ?? '', table.id].filter((name) => !NO_NAME.test(name));
  if (names.length === 0) return 'nothing';
  return names.every((name) => INVOICES.test(name)) ? 'invoices' : 'another';
}

/** True when a column belongs to a table other than the invoices. */
export function isForeign(abbr: string): boolean {
  return abbr.includes('.') && !abbr.startsWith(OWN_COLUMN);
}

/** True when the grid's title or its window's says that these are bills to pay. */
export function isPayable(table: HTMLTableElement): boolean {
  const form = table.closest('form');
  // Behind the dash is the record's own name, and a customer may be called anything.
  const [window = ''] = (form?.querySelector(SELECTORS.windowTitle)?.textContent ?? '').split(
    ' - ',
  );
  return [titleOf(table), headerWord(window)].some((text) => NOT_RECEIVABLE.test(text));
}

/** True when what stands around the table says that it lists invoices: its title, its tab, its window. */
export function isAmongInvoices(table: HTMLTableElement): boolean {
  // Inside an invoice's own window are its receipts and its history, whatever they are called.
  const form = table.closest('form');
  if (form && INVOICES.test(form.getAttribute('name') ?? '')) return false;
  const title = titleOf(table);
  if (title !== '') return RECEIVABLE.test(title);
  const tab = form && tabOf(table, form);
  if (tab) return RECEIVABLE.test(tab);
  return !!table.closest(SELECTORS.listWindow)?.querySelector(SELECTORS.invoiceListClose);
}

/** True when the columns are an invoice's, by their names or, where no column has one, by their texts. */
export function hasInvoiceColumns(table: HTMLTableElement, headers: readonly string[]): boolean {
  const names = columnNames(table);
  if (names.length === 0) {
    return [INVOICE_HEADERS.dueDate, INVOICE_HEADERS.value].every((word) => headers.includes(word));
  }
  return names.filter((name) => name.startsWith(OWN_COLUMN)).length > 1 && !isKeyedByAnother(names);
}

/** The first column that is some table's id tells whose record a row is. */
export function isKeyedByAnother(names: readonly string[]): boolean {
  return isForeign(names.find((name) => name.endsWith('.id')) ?? '');
}

function titleOf(table: HTMLTableElement): string {
  return headerWord(frameOf(table)?.querySelector(SELECTORS.gridTitle)?.textContent ?? '');
}

/** The text of the tab that shows the panel around the table. */
function tabOf(table: HTMLTableElement, form: Element): string | null {
  const panel = table.closest(SELECTORS.tabPanel)?.id;
  const tabs = [...form.querySelectorAll(SELECTORS.tab)];
  const tab = panel ? tabs.find((one) => one.getAttribute('rel') === panel) : undefined;
  return tab ? headerWord(tab.textContent) : null;
}
