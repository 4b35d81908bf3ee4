/** One record as IXC keeps and answers it: every value is a string. */
export type Row = Record<string, string>;

/** The value of a column, `''` when the record lacks it. */
export function value(row: Row, column: string): string {
  return row[column] ?? '';
}

/** A record whose columns, named in one space-separated line, all hold the same value. */
export function columns(names: string, content = ''): Row {
  return Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, content]),
  );
}

/** Cents as the webservice writes money: dot and two decimals. */
export function money(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** The inverse of `money`; `''` counts as zero. */
export function cents(amount: string): number {
  return Math.round(Number(amount) * 100);
}
