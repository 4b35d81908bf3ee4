/** Digits only, as the API stores CPF, CNPJ and phone numbers. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Letters and digits only: since July 2026 a CNPJ may have letters. */
export function documentOf(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/** Whether it is a CPF or CNPJ with valid check digits; one character repeated is none. */
export function isTaxDocument(document: string): boolean {
  if (/^(.)\1*$/.test(document)) return false;
  if (/^\d{11}$/.test(document)) return endsWithCheckDigits(document, 9, 11);
  if (/^[0-9A-Z]{12}\d{2}$/.test(document)) return endsWithCheckDigits(document, 12, 9);
  return false;
}

/**
 * Both documents use modulo 11; the CPF's weights grow without end, the CNPJ's restart after 9. A letter
 * counts as its ASCII code less 48.
 */
function endsWithCheckDigits(document: string, base: number, highestWeight: number): boolean {
  const checkDigit = (length: number) => {
    let sum = 0;
    for (let index = 0; index < length; index += 1) {
      const weight = ((length - 1 - index) % (highestWeight - 1)) + 2;
      sum += (document.charCodeAt(index) - 48) * weight;
    }
    const rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return (
    checkDigit(base) === Number(document[base]) &&
    checkDigit(base + 1) === Number(document[base + 1])
  );
}
