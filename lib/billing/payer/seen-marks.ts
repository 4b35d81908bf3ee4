import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, shortHash } from '../canonical.ts';
import type { PayerDifference } from './differences.ts';
import { isFillable, PAYER_FIELDS, type PayerField } from './payer-field.ts';

/** Of each field that a person chose in: names the two values as they were shown. */
export type SeenMarks = Readonly<Partial<Record<PayerField, string>>>;

/**
 * The marks of the chosen fields that a person is asked about. `key` in hex, and secret: without it the
 * numbers that a CPF can be would soon be tried through.
 */
export function seenMarks(
  differences: readonly PayerDifference[],
  chosen: readonly PayerField[],
  key: string,
): SeenMarks {
  const asked = askedOf(differences, chosen);
  return Object.fromEntries(asked.map((each) => [each.field, markOf(each, key)]));
}

/** The same of all fields in one, for a screen to say what it shows. */
export function seenMark(differences: readonly PayerDifference[], key: string): string {
  return shortHash(
    askedOf(differences, PAYER_FIELDS).map((each) => [each.field, markOf(each, key)]),
  );
}

/**
 * Whether every chosen field that still differs does so by the very values that were seen. One that agrees
 * by now needs no choice, whoever it was that brought it about.
 */
export function areAsSeen(
  differences: readonly PayerDifference[],
  chosen: readonly PayerField[],
  seen: SeenMarks,
  key: string,
): boolean {
  return askedOf(differences, chosen).every((each) => markOf(each, key) === seen[each.field]);
}

function askedOf(
  differences: readonly PayerDifference[],
  chosen: readonly PayerField[],
): readonly PayerDifference[] {
  return differences.filter(
    ({ field, kind }) => chosen.includes(field) && kind !== 'unusable' && !isFillable(field, kind),
  );
}

function markOf({ field, ixc, asaas }: PayerDifference, key: string): string {
  const text = utf8ToBytes(canonicalJson(['payer', field, ixc, asaas]));
  return bytesToHex(hmac(sha256, hexToBytes(key), text)).slice(0, 16);
}
