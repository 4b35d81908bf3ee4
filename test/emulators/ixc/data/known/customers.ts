/** Ids of customers with a peculiarity. Those that are not named here, up to 30, have none. */
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
  /** A CNPJ with letters, as they are given since July 2026. */
  alphanumericCompany: '22',
  /** One person, registered twice: the same CPF, the name written in two ways. */
  twin: '23',
  otherTwin: '24',
  /** Accents, an apostrophe and a cedilla in the name. */
  accentedName: '25',
  /** Two hundred invoices, in bases of a thousand and more. */
  manyInvoices: '26',
  /** `ativo = N`. */
  inactive: '27',
  /** Neither e-mail nor any phone. */
  withoutContact: '28',
  /** A CNPJ stored without the mask. */
  unmaskedCompany: '29',
  plain: '30',
} as const;

/** Names that are not like those of everybody else. */
export const PECULIAR_NAMES: Readonly<Record<string, string>> = {
  [KNOWN_CUSTOMERS.alphanumericCompany]: 'Alfanumérica Exemplo Serviços LTDA',
  [KNOWN_CUSTOMERS.twin]: 'José Antônio Gêmeo Exemplo',
  [KNOWN_CUSTOMERS.otherTwin]: 'JOSE ANTONIO  GEMEO EXEMPLO',
  [KNOWN_CUSTOMERS.accentedName]: "Conceição D'Ávila Müller Simulação",
};
