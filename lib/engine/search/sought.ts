import { documentKind, normaliseDocument } from '../../billing/document.ts';

/** What a person looks for. */
export type Sought =
  | { readonly kind: 'invoice'; readonly id: string }
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'name'; readonly name: string };

/** Fewer letters begin the names of half the town. */
const FEWEST_LETTERS = 3;

/**
 * A whole CPF or CNPJ is a customer, other digits are an invoice, three letters and more begin a name; null
 * for anything else.
 */
export function soughtBy(text: string): Sought | null {
  const trimmed = text.trim();
  if (documentKind(trimmed) !== null) {
    return { kind: 'document', document: normaliseDocument(trimmed) };
  }
  const [, id] = /^0*([1-9]\d{0,14})$/.exec(trimmed) ?? [];
  if (id !== undefined) return { kind: 'invoice', id };
  const letters = trimmed.match(/\p{L}/gu)?.length ?? 0;
  return letters >= FEWEST_LETTERS ? { kind: 'name', name: trimmed } : null;
}
