import type { Payer } from '../charge.ts';
import { normaliseDocument } from '../document.ts';
import type { Customer } from '../invoice.ts';
import { textOf } from './contact-values.ts';
import type { PayerDifference } from './differences.ts';
import { OVERRIDABLE, type OverridableField } from './override.ts';
import type { DifferenceKind, PayerField } from './payer-field.ts';

/** What a sending with typed data may have left in the payer's record. */
export interface PutBack {
  /** Fields that differ from IXC, and go back to IXC's value at one word. */
  readonly fields: readonly OverridableField[];
  /** Fields that only Asaas has: nothing is ever taken away from a record, so a person clears them there. */
  readonly onlyAsaas: readonly OverridableField[];
  /** Fields of which IXC has something that cannot be right: it is corrected there first. */
  readonly unusable: readonly OverridableField[];
}

export const NOTHING_BACK: PutBack = { fields: [], onlyAsaas: [], unusable: [] };

/**
 * What of the typed fields can be put back to what IXC has. `differences` are those of customer and payer, on a
 * record that nobody else lays claim to. With another CPF than IXC's the record may be another person's, unless
 * it bears this customer's reference and the CPF is among what goes back.
 */
export function putBack(
  customer: Customer,
  payer: Payer,
  differences: readonly PayerDifference[],
  typed: readonly PayerField[],
): PutBack {
  const own = OVERRIDABLE.filter((field) => typed.includes(field));
  const inKind = (kind: DifferenceKind) =>
    own.filter((field) =>
      differences.some((each) => each.field === field && each.kind === kind && each.asaas !== null),
    );
  const fields = inKind('differs');
  const unusable = inKind('unusable');
  const hasSameDocument =
    normaliseDocument(payer.document) === normaliseDocument(customer.document);
  if (!hasSameDocument && payer.reference === null) return NOTHING_BACK;
  if (!hasSameDocument && !fields.includes('document')) return { ...NOTHING_BACK, unusable };
  const has = { document: payer.document, ...contactOf(payer) };
  const onlyAsaas = own.filter(
    (field) => textOf(customer[field]) === undefined && textOf(has[field]) !== undefined,
  );
  return { fields, onlyAsaas, unusable };
}

function contactOf({ contact }: Payer) {
  return { email: contact?.email ?? null, mobilePhone: contact?.mobilePhone ?? null };
}
