export type DocumentKind = 'cpf' | 'cnpj';

/** Upper-case letters and digits of a CPF or CNPJ, without punctuation. Validates nothing. */
export function normaliseDocument(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

/**
 * Modulo-11 check digit. A character is worth its ASCII code − 48, which is the digit itself for 0–9 and
 * the rule of the alphanumeric CNPJ (Instrução Normativa RFB 2.229/2024, in use from July 2026) for A–Z.
 */
function checkDigit(characters: string, highestWeight: number): string {
  let weight = 1;
  let sum = 0;
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    weight = weight === highestWeight ? 2 : weight + 1;
    sum += (characters.charCodeAt(at) - 48) * weight;
  }
  const rest = sum % 11;
  return String(rest < 2 ? 0 : 11 - rest);
}

function checksOut(document: string, highestWeight: number): boolean {
  const base = document.slice(0, -2);
  const first = checkDigit(base, highestWeight);
  return document.endsWith(first + checkDigit(base + first, highestWeight));
}

/** What a CPF or CNPJ (punctuated or not) is, by its check digits; null when it is neither. */
export function documentKind(text: string): DocumentKind | null {
  const document = normaliseDocument(text);
  // 111.111.111-11 and its like satisfy the arithmetic, and are nobody's.
  if (/^(.)\1*$/.test(document)) return null;
  if (/^\d{11}$/.test(document)) return checksOut(document, 11) ? 'cpf' : null;
  if (/^[0-9A-Z]{12}\d{2}$/.test(document)) return checksOut(document, 9) ? 'cnpj' : null;
  return null;
}

/** `123.456.789-09`, `12.345.678/0001-95`; anything of another length comes back normalised only. */
export function formatDocument(text: string): string {
  const document = normaliseDocument(text);
  if (document.length === 11) return document.replace(/^(.{3})(.{3})(.{3})(..)$/, '$1.$2.$3-$4');
  if (document.length === 14) {
    return document.replace(/^(..)(.{3})(.{3})(.{4})(..)$/, '$1.$2.$3/$4-$5');
  }
  return document;
}

/** `***.456.789-**`, `**.***.678/0001-**`; anything of another length is hidden whole. */
export function maskDocument(text: string): string {
  const document = normaliseDocument(text);
  if (document.length === 11) return `***.${document.slice(3, 6)}.${document.slice(6, 9)}-**`;
  if (document.length === 14) return `**.***.${document.slice(5, 8)}/${document.slice(8, 12)}-**`;
  return document === '' ? '' : '***';
}
