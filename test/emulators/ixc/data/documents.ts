function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * (digits[index] ?? 0), 0);
  const rest = sum % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function withCheckDigits(base: string, first: readonly number[], second: readonly number[]) {
  const digits = [...base].map(Number);
  digits.push(checkDigit(digits, first));
  digits.push(checkDigit(digits, second));
  return digits.join('');
}

/** The eleven digits of a CPF with valid check digits, made from a small number. */
export function fakeCpf(number: number): string {
  const weights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];
  return withCheckDigits(String(number).padStart(9, '0'), weights.slice(1), weights);
}

/** The fourteen digits of a CNPJ with valid check digits. */
export function fakeCnpj(root: number, branch = 1): string {
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const base = String(root).padStart(8, '0') + String(branch).padStart(4, '0');
  return withCheckDigits(base, weights.slice(1), weights);
}

/** `000.000.000-00` or `00.000.000/0000-00`, as IXC stores documents. */
export function maskDocument(digits: string): string {
  return digits.length === 11
    ? digits.replace(/(\d{3})(\d{3})(\d{3})(\d{2})/, '$1.$2.$3-$4')
    : digits.replace(/(\d{2})(\d{3})(\d{3})(\d{4})(\d{2})/, '$1.$2.$3/$4-$5');
}
