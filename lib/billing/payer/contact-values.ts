/** Ten or eleven digits without the country's 55; none for what Asaas would refuse the whole payer for. */
export function phoneOf(text: string | null): string | undefined {
  const digits = (text ?? '').replace(/\D/g, '').replace(/^55(?=\d{10,11}$)/, '');
  // All digits the same: Asaas answers 400 `invalid_mobilePhone`.
  return /^\d{10,11}$/.test(digits) && !/^(\d)\1+$/.test(digits) ? digits : undefined;
}

/** The first address of a field in which IXC's operators put several. */
export function emailOf(text: string | null): string | undefined {
  return (text ?? '')
    .split(/[;,\s]+/)
    .find((address) => /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(address));
}

export function postalCodeOf(text: string | null): string | undefined {
  const digits = (text ?? '').replace(/\D/g, '');
  return digits.length === 8 ? digits : undefined;
}

/** What is written, at most as long as Asaas takes it; undefined: nothing is. */
export function textOf(text: string | null, length = 255): string | undefined {
  const trimmed = (text ?? '').trim().slice(0, length);
  return trimmed === '' ? undefined : trimmed;
}
