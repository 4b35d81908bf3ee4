/** One column of a grid, as the page receives it. */
export interface Column {
  /** `table.column`; becomes `abbr` when the column can be sorted. Empty: the checkbox column. */
  readonly field: string;
  readonly label: string;
  /** Pixels. */
  readonly width: number;
  readonly align: 'left' | 'right' | 'center';
  readonly sortable: boolean;
  readonly hidden: boolean;
  readonly show: Show;
}

/** How the server renders a stored value into a cell. */
export type Show = 'checkbox' | 'date' | 'flag' | 'money' | 'stamp' | 'status' | 'text';

/** A grid of the panel: what it lists, in which columns, and what a double click opens. */
export interface GridModel {
  /** The `<table>` of `/aplicativo/<table>/action/action.php`. */
  readonly path: string;
  /** The table of the base whose records are the rows. */
  readonly table: string;
  readonly title: string;
  readonly columns: readonly Column[];
  /** The column of the row's own id, whether it is shown or not. */
  readonly key: string;
  /** Column first asked for in the search box. */
  readonly searchBy: string;
  /** The form that a double click opens. */
  readonly opens: string;
  /** Buttons of the toolbar: `name` → label. */
  readonly buttons: Readonly<Record<string, string>>;
  /** Has the "Mostrar cancelados" box; the value is its first state. Null: no such box. */
  readonly showsCancelled: boolean | null;
}

type Extra = Partial<Omit<Column, 'field' | 'label' | 'width' | 'show'>>;

export function column(
  field: string,
  label: string,
  width: number,
  show: Show = 'text',
  extra: Extra = {},
): Column {
  const align = show === 'money' ? 'right' : 'left';
  return { field, label, width, show, align, sortable: true, hidden: false, ...extra };
}

/** A column that is in the page, but not displayed until it is chosen. */
export const hidden = { hidden: true } as const;

export const BUTTONS = { novo: 'Novo', editar: 'Editar', deletar: 'Deletar' } as const;
