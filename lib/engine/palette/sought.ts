import { documentKind, normaliseDocument } from '../../billing/document.ts';
import type { FoundBy } from '../../messages/palette.ts';

/** One thing that a text may mean. `value`: an id, digits of a telephone, a document, or a name's beginning. */
export interface Meaning {
  readonly kind: FoundBy;
  readonly value: string;
}

/** Fewer letters begin the names of half the town. */
const FEWEST_LETTERS = 3;
/** Longer ones are no id of an invoice: such a number is a CPF, a CNPJ or a telephone and nothing else. */
const LONGEST_ID = 15;

/**
 * Everything that a text may mean, an invoice first. Eleven digits can be an invoice, a mobile telephone and
 * a CPF at once, and only the operator knows which: all of them are looked for. Nothing: too short.
 */
export function meaningsOf(text: string): readonly Meaning[] {
  const trimmed = text.trim();
  const meanings: Meaning[] = [];
  const digits = trimmed.replace(/\D/g, '');
  if (/^\d+$/.test(trimmed)) {
    const id = trimmed.replace(/^0+/, '');
    if (id !== '' && id.length <= LONGEST_ID) meanings.push({ kind: 'invoice', value: id });
  }
  const isDocument = documentKind(trimmed) !== null;
  // With dots in it, it was written as a document.
  const phone = isDocument && trimmed.includes('.') ? null : phoneOf(trimmed, digits);
  if (phone !== null) meanings.push({ kind: 'phone', value: phone });
  if (isDocument) {
    meanings.push({ kind: 'document', value: normaliseDocument(trimmed) });
  }
  if (meanings.length > 0) return meanings;
  const letters = trimmed.match(/\p{L}/gu)?.length ?? 0;
  return letters >= FEWEST_LETTERS ? [{ kind: 'name', value: trimmed }] : [];
}

/** Area code and number, with or without `+55` or `0` before them; null when it is no telephone. */
function phoneOf(text: string, digits: string): string | null {
  if (!/^[+\d\s().-]+$/.test(text)) return null;
  const national = digits.replace(/^(55(?=\d{10,11}$)|0(?=\d{10,11}$))/, '');
  return /^[1-9][1-9](9\d{8}|[2-5]\d{7})$/.test(national) ? national : null;
}
