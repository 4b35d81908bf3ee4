import { fail, ok, type Result } from '../result.ts';

/** What a template may name in braces, and in which order they are listed to whoever writes one. */
export const VARIABLES = [
  'primeiro_nome',
  'valor',
  'vencimento',
  'link',
  'linha_digitavel',
  'pix',
  'total',
  'lista',
  'provedor',
  'endereco',
  'cnpj',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** A line of a template: text between variables, in their order. */
export type TemplateLine = readonly (string | { readonly variable: Variable })[];

/** `unknown-variable`: `name` is what stood in the braces. `stray-brace`: `name` is the line it stands in. */
export interface TemplateProblem {
  readonly code: 'unknown-variable' | 'stray-brace' | 'empty' | 'too-long';
  readonly name: string;
}

/** Longer ones are no message, but a letter. Characters. */
export const LONGEST_TEMPLATE = 2000;

const PIECE = /\{([^{}\n]*)\}|([^{}]+)|([{}])/g;

/**
 * Reads a template: text with variables in braces, such as `{primeiro_nome}`. Nothing else in it means
 * anything, and nothing in it is ever run. One that names what there is not is refused with that name.
 */
export function parseTemplate(text: string): Result<readonly TemplateLine[], TemplateProblem> {
  if (text.trim() === '') return fail({ code: 'empty', name: '' });
  if (text.length > LONGEST_TEMPLATE) return fail({ code: 'too-long', name: String(text.length) });
  const lines: TemplateLine[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const pieces: TemplateLine[number][] = [];
    for (const [whole, named, plain] of line.matchAll(PIECE)) {
      if (plain !== undefined) pieces.push(plain);
      else if (named === undefined) return fail({ code: 'stray-brace', name: line.trim() });
      else if (isVariable(named)) pieces.push({ variable: named });
      else return fail({ code: 'unknown-variable', name: whole.slice(1, -1) });
    }
    lines.push(pieces);
  }
  return ok(lines);
}

/** The template again, word for word. */
export function writeTemplate(lines: readonly TemplateLine[]): string {
  return lines
    .map((line) =>
      line.map((piece) => (typeof piece === 'string' ? piece : `{${piece.variable}}`)).join(''),
    )
    .join('\n');
}

function isVariable(name: string): name is Variable {
  return (VARIABLES as readonly string[]).includes(name);
}
