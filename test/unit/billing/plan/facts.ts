import { INHERITED_TERMS } from '../../../../lib/billing/added-terms.ts';
import type { SendFacts } from '../../../../lib/billing/send-plan.types.ts';
import { charge, payer } from '../../../fixtures/charge.ts';
import { customer } from '../../../fixtures/customer.ts';
import { day } from '../../../fixtures/day.ts';
import { invoice } from '../../../fixtures/invoice.ts';
import { KEY } from '../../../fixtures/provider.ts';
import { DEFAULT_DESCRIPTION } from '../../../../lib/settings/fields.ts';

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
    filialId: '1',
    active: true,
    mailsOnGeneration: false,
  },
  carteiraRead: true,
  filialDocument: null,
  source: 'direct',
  billsByFatura: false,
  predecessorsRead: true,
  typedOtherCustomer: false,
  readBefore: null,
  account: { id: charge.accountId, environment: 'sandbox', document: KEY },
  providerKey: KEY,
  aliases: [],
  providerName: 'Provedor Exemplo',
  referenced: [],
  unproven: [],
  madeWithAccrued: new Map(),
  agreed: new Map(),
  predecessorInvoices: [],
  predecessors: [],
  unreferenced: [],
  unreferencedRead: true,
  payersByReference: [payer],
  payersByDocument: [],
  rules: {
    billingType: 'UNDEFINED',
    overdue: { dueInDays: 3, accrued: 'ask', finePercent: 2, interestPercentMonth: 1 },
    notifier: 'none',
    carteiras: null,
    terms: INHERITED_TERMS,
    description: DEFAULT_DESCRIPTION,
    mayOverride: false,
  },
  choices: {},
};

/** The same, on the day when the invoice is ten days late. */
export const overdueFacts: SendFacts = { ...facts, today: day('2026-12-02') };

/** The same facts before somebody of the finance role. */
export const asFinance = (base: SendFacts): SendFacts => ({
  ...base,
  rules: { ...base.rules, mayOverride: true },
});
