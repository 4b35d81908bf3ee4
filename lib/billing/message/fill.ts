import { fail, ok, type Result } from '../result.ts';
import type { TemplateLine, Variable } from './template.ts';

/** What each variable stands for in one message; null: this charge, customer or setup has none. */
export type Values = Readonly<Record<Variable, string | null>>;

/** The variables that the message cannot do without, and that have nothing to stand for. */
export interface MissingValues {
  readonly code: 'missing-values';
  readonly variables: readonly Variable[];
}

/** A line that only offers a way to pay, or says who writes, may be left out; a sum or a date never is. */
const MAY_BE_LEFT_OUT: ReadonlySet<Variable> = new Set([
  'link',
  'linha_digitavel',
  'pix',
  'provedor',
  'endereco',
  'cnpj',
]);
const WAYS_TO_PAY: readonly Variable[] = ['link', 'linha_digitavel', 'pix'];

/**
 * Fills a template in one pass: what a value contains is never read as a template again. A line whose
 * variable has no value is left out with its variable, so that no label stands alone. Refused when what is
 * missing may not be, or when nothing would be left of the ways to pay it names.
 */
export function fillTemplate(
  lines: readonly TemplateLine[],
  values: Values,
): Result<string, MissingValues> {
  const named = new Set(lines.flatMap(variablesOf));
  const without = [...named].filter((variable) => (values[variable] ?? '') === '');
  const missing = without.filter((variable) => !MAY_BE_LEFT_OUT.has(variable));
  const ways = WAYS_TO_PAY.filter((variable) => named.has(variable));
  if (ways.length > 0 && ways.every((variable) => without.includes(variable)))
    missing.push(...ways);
  if (missing.length > 0) {
    return fail({ code: 'missing-values', variables: [...new Set(missing)] });
  }
  const kept = lines.filter((line) => !variablesOf(line).some((each) => without.includes(each)));
  const text = kept.map((line) => filledLine(line, values)).join('\n');
  return ok(text.replace(/\n{3,}/g, '\n\n').trim());
}

function filledLine(line: TemplateLine, values: Values): string {
  return line
    .map((piece) => (typeof piece === 'string' ? piece : (values[piece.variable] ?? '')))
    .join('');
}

/** The variables of a line. */
function variablesOf(line: TemplateLine): Variable[] {
  return line.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.variable]));
}
