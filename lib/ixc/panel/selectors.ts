/**
 * What the content script knows about the DOM of `adm.php`: every selector, once, as data. The counts
 * that each must match on the fixtures are in `test/dom/panel/selectors.test.ts`, which runs all
 * of them in a real browser.
 */
export const SELECTORS = {
  /** The invoice's own id in a row. IXC writes `abbr` only on sortable columns, so it may be missing. */
  idCell: 'td[abbr="fn_areceber.id"]',
  /** The id of any table's record that a joined grid shows. */
  anyIdCell: 'td[abbr$=".id"]',
  /** A cell that names its column; a row without any says nothing about its table. */
  namedCell: 'td[abbr*="."]',
  /** Tables whose rows are invoices whatever their cells say (client, contract and main list). */
  invoiceTable:
    'table[id$="_rel_areceber"], table[id$="_fn_areceber"], table[data-nome="fn_areceber"], table[data-nome$="_rel_areceber"]',
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
  /** A main list, whose close link is named after its table where the table itself has no name. */
  listWindow: '[id$="_grid"]',
  invoiceListClose: 'a[id="fn_areceber_btn_close"]',
  /** Tabs of a form; `rel` is the id of the panel that a tab shows. */
  tab: 'a.tabTitle',
  tabPanel: '.panel',
  contractForm: 'form[name="cliente_contrato"]',
  /** IXC's own settings, where a script of the page itself writes them out. */
  inlineScript: 'script:not([src])',
  /** The name of whoever is logged in. */
  userName: '.menu-user-name span',
  /** Of a page without a session, which shows the login in a frame. */
  loginFrame: 'iframe[src*="/app/login"]',
} as const;
export type SelectorName = keyof typeof SELECTORS;

/** What the code asks the `:scope` selectors of, for whoever counts them on a whole page. */
export const SCOPES: Partial<Record<SelectorName, string>> = {
  gridRow: '.bDiv table',
  bodyTable: '.flexigrid',
  headerCell: '.flexigrid',
  headerTable: '.flexigrid',
  gridTitle: '.flexigrid',
  windowTitle: 'form',
};

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

/** Words in the title of a grid, or of its tab, without which header texts prove nothing. */
export const RECEIVABLE = /\breceber\b|\btitulos?\b|\bfinanceiro\b/;

/** The status cell of a row, and what it reads, in header words, while an invoice is open. */
export const STATUS = { abbr: 'fn_areceber.status', header: 'status' } as const;
export const OPEN_WORDS: readonly string[] = ['a receber', 'parcial'];

/** Everything of ours in the page, to take away what an older copy of the script left behind. */
export const OWN = {
  mark: 'data-ixa-invoice',
  action: 'data-ixa-action',
  status: 'data-ixa-status',
  /** On a mark whose cell has room for the icon only. */
  small: 'data-ixa-small',
  /** The button beside a badge, and on a mark whose cell has no room for it. */
  copy: 'data-ixa-copy',
  tight: 'data-ixa-tight',
  /** On a mark whose charge has another due date than IXC. */
  still: 'data-ixa-still',
  /** The menu of that button, with the invoice's id, and what each of its items copies. */
  menu: 'data-ixa-menu',
  copied: 'data-ixa-copied',
  drawer: 'data-ixa-drawer',
  palette: 'data-ixa-palette',
  notice: 'data-ixa-notice',
  /** Holds the shadow root with the toasts, each with the id of its invoice. */
  toasts: 'data-ixa-toasts',
  toast: 'data-ixa-toast',
} as const;
