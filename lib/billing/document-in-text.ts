import { documentKind } from './document.ts';

const LIKE_ONE = /\d[\d./-]{9,16}\d/g;

/** Whether a free text holds somebody's CPF or CNPJ, punctuated or not. */
export function holdsDocument(text: string): boolean {
  return (text.match(LIKE_ONE) ?? []).some((found) => documentKind(found) !== null);
}
