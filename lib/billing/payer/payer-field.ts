/** What a customer of IXC and a payer of Asaas both have, in the order in which it is shown. */
export const PAYER_FIELDS = [
  'name',
  'document',
  'email',
  'mobilePhone',
  'phone',
  'postalCode',
  'address',
  'addressNumber',
  'complement',
  'district',
] as const;
export type PayerField = (typeof PAYER_FIELDS)[number];

/** The fields of a payer that become others. Whatever is not named stays as Asaas has it. */
export type PayerChange = Readonly<Partial<Record<PayerField, string>>>;

export type DifferenceKind = 'blank' | 'differs' | 'unusable';

/** Name and CPF are never written without a person saying so, not even where there is none. */
export function isFillable(field: PayerField, kind: DifferenceKind): boolean {
  return kind === 'blank' && field !== 'name' && field !== 'document';
}
