/** A sub-grid in a tab; its table's id is `<form>_<path>`. */
export interface SubGrid {
  /** Path of the grid model. */
  readonly path: string;
  /** The column that must equal the open record's id. */
  readonly relation: string;
}

export interface Tab {
  readonly title: string;
  /** Columns of the record: name → label. */
  readonly fields: Readonly<Record<string, string>>;
  /** Its grids' list of rows belongs to the open record. */
  readonly grid: SubGrid | null;
  /** The tab is in the page, not displayed. */
  readonly hidden: boolean;
}

/** A form window of the panel. */
export interface FormModel {
  /** `form[name]`, and the table of the record. */
  readonly name: string;
  readonly title: string;
  readonly tabs: readonly Tab[];
  /** Fields that point at another record: name → the form that their lookup button opens. */
  readonly lookups: Readonly<Record<string, string>>;
}

export function tab(
  title: string,
  fields: Tab['fields'],
  grid: SubGrid | null = null,
  hidden = false,
): Tab {
  return { title, fields, grid, hidden };
}

/** A form of one tab, with that tab's fields. */
export function simpleForm(
  name: string,
  title: string,
  fields: Tab['fields'],
  lookups: FormModel['lookups'] = {},
): FormModel {
  return { name, title, lookups, tabs: [tab(title, fields)] };
}
