import type { Carteira, Customer } from '../invoice.ts';

/** What of IXC writes to the customer, each as the field that says so. */
export const IXC_TELLS = ['email', 'sms', 'collection', 'carteira'] as const;
export type IxcTells = (typeof IXC_TELLS)[number];

/**
 * What in IXC tells the customer of its invoices. Only what was read and says yes counts: a source that
 * does not bring the fields warns of nothing.
 */
export function ixcTells(
  customer: Pick<Customer, 'told'>,
  carteira: Pick<Carteira, 'mailsOnGeneration'> | null,
): readonly IxcTells[] {
  const { email = false, sms = false, collection = false } = customer.told ?? {};
  const said = { email, sms, collection, carteira: carteira?.mailsOnGeneration === true };
  return IXC_TELLS.filter((which) => said[which]);
}

/** The names of IXC's own fields, by which they are found in its forms. */
export const IXC_FIELDS: Readonly<Record<IxcTells, string>> = {
  email: 'cob_envia_email',
  sms: 'cob_envia_sms',
  collection: 'participa_cobranca',
  carteira: 'envia_email_gerar_financeiro',
};
