import { AMOUNTS_AND_DATES } from './known/amounts-and-dates.ts';
import { EVERYDAY } from './known/everyday.ts';
import type { KnownInvoice } from './known/known-invoice.ts';
import { PEOPLE } from './known/people.ts';
import { REGISTERED } from './known/registered.ts';
import { WAYS_TO_PAY } from './known/ways-to-pay.ts';

export { KNOWN_CUSTOMERS } from './known/customers.ts';
export type { KnownInvoice } from './known/known-invoice.ts';

/** Invoices with a peculiarity, newest id first. */
export const KNOWN = {
  ...EVERYDAY,
  ...REGISTERED,
  ...WAYS_TO_PAY,
  ...AMOUNTS_AND_DATES,
  ...PEOPLE,
} as const satisfies Readonly<Record<string, KnownInvoice>>;
