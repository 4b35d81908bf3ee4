import type { Payer } from '../charge.ts';
import { documentKind, normaliseDocument } from '../document.ts';
import type { Contact, Customer } from '../invoice.ts';
import { whatsAppNumber } from '../message/phone.ts';
import { normaliseName } from '../person-name.ts';
import { emailOf, phoneOf, postalCodeOf, textOf } from './contact-values.ts';
import {
  type DifferenceKind,
  isFillable,
  PAYER_FIELDS,
  type PayerChange,
  type PayerField,
} from './payer-field.ts';

/**
 * One field in which IXC's customer and Asaas's payer are not the same. `blank`: Asaas has nothing, and
 * IXC's value may simply be filled in; `differs`: a person says which of the two is right; `unusable`: what
 * IXC has is mistyped, and is corrected there first.
 */
export interface PayerDifference {
  readonly field: PayerField;
  readonly kind: DifferenceKind;
  /** As Asaas would take it; as it is written in IXC where it is `unusable`. */
  readonly ixc: string;
  /** Null: blank. */
  readonly asaas: string | null;
}

const NO_CONTACT: Contact = {
  email: null,
  phone: null,
  mobilePhone: null,
  postalCode: null,
  address: null,
  addressNumber: null,
  complement: null,
  district: null,
};

/** Where the two differ, in the order of `PAYER_FIELDS`. What only Asaas has is nobody's mistake, and stays. */
export function payerDifferences(customer: Customer, payer: Payer): readonly PayerDifference[] {
  const has: Contact = payer.contact ?? NO_CONTACT;
  const there: Readonly<Record<PayerField, string | null>> = {
    ...has,
    name: payer.name,
    document: payer.document,
  };
  return PAYER_FIELDS.flatMap((field): PayerDifference[] => {
    const written = textOf(customer[field]);
    // Unread and empty are the same here: nothing is ever taken away from a payer.
    if (written === undefined) return [];
    const asaas = textOf(there[field]) ?? null;
    const ixc = READ[field](written);
    if (ixc === undefined) return [{ field, kind: 'unusable', ixc: written, asaas }];
    if (asaas === null) {
      return isKnownElsewhere(field, ixc, has) ? [] : [{ field, kind: 'blank', ixc, asaas }];
    }
    const isSame = keyOf(field, ixc) === keyOf(field, asaas) || isKnownElsewhere(field, ixc, has);
    return isSame ? [] : [{ field, kind: 'differs', ixc, asaas }];
  });
}

/** Whether IXC's customer and Asaas's payer are two people, as far as name and CPF or CNPJ tell. */
export function isOtherPerson(customer: Customer, payer: Payer): boolean {
  return payerDifferences(customer, payer).some(
    ({ field, kind }) => (field === 'name' || field === 'document') && kind === 'differs',
  );
}

/** What Asaas takes of a value, or undefined where it would refuse it or somebody else would be reached. */
const READ: Readonly<Record<PayerField, (written: string) => string | undefined>> = {
  name: (written) => textOf(written),
  document: (written) => (documentKind(written) === null ? undefined : normaliseDocument(written)),
  email: emailOf,
  mobilePhone: (written) => numberOf(written, true),
  phone: (written) => numberOf(written, false),
  postalCode: postalCodeOf,
  address: (written) => textOf(written),
  addressNumber: (written) => textOf(written),
  complement: (written) => textOf(written),
  district: (written) => textOf(written),
};

/** A number that exists; one with a mobile's ninth digit where it has to be one. */
function numberOf(written: string, mobile: boolean): string | undefined {
  const number = whatsAppNumber(written);
  if (!number.ok) return undefined;
  return mobile && number.value.length !== 13 ? undefined : phoneOf(number.value);
}

/** What two values must share to be the same to a person. */
function keyOf(field: PayerField, value: string): string {
  switch (field) {
    case 'document':
      return normaliseDocument(value);
    case 'email':
      return value.toLowerCase();
    case 'mobilePhone':
    case 'phone':
      return phoneOf(value) ?? value;
    case 'postalCode':
      return value.replace(/\D/g, '');
    case 'name':
    case 'address':
    case 'addressNumber':
    case 'complement':
    case 'district':
      return normaliseName(value);
  }
}

/** IXC's operators put a mobile into either field: a number that Asaas has in the other one is known to it. */
function isKnownElsewhere(
  field: PayerField,
  ixc: string,
  { phone, mobilePhone }: Contact,
): boolean {
  if (field !== 'phone' && field !== 'mobilePhone') return false;
  const other = field === 'phone' ? mobilePhone : phone;
  return other !== null && keyOf(field, ixc) === keyOf(field, other);
}

/** The change that fills what is blank and takes IXC's value where a person said so, of these differences. */
export function payerChange(
  differences: readonly PayerDifference[],
  chosen: readonly PayerField[],
): PayerChange {
  const taken = differences.filter(
    ({ field, kind }) => isFillable(field, kind) || (kind === 'differs' && chosen.includes(field)),
  );
  return Object.fromEntries(taken.map(({ field, ixc }) => [field, ixc]));
}
