import { documentKind, normaliseDocument } from '../document.ts';
import type { Customer } from '../invoice.ts';
import { whatsAppNumber } from '../message/phone.ts';
import { emailOf, phoneOf } from './contact-values.ts';
import type { PayerField } from './payer-field.ts';

/** What may be typed for one sending instead of what IXC has. */
export const OVERRIDABLE = [
  'document',
  'email',
  'mobilePhone',
] as const satisfies readonly PayerField[];
export type OverridableField = (typeof OVERRIDABLE)[number];

/** What was typed for one sending. Never written to the ledger: only its id and its fields' names are. */
export interface PayerOverride extends Readonly<Partial<Record<OverridableField, string>>> {
  readonly id: string;
}

/** The fields that were typed, in a fixed order. */
export function overriddenFields(override: PayerOverride): readonly OverridableField[] {
  return OVERRIDABLE.filter((field) => override[field] !== undefined);
}

/** The fields whose value cannot be right; empty: all can. By the rules that IXC's own values meet. */
export function overrideMistakes(override: PayerOverride): readonly OverridableField[] {
  return overriddenFields(override).filter((field) => !ALLOWED[field](override[field] ?? ''));
}

const ALLOWED: Readonly<Record<OverridableField, (typed: string) => boolean>> = {
  document: (typed) => documentKind(typed) !== null,
  email: (typed) => emailOf(typed) === typed.trim(),
  mobilePhone: (typed) => {
    const number = whatsAppNumber(typed);
    return number.ok && number.value.length === 13;
  },
};

/** IXC's customer as this one sending takes them. */
export function withOverride(customer: Customer, override: PayerOverride): Customer {
  const { document, email, mobilePhone } = override;
  return {
    ...customer,
    ...(document === undefined ? {} : { document: normaliseDocument(document) }),
    ...(email === undefined ? {} : { email: email.trim() }),
    ...(mobilePhone === undefined ? {} : { mobilePhone: phoneOf(mobilePhone) ?? mobilePhone }),
  };
}
