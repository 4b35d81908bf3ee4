import { digitsOf, documentOf, isTaxDocument } from '../documents.ts';
import { ApiFailure } from '../failures.ts';
import { readText, type Body } from '../request-body.ts';
import type { CustomerFields } from './customer-record.ts';

const TEXTS = [
  'address',
  'addressNumber',
  'complement',
  'province',
  'additionalEmails',
  'externalReference',
  'observations',
  'municipalInscription',
  'stateInscription',
  'groupName',
  'company',
] as const;

const NO_FIELDS: CustomerFields = {
  name: '',
  cpfCnpj: null,
  email: null,
  phone: null,
  mobilePhone: null,
  address: null,
  addressNumber: null,
  complement: null,
  province: null,
  postalCode: null,
  additionalEmails: null,
  externalReference: null,
  notificationDisabled: false,
  observations: null,
  municipalInscription: null,
  stateInscription: null,
  groupName: null,
  company: null,
};

/**
 * The customer that a body describes, on top of what is on record for an update. Checks stop at the
 * first thing that is wrong: name, document, e-mail, mobile. A document may be left out, and then
 * only charging fails.
 */
export function readCustomer(body: Body, base: CustomerFields = NO_FIELDS): CustomerFields {
  const sent = (field: string) => body[field] !== undefined;
  const name = sent('name') ? readText(body['name']) : base.name;
  if (name === null || name.trim() === '')
    throw new ApiFailure('invalid_name', 'O campo name deve ser informado');
  const cpfCnpj = sent('cpfCnpj') ? readDocument(body['cpfCnpj']) : base.cpfCnpj;
  if (cpfCnpj !== null && !isTaxDocument(cpfCnpj))
    throw new ApiFailure('invalid_object', 'O CPF/CNPJ informado é inválido.');
  const email = sent('email') ? readText(body['email']) : base.email;
  if (email !== null && email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new ApiFailure('invalid_email', 'O email informado é inválido.');
  const mobilePhone = sent('mobilePhone') ? readDigits(body['mobilePhone']) : base.mobilePhone;
  if (mobilePhone !== null && /^(\d)\1*$/.test(mobilePhone))
    throw new ApiFailure('invalid_mobilePhone', 'O celular informado é inválido.');
  const fields = { ...base };
  for (const field of TEXTS) if (sent(field)) fields[field] = readText(body[field]);
  return {
    ...fields,
    name,
    cpfCnpj,
    email: email === '' ? null : email,
    mobilePhone,
    phone: sent('phone') ? readDigits(body['phone']) : base.phone,
    postalCode: sent('postalCode') ? readDigits(body['postalCode']) : base.postalCode,
    notificationDisabled: sent('notificationDisabled')
      ? body['notificationDisabled'] === true
      : base.notificationDisabled,
  };
}

function readDigits(value: unknown): string | null {
  const text = readText(value);
  if (text === null || text.trim() === '') return null;
  const digits = digitsOf(text);
  // Letters only are no number at all: keep them, so that they are seen.
  return digits === '' ? text : digits;
}

/** Kept whatever it is, so that the check refuses it. */
function readDocument(value: unknown): string | null {
  const text = readText(value);
  return text === null || text.trim() === '' ? null : documentOf(text) || text;
}
