import type { PayerPlan, SendFacts, Warning } from '../send-plan.types.ts';

/** What the operator should know whatever the plan is. */
export function standingWarnings({ invoice, customer }: SendFacts): readonly Warning[] {
  const warnings: Warning[] = [];
  if (invoice.hasBoletoNumber) warnings.push({ code: 'boleto-number-present' });
  if (!customer.active) warnings.push({ code: 'customer-inactive' });
  return warnings;
}

/** What creating a payer means; Asaas can only tell a payer that it has an address for. */
export function payerWarnings(
  { customer, rules }: SendFacts,
  payer: PayerPlan,
): readonly Warning[] {
  if (payer.kind === 'known') return [];
  const isReachable = customer.email !== null || customer.mobilePhone !== null;
  return rules.notifier === 'asaas' && !isReachable
    ? [{ code: 'payer-will-be-created' }, { code: 'no-contact' }]
    : [{ code: 'payer-will-be-created' }];
}
