/** A digit counts as itself, a letter of the alphanumeric CNPJ as its ASCII code less 48. */
function checkDigit(characters: string, weights: readonly number[]): number {
  const sum = weights.reduce(
    (total, weight, index) => total + weight * (characters.charCodeAt(index) - 48),
    0,
  );
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function withCheckDigits(base: string, weights: readonly number[]): string {
  const first = `${base}${String(checkDigit(base, weights.slice(1)))}`;
  return `${first}${String(checkDigit(first, weights))}`;
}

/** The eleven digits of a CPF with valid check digits, made from a small number. */
export function fakeCpf(number: number): string {
  return withCheckDigits(String(number).padStart(9, '0'), [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
}

/**
 * The fourteen characters of a CNPJ with valid check digits.
 *
 * @param root a number, or eight letters and digits in upper case.
 */
export function fakeCnpj(root: number | string, branch = 1): string {
  const base = String(root).padStart(8, '0') + String(branch).padStart(4, '0');
  return withCheckDigits(base, [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
}

/** `000.000.000-00` or `00.000.000/0000-00`, as IXC stores documents. */
export function maskDocument(text: string): string {
  return text.length === 11
    ? text.replace(/(.{3})(.{3})(.{3})(.{2})/, '$1.$2.$3-$4')
    : text.replace(/(.{2})(.{3})(.{3})(.{4})(.{2})/, '$1.$2.$3/$4-$5');
}
