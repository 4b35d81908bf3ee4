/** What a description may say of a charge, by the name of its place in the template. */
export type DescriptionField = 'titulo' | 'vencimento' | 'documento' | 'contrato' | 'provedor';

/** Asaas takes 500 characters; the attempt code follows, and a boleto prints only the first lines. */
const MAX_LENGTH = 300;
const MAX_FIELD_LENGTH = 60;

/** What may stand between two parts of a template. A comma or a dash within a word is no separator. */
const SEPARATOR = /(\s+[·|–—-]\s+|\s*[,;]\s+|\s*\n\s*)/;
const PLACE = /\{(titulo|vencimento|documento|contrato|provedor)\}/g;

/** A part with its places filled; null when a value for one of them is missing. */
function filled(
  part: string,
  values: Readonly<Record<DescriptionField, string | null>>,
): string | null {
  const valueOf = (name: string) => values[name as DescriptionField]?.trim() ?? '';
  const names = [...part.matchAll(PLACE)].flatMap(([, name]) => name ?? []);
  if (names.some((name) => valueOf(name) === '')) return null;
  return part.replace(PLACE, (_place, name: string) => valueOf(name).slice(0, MAX_FIELD_LENGTH));
}

/**
 * What the payer reads on the charge. A part of the template that names a missing value disappears, and
 * the separator before it too. The places are all there is: nothing of the person can get in.
 */
export function describeCharge(
  template: string,
  values: Readonly<Record<DescriptionField, string | null>>,
): string {
  let text = '';
  let separator = '';
  for (const [index, piece] of template.split(SEPARATOR).entries()) {
    // The pieces alternate: part, separator, part …
    if (index % 2 === 1) {
      separator = piece;
      continue;
    }
    const part = filled(piece, values);
    if (part !== null && part.trim() !== '') text += text === '' ? part : separator + part;
  }
  const short = text.trim().slice(0, MAX_LENGTH);
  // A cut through a surrogate pair would leave half a character, which is not valid UTF-8 on the wire.
  const whole = short.replace(/[\ud800-\udbff]$/, '').trimEnd();
  return whole === '' ? `Título ${values.titulo ?? ''}`.trimEnd() : whole;
}
