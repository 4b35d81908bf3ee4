/**
 * What the content script knows about the DOM of `adm.php`: every selector, once, as data. The counts
 * that each must match on the fixtures are in `test/unit/ixc/panel/selectors.test.ts`, which runs all
 * of them in a real browser.
 */
export const SELECTORS = {
  /** The invoice's own id in a row. IXC writes `abbr` only on sortable columns, so it may be missing. */
  idCell: 'td[abbr="fn_areceber.id"]',
  /** A cell that names its column; a row without any says nothing about its table. */
  namedCell: 'td[abbr*="."]',
  /** Tables whose rows are invoices whatever their cells say (client, contract and main list). */
  invoiceTable:
    'table[id$="_rel_areceber"], table[data-nome="fn_areceber"], table[data-nome$="_rel_areceber"]',
  /** Tables that IXC draws as a grid. Nothing inside them is watched before it is known to be invoices. */
  gridTable: '.bDiv table, table[data-nome], table[id$="_rel_areceber"]',
  /** The same for a table outside the usual frame: its own rows carry column names or record keys. */
  gridRow:
    ':scope > * > tr[data-valorcampoautoincrement], :scope > * > tr > td[abbr*="."], :scope > tr > td[abbr*="."]',
  /** The body of a grid; its parent is the frame that also holds the title and the header. */
  gridBody: '.bDiv',
  bodyTable: ':scope > .bDiv table',
  /** Header cells are in another table than the rows, aligned with them by position. */
  headerCell: ':scope > .hDiv th',
  gridHeader: '.hDiv',
  headerTable: ':scope > .hDiv table',
  gridTitle: ':scope > .mDiv .ftitle',
  windowTitle: ':scope > .mDiv .ftitle',
} as const;

/** Attributes by which a row names its record. `data-campoautoincrement` names the key's field. */
export const ROW_KEYS = {
  field: 'data-campoautoincrement',
  values: ['data-valorcampoautoincrement', 'data-id'],
} as const;

/** Where a mark may sit, best first: abbr of the column, and its header text where `abbr` is missing. */
export const PLACES = [
  { abbr: 'fn_areceber.id', header: 'id' },
  { abbr: 'fn_areceber.status', header: 'status' },
  { abbr: 'fn_areceber.data_vencimento', header: 'vencimento' },
  { abbr: 'fn_areceber.valor', header: 'valor' },
] as const;

/** A grid with these headers shows invoices, unless something in it says otherwise. */
export const INVOICE_HEADERS = { id: 'id', dueDate: 'vencimento', value: 'valor' } as const;

/** Words in a title or a header of a grid that has the same columns but holds what the provider owes. */
export const NOT_RECEIVABLE = /\bpagar\b|\bfornecedor/;

/** Everything of ours in the page, to take away what an older copy of the script left behind. */
export const OWN = {
  mark: 'data-ixa-invoice',
  action: 'data-ixa-action',
  status: 'data-ixa-status',
  drawer: 'data-ixa-drawer',
  notice: 'data-ixa-notice',
} as const;
