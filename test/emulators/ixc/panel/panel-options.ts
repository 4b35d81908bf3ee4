/** The two shapes that panels in use have: stock-looking Flexigrid (A), and the restyled one (B). */
export type Generation = 'A' | 'B';

/** How columns of a grid deviate; fields as `table.column`. */
export interface ColumnOptions {
  /** Cannot be sorted, and so have no `abbr`, neither in the header nor in the rows. */
  readonly unsortable?: readonly string[] | 'all';
  /** Left out in the column chooser: in the page, not displayed. */
  readonly hidden?: readonly string[];
  /** Not in the grid at all; the rows keep their keys. */
  readonly removed?: readonly string[];
}

/** How the emulated panel looks and errs; what concerns columns holds for every grid. */
export interface PanelOptions extends ColumnOptions {
  /** Default B. */
  readonly generation?: Generation;
  /** A visitor of `adm.php` is logged in at once, default true; false shows the login. */
  readonly autoLogin?: boolean;
  /** The Content-Security-Policy of the panel's pages; default none. */
  readonly csp?: string | null;
  /** Whether the status column of the Financeiro tabs can be sorted, and so has `abbr`; default false. */
  readonly statusSortable?: boolean;
  /** Rows per page at first; default 25. */
  readonly rowsPerPage?: number;
  /** By the grid's path, added to what holds for every grid. */
  readonly grids?: Readonly<Record<string, ColumnOptions>>;
  /**
   * Rows of invoices whose key attribute names another invoice than their id cell: all, every third, or
   * none, the default.
   */
  readonly contradictory?: boolean | 'some';
  /** `S`: contracts are billed by fatura, and their window shows Faturas in place of Financeiro. Default N. */
  readonly geracaoPorFatura?: 'S' | 'N';
}

/** The options with everything that was left out. */
export function panelOptions(options: PanelOptions = {}): Required<PanelOptions> {
  return {
    generation: 'B',
    autoLogin: true,
    csp: null,
    statusSortable: false,
    rowsPerPage: 25,
    unsortable: [],
    hidden: [],
    removed: [],
    grids: {},
    contradictory: false,
    geracaoPorFatura: 'N',
    ...options,
  };
}
