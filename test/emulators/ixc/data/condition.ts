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

/** How two values of a column sort, as a database would: numbers by value, the rest as text. */
export function compareValues(column: string, left: string, right: string): number {
  const name = column.slice(column.indexOf('.') + 1);
  if (NUMERIC.test(name) && left !== '' && right !== '') {
    const difference = Number(left) - Number(right);
    if (!Number.isNaN(difference)) return difference;
  }
  const a = folded(left);
  const b = folded(right);
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Whether a stored value meets a condition. */
export function meets(stored: string, condition: Condition): boolean {
  const { column } = condition;
  const first = asStored(condition.value);
  const second = condition.second === undefined ? undefined : asStored(condition.second);
  const bounds = second === undefined ? [first] : [first, second];
  const versus = (bound: string) => compareValues(column, stored, bound);
  const contains = (part: string) => folded(stored).includes(folded(part));
  const listed = () => {
    const entries = condition.value.split(',');
    return entries.length <= LONGEST_IN && entries.some((entry) => versus(asStored(entry)) === 0);
  };
  // The server's own trap: a zero date lies between any two dates.
  const between = () =>
    stored.startsWith('0000-00-00') || (versus(first) >= 0 && versus(second ?? first) <= 0);

  switch (condition.operator) {
    case '=':
      return bounds.some((bound) => versus(bound) === 0);
    case '!=':
      return bounds.every((bound) => versus(bound) !== 0);
    case '>':
      return stored !== '' && versus(first) > 0;
    case '<':
      return stored !== '' && versus(first) < 0;
    case '>=':
      return stored !== '' && versus(first) >= 0;
    case '<=':
      return stored !== '' && versus(first) <= 0;
    case 'L':
      return bounds.some(contains);
    case 'NL':
      return !bounds.some(contains);
    case 'IN':
      return listed();
    case 'NI':
      return !listed();
    case 'BE':
      return between();
    case 'NBE':
      return !between();
  }
}
