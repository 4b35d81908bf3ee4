import { KNOWN_CUSTOMERS } from './customers.ts';
import { known } from './known-invoice.ts';

/** Ordinary invoices of customers who are not. */
export const PEOPLE = {
  alphanumericInvoice: known(12945, KNOWN_CUSTOMERS.alphanumericCompany, 499_00, 9),
  unmaskedCompanyInvoice: known(12944, KNOWN_CUSTOMERS.unmaskedCompany, 499_00, 9),
  twinInvoice: known(12943, KNOWN_CUSTOMERS.twin, 79_90, 9),
  otherTwinInvoice: known(12942, KNOWN_CUSTOMERS.otherTwin, 119_90, 9),
  accentedNameInvoice: known(12941, KNOWN_CUSTOMERS.accentedName, 79_90, 9),
  crowdedCustomerInvoice: known(12940, KNOWN_CUSTOMERS.manyInvoices, 59_90, 9),
  inactiveCustomerInvoice: known(12939, KNOWN_CUSTOMERS.inactive, 79_90, 9),
  noContactInvoice: known(12938, KNOWN_CUSTOMERS.withoutContact, 79_90, 9),
} as const;
