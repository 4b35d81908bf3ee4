/** Digits only, as the API stores CPF, CNPJ and phone numbers. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Whether the digits are a CPF or CNPJ with valid check digits; repeated digits are none. */
export function isTaxDocument(digits: string): boolean {
  if (/^(\d)\1*$/.test(digits)) return false;
  if (digits.length === 11) return endsWithCheckDigits(digits, 9, 11);
  if (digits.length === 14) return endsWithCheckDigits(digits, 12, 9);
  return false;
}

/** Both documents use modulo 11; the CPF's weights grow without end, the CNPJ's restart after 9. */
function endsWithCheckDigits(digits: string, base: number, highestWeight: number): boolean {
  const checkDigit = (length: number) => {
    let sum = 0;
    for (let index = 0; index < length; index += 1) {
      const weight = ((length - 1 - index) % (highestWeight - 1)) + 2;
      sum += Number(digits[index]) * weight;
    }
    const rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return (
    checkDigit(base) === Number(digits[base]) && checkDigit(base + 1) === Number(digits[base + 1])
  );
}
