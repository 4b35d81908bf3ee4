import { civilDate, type CivilDate } from '../../../lib/billing/calendar.ts';
import type { Charge, Payer } from '../../../lib/billing/charge.ts';
import type { Customer, Invoice } from '../../../lib/billing/invoice.ts';
import { cents } from '../../../lib/billing/money.ts';
import { chargeReference, payerReference } from '../../../lib/billing/reference.ts';
import type { SendFacts } from '../../../lib/billing/send-plan.types.ts';

/** A civil date that a test wrote down, so that a typo fails the test and not the code. */
export function day(text: string): CivilDate {
  const date = civilDate(text);
  if (date === null) throw new Error(`no date: ${text}`);
  return date;
}

export const KEY = '11222333000181';
export const CPF = '52998224725';

export const invoice: Invoice = {
  id: '4711',
  status: 'open',
  released: true,
  filialId: '1',
  carteiraId: '5',
  customerId: '42',
  contractId: '9',
  document: '72006',
  issuedOn: day('2026-11-01'),
  dueDate: day('2026-11-22'),
  value: cents(10_000),
  open: cents(10_000),
  received: cents(0),
  renegotiated: false,
  bornFromRenegotiation: null,
  registeredElsewhere: [],
  hasBoletoNumber: false,
  directDebit: false,
  recurringCard: false,
  inCollection: false,
  protested: false,
  contested: false,
  updatedAt: '2026-11-01 10:00:00',
};

export const customer: Customer = {
  id: '42',
  name: 'Fulana Inventada da Silva',
  document: CPF,
  email: 'fulana@cliente.example',
  phone: null,
  mobilePhone: null,
  postalCode: null,
  address: null,
  addressNumber: null,
  complement: null,
  district: null,
  active: true,
};

export const payer: Payer = {
  id: 'cus_000001',
  name: customer.name,
  document: CPF,
  reference: payerReference(KEY, customer.id),
  deleted: false,
};

export const charge: Charge = {
  id: 'pay_0001',
  accountId: 'sandbox:11222333000181',
  payerId: payer.id,
  reference: chargeReference(KEY, invoice.id),
  status: 'PENDING',
  deleted: false,
  billingType: 'UNDEFINED',
  value: cents(10_000),
  netValue: cents(9_801),
  originalValue: null,
  dueDate: day('2026-11-22'),
  createdOn: day('2026-11-10'),
  paymentDate: null,
  clientPaymentDate: null,
  creditDate: null,
  description: 'Título 4711',
  invoiceUrl: null,
  bankSlipUrl: null,
  invoiceNumber: '00000010',
  viewed: false,
};

/** An invoice that may be sent: open, due in twelve days, its payer known, nothing at Asaas yet. */
export const facts: SendFacts = {
  today: day('2026-11-10'),
  invoice,
  customer,
  carteira: {
    id: '5',
    description: 'Asaas',
    gatewayName: null,
    pixByGateway: false,
    ixcAccountId: '3',
  },
  account: { id: charge.accountId, environment: 'sandbox' },
  providerKey: KEY,
  referenced: [],
  predecessors: [],
  unreferenced: [],
  payersByReference: [payer],
  payersByDocument: [],
  rules: {
    billingType: 'UNDEFINED',
    overdue: { dueInDays: 3, accrued: 'ask', finePercent: 2, interestPercentMonth: 1 },
    notifier: 'none',
    carteiras: null,
  },
  choices: {},
};

/** The same, on the day when the invoice is ten days late. */
export const overdueFacts: SendFacts = { ...facts, today: day('2026-12-02') };
