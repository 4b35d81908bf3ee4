/** What a client may set; all as sent, documents and phones as digits. */
export interface CustomerFields {
  name: string;
  cpfCnpj: string | null;
  email: string | null;
  phone: string | null;
  mobilePhone: string | null;
  address: string | null;
  addressNumber: string | null;
  complement: string | null;
  province: string | null;
  postalCode: string | null;
  additionalEmails: string | null;
  externalReference: string | null;
  notificationDisabled: boolean;
  observations: string | null;
  municipalInscription: string | null;
  stateInscription: string | null;
  groupName: string | null;
  company: string | null;
}

export interface CustomerRecord extends CustomerFields {
  readonly id: string;
  readonly accountId: string;
  readonly sequence: number;
  readonly dateCreated: string;
  deleted: boolean;
  /** Lists leave it out before this instant, in ms. */
  listedFrom: number;
}

/** The API's answer about one customer, every field present. */
export function customerView(customer: CustomerRecord): Record<string, unknown> {
  const { deleted } = customer;
  return {
    object: 'customer',
    id: customer.id,
    dateCreated: customer.dateCreated,
    name: customer.name,
    email: customer.email,
    company: customer.company,
    phone: customer.phone,
    mobilePhone: customer.mobilePhone,
    address: customer.address,
    addressNumber: customer.addressNumber,
    complement: customer.complement,
    province: customer.province,
    postalCode: customer.postalCode,
    cpfCnpj: customer.cpfCnpj,
    personType: personType(customer.cpfCnpj),
    deleted,
    additionalEmails: customer.additionalEmails,
    externalReference: customer.externalReference,
    notificationDisabled: customer.notificationDisabled,
    observations: customer.observations,
    municipalInscription: customer.municipalInscription,
    stateInscription: customer.stateInscription,
    canDelete: !deleted,
    cannotBeDeletedReason: deleted ? 'Cliente já removido.' : null,
    canEdit: !deleted,
    cannotEditReason: deleted ? 'Cliente removido.' : null,
    city: null,
    cityName: null,
    state: null,
    country: 'Brasil',
  };
}

function personType(document: string | null): 'FISICA' | 'JURIDICA' | null {
  if (document === null) return null;
  return document.length === 14 ? 'JURIDICA' : 'FISICA';
}
