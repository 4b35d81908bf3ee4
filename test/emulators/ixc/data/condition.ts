/** One condition as `qtype`/`oper`/`query` or an entry of `grid_param` states it. */
export interface Condition {
  /** `table.column`. */
  readonly column: string;
  readonly operator: Operator;
  readonly value: string;
  /** `P2`: the upper bound of BE and NBE, a second value for the others. */
  readonly second?: string;
}

const OPERATORS = ['=', '!=', '>', '<', '>=', '<=', 'L', 'NL', 'IN', 'NI', 'BE', 'NBE'] as const;
export type Operator = (typeof OPERATORS)[number];

/** The operator of that name, undefined for any other text. */
export function operator(name: string): Operator | undefined {
  return OPERATORS.find((one) => one === name);
}

/** A list of more entries than this is ignored by the server, without a word: nothing is found. */
const LONGEST_IN = 1000;

const NUMERIC = /^(id|id_\w+|filial_id|\w*_id|valor\w*|\w+_valor)$/;

/** The database compares text without case and accents. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Dates may be asked for as `dd/mm/aaaa`; they are kept as `aaaa-mm-dd`. */
function asStored(text: string): string {
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text.trim()) ?? [];
  return year === undefined ? text.trim() : `${year}-${String(month)}-${String(day)}`;
}

/** A value as the database compares it: numbers by value, the rest as folded text. */
function comparable(column: string, text: string): number | string {
  const name = column.slice(column.indexOf('.') + 1);
  const number = NUMERIC.test(name) && text !== '' ? Number(text) : Number.NaN;
  return Number.isNaN(number) ? folded(text) : number;
}

/** How two values of a column sort. */
export function compareValues(column: string, left: string, right: string): number {
  const a = comparable(column, left);
  const b = comparable(column, right);
  if (a === b) return 0;
  if (typeof a !== typeof b) return typeof a === 'number' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Whether stored values meet a condition. */
export function predicate(condition: Condition): (stored: string) => boolean {
  const { column, second } = condition;
  const first = asStored(condition.value);
  const bounds = second === undefined ? [first] : [first, asStored(second)];
  const [low = '', high = low] = bounds;
  const versus = (stored: string, bound: string) => compareValues(column, stored, bound);
  const equals = (stored: string) => bounds.some((bound) => versus(stored, bound) === 0);
  const contains = (stored: string) => bounds.some((part) => folded(stored).includes(folded(part)));
  // The server's own trap: a zero date lies between any two dates.
  const between = (stored: string) =>
    stored.startsWith('0000-00-00') || (versus(stored, low) >= 0 && versus(stored, high) <= 0);
  const entries = condition.value.split(',');
  const set = new Set(
    entries.length > LONGEST_IN ? [] : entries.map((entry) => comparable(column, asStored(entry))),
  );
  const listed = (stored: string) => set.has(comparable(column, stored));

  switch (condition.operator) {
    case '=':
      return equals;
    case '!=':
      return (stored) => !equals(stored);
    case '>':
      return (stored) => stored !== '' && versus(stored, low) > 0;
    case '<':
      return (stored) => stored !== '' && versus(stored, low) < 0;
    case '>=':
      return (stored) => stored !== '' && versus(stored, low) >= 0;
    case '<=':
      return (stored) => stored !== '' && versus(stored, low) <= 0;
    case 'L':
      return contains;
    case 'NL':
      return (stored) => !contains(stored);
    case 'IN':
      return listed;
    case 'NI':
      return (stored) => !listed(stored);
    case 'BE':
      return between;
    case 'NBE':
      return (stored) => !between(stored);
  }
}
