/** A record that tests may call by name. */
export interface KnownInvoice {
  readonly id: string;
  readonly customerId: string;
  /** `fn_areceber.valor`. */
  readonly cents: number;
  /** Due date, counted from the emulator's today. */
  readonly dueInDays: number;
}

function known(id: number, customerId: number, cents: number, dueInDays: number): KnownInvoice {
  return { id: String(id), customerId: String(customerId), cents, dueInDays };
}

/** Ids of customers with a peculiarity. */
export const KNOWN_CUSTOMERS = {
  /** CPF, e-mail and both phones. */
  ordinary: '1',
  another: '2',
  withoutDocument: '3',
  /** A CPF whose check digits are wrong. */
  invalidDocument: '4',
  /** A CNPJ, of filial 2. */
  company: '5',
  withoutEmail: '6',
  /** Its CPF is stored without the mask. */
  unmaskedDocument: '7',
} as const;

/**
 * Invoices with a peculiarity, newest id first: exactly the first rows of the default page of the
 * Contas a receber grid.
 */
export const KNOWN = {
  openInvoice: known(13000, 1, 99_90, 5),
  /** Of the same customer as `openInvoice`. */
  secondOpenInvoice: known(12999, 1, 99_90, 35),
  /** Of another customer. */
  thirdOpenInvoice: known(12998, 2, 149_90, 10),
  dueTodayInvoice: known(12997, 8, 119_90, 0),
  overdueInvoice: known(12996, 9, 89_90, -20),
  /** R$ 200,00 of which R$ 50,00 were received. */
  partialInvoice: known(12995, 10, 200_00, 3),
  receivedInvoice: known(12994, 11, 99_90, -10),
  cancelledInvoice: known(12993, 12, 79_90, -15),
  /** Closed by a renegotiation: status C, no open balance. */
  renegotiatedInvoice: known(12992, 13, 109_90, -60),
  /** Renegotiated, but status and open balance still read as open: only the flags tell. */
  renegotiatedOpenInvoice: known(12991, 13, 109_90, -30),
  /** Born from the renegotiation of the two before. */
  bornFromRenegotiationInvoice: known(12990, 13, 229_80, 15),
  noDocumentInvoice: known(12989, 3, 99_90, 8),
  invalidDocumentInvoice: known(12988, 4, 99_90, 8),
  /** R$ 3,00, below what Asaas takes. */
  tinyInvoice: known(12987, 14, 3_00, 12),
  /** `liberado = N`. */
  hiddenInvoice: known(12986, 15, 99_90, 7),
  /** Its boleto is at a bank already: `linha_digitavel`, `nn_boleto`. */
  registeredElsewhereInvoice: known(12985, 16, 119_90, 9),
  /** Its carteira belongs to another gateway. */
  otherGatewayInvoice: known(12984, 17, 119_90, 11),
  /** Only `boleto` (nosso número) is filled. */
  boletoNumberInvoice: known(12983, 18, 119_90, 13),
  companyInvoice: known(12982, 5, 899_00, 14),
  noEmailInvoice: known(12981, 6, 99_90, 16),
  unmaskedDocumentInvoice: known(12980, 7, 79_90, 18),
  protestedInvoice: known(12979, 19, 149_90, -90),
  inCollectionInvoice: known(12978, 20, 149_90, -75),
  directDebitInvoice: known(12977, 21, 99_90, 4),
} as const;

export type KnownName = keyof typeof KNOWN;
